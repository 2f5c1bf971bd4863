/** Elements whose text no reader sees as prose. */
export const unreadTags = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'canvas',
  'math',
  'select',
  'option',
  'textarea',
  'head',
  'audio',
  'video',
]);

const tagReasons: Record<string, string> = {
  nav: 'navigation',
  footer: 'page foot',
  aside: 'box beside the story',
  form: 'form',
  button: 'button',
  figcaption: 'caption',
  menu: 'navigation',
  dialog: 'dialog',
  label: 'form',
  input: 'form',
};

const start = '(?:^|[\\s_-])';
const end = '(?:$|[\\s_-])';
const vocabulary: [RegExp, string][] = [
  [
    new RegExp(
      `${start}(nav|navbar|navigation|menu|submenu|breadcrumbs?|topbar|masthead|toolbar|pagination|pager|skip-link|toc)${end}`,
    ),
    'navigation',
  ],
  [new RegExp(`${start}(footer|colophon|copyright|site-footer|bottom-bar)${end}`), 'page foot'],
  [new RegExp(`${start}(comments?|disqus|commentlist|respond|reviews?|discussion)${end}`), 'comments'],
  [
    new RegExp(
      `${start}(related|recommend(ed|ations?)|read-?more|see-?also|more-?(news|stories|from|on)|most-?(read|popular)|popular|trending|latest-?(news|posts)|also-?read|teasers?|outbrain|taboola|next-?(post|article)|prev(ious)?-?(post|article))${end}`,
    ),
    'related links',
  ],
  [new RegExp(`${start}(share|sharing|social|socials|sharedaddy|addthis|follow-?us|addtoany)${end}`), 'share bar'],
  [
    new RegExp(
      `${start}(ads?|advert|advertisement|adslot|sponsor(ed)?|promo|promoted|banner|dfp|gpt-ad|affiliate)${end}`,
    ),
    'advertisement',
  ],
  [
    new RegExp(`${start}(newsletter|subscribe|subscription|signup|sign-up|paywall|donate|donation|login)${end}`),
    'sign-up box',
  ],
  [
    new RegExp(
      `${start}(caption|wp-caption-text|figcaption|photo-?credit|image-?(credit|caption)|credits?|media-?caption)${end}`,
    ),
    'caption',
  ],
  [new RegExp(`${start}(cookies?|consent|gdpr|cookie-?banner|onetrust)${end}`), 'consent notice'],
  [
    new RegExp(
      `${start}(tags?|taglist|tag-?cloud|post-?tags|topics|keywords|post-?meta|entry-?meta|article-?meta)${end}`,
    ),
    'tags',
  ],
  [new RegExp(`${start}(author-?(bio|box|info|card)|about-?(the-)?author|byline|bylines)${end}`), 'signature'],
  [new RegExp(`${start}(sidebar|side-?bar|widget|widgets|rail|right-?rail)${end}`), 'box beside the story'],
  [
    new RegExp(`${start}(visually-?hidden|sr-only|screen-reader-text|hidden|modal|popup|lightbox|tooltip)${end}`),
    'hidden text',
  ],
];

/** Names that hold whole pages at some publishers ("page has-sidebar"): their vocabulary counts for nothing. */
const wholePage = new Set(['html', 'body', 'main', 'article']);

/** Why an element is furniture, by its tag and its names (lower case class, id, role); null where they say nothing. */
export function furnitureReason(tag: string, name: string): string | null {
  const byTag = tagReasons[tag];
  if (byTag) return byTag;
  if (name === '' || wholePage.has(tag)) return null;
  if (
    /(^|\s)(navigation|contentinfo|complementary|dialog|alertdialog|search)(\s|$)/.test(name) &&
    !/article|content-body/.test(name)
  )
    return 'landmark outside the story';
  if (/has-|with-|no-sidebar|without|articlebody|article-body|story-body|entry-content|post-content/.test(name))
    return null;
  for (const [pattern, reason] of vocabulary) if (pattern.test(name)) return reason;
  return null;
}

const promo = new RegExp(
  [
    '^(read (more|also|next|the full)|also read|see also|more (on|from|about)|related|most read|recommended|follow us|share (this|on)|sign up|subscribe|click here|watch( also|:)|listen to|advertisement|article continues|story continues|continue reading|leave a (review|comment|reply)|post a comment|log ?in|loading|photo(graph)?s?( by)?:|image( credit| source)?:|file photo|copyright|©|all rights reserved|tags?:|topics?:|filed under|share$|print$|back to top|view comments|get (the|our) |download (the|our)|join (us|our)|support our|reporting by|our standards|this (article|story) (was|is) (originally|first)|news line|comments?( \\(?\\d+\\)?)?$)',
    '^(читайте также|читать (далее|также)|подпис(ывайтесь|аться)|поделиться|реклама|теги|фото:|комментари|смотрите также|оставить (отзыв|комментарий))',
    '^(oxşar|həmçinin oxu|paylaş|reklam|şərh|ətraflı|rəy (yaz|bildir)|etiketlər|ayrıca oku|haberin devamı|paylaş|yorum)',
    '^(lesen sie auch|mehr zum thema|anzeige|teilen|foto:|bild:|newsletter|lire aussi|à lire|publicité|partager|s.abonner|lea también|lee también|publicidad|compartir|suscr)',
  ].join('|'),
  'iu',
);

/** Why a line is furniture by its own words; null for a line that may be prose. */
export function furnitureLine(text: string): string | null {
  if (text.length > 220) return null;
  if (/^(leave a (review|comment|reply)|post a comment|comments?\b.{0,8}$|оставить|rəy (yaz|bildir)|şərh)/iu.test(text))
    return 'invitation to comment';
  if (/^(advertisement|anzeige|publicidad|publicité|реклама|reklam)\b/iu.test(text)) return 'advertisement';
  if (promo.test(text)) return 'promotional or related line';
  return null;
}
