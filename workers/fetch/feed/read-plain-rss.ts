import RssParser from 'rss-parser';
import { parseFeedDate } from './feed-date.ts';
import type { FeedLine, ReadFeed } from './feed-document.ts';
import { emptyHead, emptyLine } from './feed-document.ts';
import { resolveUrl } from './feed-tree.ts';
import { absoluteAddresses, parsePerson } from './feed-values.ts';
import { minutesBetweenPolls } from './read-xml-feed.ts';

/** xml2js's form of an element: its text, or an object when it has attributes. */
type Value = string | { _?: string; $?: Record<string, string> };
interface Extra {
  guids?: Value[];
  titles?: Value[];
  links?: Value[];
  people?: Value[];
  creators?: Value[];
  labels?: Value[];
  bodies?: Value[];
}
interface HeadExtra {
  links?: Value[];
  ttl?: string;
  language?: string;
  lastBuildDate?: string;
  pubDate?: string;
  heads?: Value[];
  labels?: Value[];
}

const item = [
  ['guid', 'guids', { keepArray: true }],
  ['link', 'links', { keepArray: true }],
  ['title', 'titles', { keepArray: true }],
  ['author', 'people', { keepArray: true }],
  ['dc:creator', 'creators', { keepArray: true }],
  ['category', 'labels', { keepArray: true }],
  ['content:encoded', 'bodies', { keepArray: true }],
];
const feed = [
  ['atom:link', 'links', { keepArray: true }],
  ['category', 'labels', { keepArray: true }],
];

/** Elements whose first value rss-parser gives unchanged. Any other (markup, modules, a second alphabet of prefixes) needs the tree. */
const plainNames = new Set(
  'rss channel item title link description language pubDate lastBuildDate generator guid category ttl copyright docs author dc:creator content:encoded comments atom:link'.split(
    ' ',
  ),
);
/** Snippets are made with expressions that grow with the square of a hostile text. */
const maxPlainLength = 16_000;

/** Whether rss-parser can be right: a small RSS 2.0 with none but the elements above, under their usual prefixes, without DTD, bases or images of its own. */
export function isPlainRss(xml: string): boolean {
  if (
    xml.length > maxPlainLength ||
    !/^\s*(<\?xml[^>]*\?>)?\s*<rss\s[^>]*version\s*=\s*["']2/.test(xml) ||
    !/<\/rss>\s*$/.test(xml)
  )
    return false;
  const markup = withoutCdata(xml);
  if (markup === null || /xml:base|<!|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(markup)) return false;
  for (const [, name = ''] of markup.matchAll(/<([a-z][\w:.-]*)/gi)) if (!plainNames.has(name)) return false;
  const bound = [...xml.matchAll(/xmlns(:\w+)?\s*=\s*["']([^"']*)/g)];
  return bound.every(
    ([, prefix, uri = '']) => prefix !== undefined && (usualUris[prefix] === undefined || usualUris[prefix] === uri),
  );
}

/** What stands outside CDATA; null when a section is not closed or holds the start of another. */
function withoutCdata(xml: string): string | null {
  const [before = '', ...sections] = xml.split('<![CDATA[');
  const outside = sections.map((section) => section.indexOf(']]>'));
  if (outside.includes(-1)) return null;
  return [before, ...sections.map((section, at) => section.slice((outside[at] ?? 0) + 3))].join('');
}

const usualUris: Record<string, string> = {
  ':atom': 'http://www.w3.org/2005/Atom',
  ':dc': 'http://purl.org/dc/elements/1.1/',
  ':content': 'http://purl.org/rss/1.0/modules/content/',
};

/** Reads a plain RSS 2.0 with rss-parser; null when it refuses the feed, which the tree reader may still read. */
export async function readPlainRss(xml: string, url: string): Promise<ReadFeed | null> {
  const parser = new RssParser<HeadExtra, Extra>({ customFields: { item, feed } as object });
  const read = await parser.parseString(xml.trim()).catch(() => null);
  if (!read) return null;
  const ttl = filled(read.ttl);
  return {
    feed: {
      ...emptyHead(),
      title: filled(read.title),
      description: html(read.description, url),
      link: address(read.link, url),
      language: filled(read.language),
      published: parseFeedDate(read.pubDate ?? ''),
      updated: parseFeedDate(read.lastBuildDate ?? read.pubDate ?? ''),
      ttl,
      ttlMinutes: minutesBetweenPolls(ttl, null, null),
      hub: related(read.links, 'hub', url),
      self: related(read.links, 'self', url)[0] ?? null,
      categories: texts(read.labels),
    },
    entries: read.items.map((line) => mapLine(line, url)),
  };
}

function mapLine(line: Extra & RssParser.Item, url: string): FeedLine {
  const [guid] = line.guids ?? [];
  const id = guid === undefined ? null : filled(textOf(guid));
  const permalink = typeof guid === 'object' && guid.$?.['isPermaLink']?.toLowerCase() === 'false' ? null : id;
  const own = texts(line.links)[0];
  return {
    ...emptyLine(),
    id,
    link: own ? resolveUrl(own, url) : permalink && /^https?:/i.test(permalink) ? permalink : null,
    title: html(texts(line.titles)[0], url),
    published: parseFeedDate(line.pubDate ?? ''),
    summary: html(line.content, url),
    content: html(texts(line.bodies)[0], url),
    authors: [...texts(line.people), ...texts(line.creators)].map(parsePerson).filter((person) => person !== null),
    categories: texts(line.labels),
  };
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : (value._ ?? ''));
const texts = (values: Value[] | undefined): string[] =>
  [...new Set((values ?? []).map((value) => textOf(value).trim()))].filter((text) => text !== '');
const filled = (text: string | undefined): string | null => (typeof text === 'string' && text.trim()) || null;
const html = (text: string | undefined, base: string): string | null => {
  const value = filled(text);
  return value === null ? null : absoluteAddresses(value, base);
};
const address = (text: string | undefined, base: string): string | null => {
  const value = filled(text);
  return value === null ? null : resolveUrl(value, base);
};
const related = (links: Value[] | undefined, rel: string, base: string): string[] =>
  (links ?? []).flatMap((link) =>
    typeof link === 'object' && link.$?.['rel'] === rel && link.$['href'] ? [resolveUrl(link.$['href'], base)] : [],
  );
