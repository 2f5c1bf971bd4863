import { hashOf, hashStart, hashStep } from './word-hash.ts';

/** What the names of an element (class, id, role …) say it holds. Each kind has a bit; the first thirteen make what they hold furniture. */
export const kinds = [
  'comments',
  'navigation',
  'page foot',
  'related links',
  'share bar',
  'advertisement',
  'sign-up box',
  'caption',
  'consent notice',
  'tags',
  'signature',
  'box beside the story',
  'hidden text',
  'body',
  'headline',
  'standfirst',
  'date',
  'media',
  'quote',
  'card',
  'list',
  'live',
  'article',
  'paragraph',
] as const;
export type Kind = (typeof kinds)[number];
const furnitureKinds = 13;

const bit = (kind: Kind): number => 1 << kinds.indexOf(kind);
export const bodyBit = bit('body');
export const headlineBit = bit('headline');
export const hiddenBit = bit('hidden text');
export const consentBit = bit('consent notice');

/** Words and joined pairs of words that names are made of ("read-more", "readMore" and "readmore" are one). */
const vocabulary: Partial<Record<Kind, string>> = {
  comments: 'comment comments disqus commentlist respond review reviews discussion fbcomments commenting opinions',
  navigation:
    'nav navbar navigation menu submenu breadcrumb breadcrumbs topbar masthead toolbar pagination pager skiplink toc sitenav navi offcanvas dropdown megamenu burger tabs paging banner siteheader pageheader',
  'page foot':
    'footer colophon copyright sitefooter bottombar imprint impressum contentinfo pagefooter legal disclaimer',
  'related links':
    'related recommend recommended recommendation recommendations readmore seealso morenews morestories morefrom moreon mostread mostpopular popular trending latestnews latestposts latest alsoread teaser teasers outbrain taboola nextpost nextarticle prevpost prevarticle previouspost relatedposts relatedarticles relatednews suggested suggestions upnext further keepreading moretopics similar crosslink crosslinks promolinks onward topstories headlines ranking mostviewed readnext linklist inlinerelated relatedlinks relatedcontent morelike',
  'share bar':
    'share sharing social socials sharedaddy addthis followus addtoany socialbar sharebar sharetools follow facebook twitter whatsapp sharebuttons',
  advertisement:
    'ad ads advert advertisement adslot sponsor sponsored promo promoted dfp gptad affiliate advertorial commercial adcontainer adbox adwrapper promotion promotions werbung anzeige publicidad reklam',
  'sign-up box':
    'newsletter subscribe subscription signup paywall donate donation login register registration membership piano regwall meter cta signin mailinglist contribute marketing',
  caption:
    'caption captions figcaption photocredit imagecredit imagecaption credit credits mediacaption copyrightholder legend captiontext imgcaption photocaption',
  'consent notice': 'cookie cookies consent gdpr cookiebanner onetrust didomi cmp privacy',
  tags: 'tag tags taglist tagcloud posttags topics keywords postmeta entrymeta articlemeta topic categories category keyword metadata hashtags label labels',
  signature:
    'authorbio authorbox authorinfo authorcard aboutauthor abouttheauthor byline bylines author authors bio biography contributor contributors writer reporter postauthor authorname',
  'box beside the story':
    'sidebar widget widgets rail rightrail aside complementary infobox sidebox rightcol rightcolumn secondary tertiary factbox sticky',
  'hidden text':
    'visuallyhidden sronly screenreadertext hidden modal popup lightbox tooltip overlay dialog alert alertdialog offscreen accessibility toast search',
  body: 'articlebody articletext articlecontent articlecopy storybody storycontent storytext entrycontent postcontent postbody posttext newstext newsbody newscontent newsdetail bodytext bodycopy bodycontent contentbody textbody pagecontent singlecontent tdpostcontent richtext articledetail articlemain articleparagraph fulltext maincontent entrybody postentry blogcontent textcontent articlesection storyarticle prose wysiwyg mainbody detailtext',
  headline: 'headline title heading articletitle posttitle entrytitle pagetitle hed storytitle kicker',
  standfirst:
    'standfirst subtitle lead lede intro dek summary deck excerpt abstract description chapeau teasertext sapo introtext subheadline subhead articlesummary bajada entradilla preamble ingress vorspann leadtext',
  date: 'date time datetime published timestamp dateline pubdate postdate updated publishdate datepublished clock',
  media:
    'image img photo picture media video gallery figure slideshow player audio carousel slider embed iframe podcast graphic',
  quote: 'quote blockquote pullquote',
  card: 'card item tile box block entry module grid column col row cell list listitem feed stream',
  list: 'bullets keypoints highlights takeaways facts list ul',
  live: 'live liveblog ticker updates liveupdate timeline livefeed',
  article: 'article post story news hentry blogposting newsarticle content main',
  paragraph: 'paragraph text copy para p bodyparagraph component textblock',
};
const bitsOf = new Map<number, number>();
for (const [kind, words] of Object.entries(vocabulary))
  for (const word of words.split(' ')) bitsOf.set(hashOf(word), (bitsOf.get(hashOf(word)) ?? 0) | bit(kind as Kind));

/** "has-sidebar" and "no-sidebar" say how a page is laid out, not what this element is. */
const layoutWords = new Set(['has', 'with', 'no', 'without', 'hide', 'is', 'wp', 'js', 'theme'].map(hashOf));

/**
 * The bits of all kinds that the names (class, id, role …, case kept) speak of. Words end at any sign and at a capital behind a
 * small letter; they are looked up by hash, as cutting them out of the names of a whole page takes longer than reading it.
 */
export function kindBits(names: string): number {
  let bits = 0;
  let before = 0;
  let word = hashStart;
  let pair = hashStart;
  let letters = 0;
  let wasSmall = false;
  const end = () => {
    if (letters === 0) return;
    if (!layoutWords.has(before)) bits |= bitsOf.get(word) ?? 0;
    if (before !== 0) bits |= bitsOf.get(pair) ?? 0;
    before = word;
    pair = word;
    word = hashStart;
    letters = 0;
  };
  for (let at = 0; at < names.length; at++) {
    const code = names.charCodeAt(at);
    const isCapital = code >= 65 && code <= 90;
    const isSmall = code >= 97 && code <= 122;
    if ((isCapital && wasSmall) || !(isCapital || isSmall)) end();
    wasSmall = isSmall;
    if (!(isCapital || isSmall)) continue;
    word = hashStep(word, code | 32);
    pair = hashStep(pair, code | 32);
    letters++;
  }
  end();
  return bits;
}

const tagKinds: Record<string, Kind> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'page foot',
  aside: 'box beside the story',
  form: 'sign-up box',
  button: 'sign-up box',
  label: 'sign-up box',
  fieldset: 'sign-up box',
  figcaption: 'caption',
  dialog: 'hidden text',
  'amp-sidebar': 'navigation',
  'amp-ad': 'advertisement',
  'amp-sticky-ad': 'advertisement',
  'amp-embed': 'advertisement',
  'amp-consent': 'consent notice',
  'amp-user-notification': 'consent notice',
};

/** Names that hold whole pages at some publishers ("page has-sidebar"): their vocabulary counts for nothing. */
const wholePage = new Set(['html', 'body', 'main', 'article', 'h1', '#root']);

/** Why an element is furniture, by its tag and the kinds its names speak of; null where they say nothing. */
export function furnitureReason(tag: string, bits: number): Kind | null {
  const byTag = tagKinds[tag];
  if (byTag) return byTag;
  if (bits === 0 || (bits & bodyBit) !== 0 || wholePage.has(tag)) return null;
  for (let at = 0; at < furnitureKinds; at++) if ((bits & (1 << at)) !== 0) return kinds[at] as Kind;
  return null;
}
