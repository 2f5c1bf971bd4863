import { pageKey } from '../../../schemas/page-key.ts';
import { readTags } from './read-tags.ts';

export interface PageLink {
  url: string;
  title: string;
}

/** Where a page's own frame stands and not its list. */
const frame = new Set(['nav', 'footer', 'aside', 'form', 'button', 'select', 'noscript']);
const hidden = new Set(['script', 'style', 'template', 'svg', 'title', 'time']);
/** Addresses that are lists themselves, or no pages. */
const notArticles =
  /\/(?:tags?|topics?|categor(?:y|ies)|authors?|sections?|search|login|signin|register|subscribe|account|about|contacts?|privacy|terms)(?:\/|$)|\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|xml|rss)$/i;

/**
 * The title of a list page and its links to articles, each page once, in page order. A link counts when it stays on the
 * site, stands outside menus and footers, and reads like a headline: four words or more (or as many letters where
 * words are not parted). Of a page linked twice (picture and headline) the longer text is its title.
 */
export function findPageLinks(html: string, url: string): { title: string | null; links: PageLink[] } {
  const page = readAnchors(html, url);
  const own = pageKey(url);
  const best = new Map<string, PageLink>();
  for (const link of page.anchors) {
    const key = pageKey(link.url);
    if (key === own || own.startsWith(`${key}/`) || site(link.url) !== site(url)) continue;
    if (notArticles.test(new URL(link.url).pathname) || !readsLikeHeadline(link.title)) continue;
    const known = best.get(key);
    if (!known) best.set(key, link);
    else if (link.title.length > known.title.length) known.title = link.title;
  }
  return { title: page.title, links: [...best.values()] };
}

/** More links stand on no page that people read, and no headline is longer; both bound the work on a hostile page. */
const maxAnchors = 2000;
const maxTitle = 500;

const site = (address: string): string => pageKey(new URL('/', address).href);

const readsLikeHeadline = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 4 ||
  (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu) ?? []).length >= 8;

function readAnchors(html: string, url: string): { title: string | null; anchors: PageLink[] } {
  const anchors: PageLink[] = [];
  let title = '';
  let base = url;
  let open: PageLink | null = null;
  let outside = 0;
  let unseen = 0;
  let inTitle = false;
  readTags(html, {
    open(name, attributes) {
      if (frame.has(name)) outside++;
      if (hidden.has(name)) unseen++;
      if (name === 'title' && unseen === 1) inTitle = true;
      if (name === 'base' && URL.canParse(attributes['href'] ?? '', url))
        base = new URL(attributes['href'] ?? '', url).href;
      if (name === 'a') open = linkOf(attributes['href'] ?? '', base);
      if (open && /^(br|p|div|h[1-6]|span|time)$/.test(name)) open.title += ' ';
      return anchors.length < maxAnchors;
    },
    text(text) {
      if (inTitle) title += text;
      if (open && unseen === 0 && open.title.length < maxTitle) open.title += text.slice(0, maxTitle);
    },
    close(name) {
      if (frame.has(name)) outside--;
      if (hidden.has(name)) unseen--;
      if (name === 'title') inTitle = false;
      if (name !== 'a' || !open) return;
      if (outside === 0) anchors.push({ ...open, title: open.title.replace(/\s+/g, ' ').trim() });
      open = null;
    },
  });
  return { title: title.replace(/\s+/g, ' ').trim() || null, anchors };
}

function linkOf(href: string, base: string): PageLink | null {
  if (!URL.canParse(href.trim(), base)) return null;
  const address = new URL(href.trim(), base);
  return /^https?:$/.test(address.protocol) ? { url: address.href, title: '' } : null;
}
