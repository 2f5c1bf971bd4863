import { readTags } from '../feed/read-tags.ts';

const feedTypes = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
]);

/** The feeds a page names (`<link rel="alternate">`), absolute, in page order, each once. */
export function discoverFeeds(html: string, url: string): string[] {
  const found = new Set<string>();
  let base = url;
  readTags(html, {
    open(name, attributes) {
      if (name === 'base' && attributes['href'] && URL.canParse(attributes['href'], url))
        base = new URL(attributes['href'], url).href;
      const href = attributes['href']?.trim();
      if (name === 'link' && href && isFeedLink(attributes) && URL.canParse(href, base))
        found.add(new URL(href, base).href);
      return true;
    },
  });
  return [...found].filter((address) => /^https?:/.test(address));
}

function isFeedLink(attributes: Record<string, string>): boolean {
  const rel = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
  const type = (attributes['type'] ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  if (!rel.includes('alternate') || !feedTypes.has(type)) return false;
  // WordPress announces its REST interface as JSON too, and that is no feed.
  return !(type === 'application/json' && /\/wp-json\//.test(attributes['href'] ?? ''));
}
