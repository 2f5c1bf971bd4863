import type { FeedLine, ReadFeed } from './feed-document.ts';
import { emptyHead, emptyLine } from './feed-document.ts';
import type { FeedNode } from './feed-tree.ts';
import { baseOf, childrenNamed, elementsOf, resolveUrl, textOf } from './feed-tree.ts';
import { firstDate, firstText, mediaNames, mediaOf } from './feed-values.ts';

/** What a news sitemap may hold at most (Google's rule); of a sitemap of the whole site the newest pages count. */
const maxPages = 1000;

/** Reads a news sitemap, a plain one, or an index of sitemaps (sitemaps.org 0.9); null when the document is none. */
export function readSitemap(document: FeedNode): ReadFeed | null {
  const [set] = childrenNamed(document, ['urlset']);
  if (set)
    return { feed: headOf(set), entries: newestFirst(childrenNamed(set, ['url']).map(readPage)).slice(0, maxPages) };
  const [index] = childrenNamed(document, ['sitemapindex']);
  if (!index) return null;
  return { feed: emptyHead(), entries: [], sitemaps: readIndex(index) };
}

function headOf(set: FeedNode): ReadFeed['feed'] {
  const publication = elementsOf(set)
    .flatMap((url) => childrenNamed(url, ['news:news']))
    .flatMap((news) => childrenNamed(news, ['news:publication']))[0];
  if (!publication) return emptyHead();
  const title = firstText(childrenNamed(publication, ['news:name']));
  return { ...emptyHead(), title, language: firstText(childrenNamed(publication, ['news:language'])) };
}

function readPage(url: FeedNode): FeedLine {
  const [news] = childrenNamed(url, ['news:news']);
  const keywords = (news && firstText(childrenNamed(news, ['news:keywords']))) ?? '';
  return {
    ...emptyLine(),
    link: addressOf(url),
    title: (news && firstText(childrenNamed(news, ['news:title']))) ?? null,
    published: (news && firstDate(childrenNamed(news, ['news:publication_date']))) ?? null,
    updated: firstDate(childrenNamed(url, ['lastmod'])),
    categories: keywords
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    media: childrenNamed(url, ['image:image'])
      .flatMap((image) => addressOf(image, 'image:loc') ?? [])
      .concat(mediaOf(childrenNamed(url, mediaNames))),
  };
}

function addressOf(node: FeedNode, name = 'loc'): string | null {
  const [place] = childrenNamed(node, [name]);
  const address = place ? textOf(place).trim() : '';
  return address === '' ? null : resolveUrl(address, baseOf(node));
}

const dateOf = ({ published, updated }: FeedLine): string => published ?? updated ?? '';

/** Undated pages keep the sitemap's order behind all dated ones. */
const newestFirst = (lines: FeedLine[]): FeedLine[] =>
  lines.sort((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1));

/** News sitemaps first, then by the last change; an index of a site's whole past has thousands. */
function readIndex(index: FeedNode): string[] {
  const maps = childrenNamed(index, ['sitemap']).flatMap((map) => {
    const address = addressOf(map);
    const changed = firstDate(childrenNamed(map, ['lastmod'])) ?? '';
    // `file:` and the like are nobody's to name: the desk would read its own disk.
    return address && /^https?:/i.test(address)
      ? [{ address, rank: `${/news/i.test(address) ? 1 : 0}${changed}` }]
      : [];
  });
  return maps.sort((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0)).map(({ address }) => address);
}
