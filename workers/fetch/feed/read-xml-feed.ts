import type { FeedHead, FeedLine, ReadFeed } from './feed-document.ts';
import { emptyHead } from './feed-document.ts';
import type { FeedNode } from './feed-tree.ts';
import { baseOf, childrenNamed, elementsOf, parseFeedTree, picker, resolveUrl, textOf } from './feed-tree.ts';
import {
  categoriesOf,
  categoryNames,
  enclosuresOf,
  firstDate,
  firstText,
  firstValue,
  linksOf,
  mediaNames,
  mediaOf,
  peopleOf,
} from './feed-values.ts';
import { readSitemap } from './read-sitemap.ts';
import { localName } from './tree-builder.ts';

/** Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, sitemaps and indexes of sitemaps from `xml`, each with elements of the others; null when it is none of them. `url` is the base of relative addresses, empty when unknown. */
export function readXmlFeed(xml: string, url: string): ReadFeed | null {
  const document = parseFeedTree(expandEntities(xml), url);
  const sitemap = readSitemap(document);
  if (sitemap) return sitemap;
  const root = findRoot(document);
  if (!root) return null;
  const channel =
    root.name === 'atom:feed' || root.name === 'feed' ? root : (childrenNamed(root, ['channel'])[0] ?? root);
  if (url === '') supplyBase(document, channel);
  const lines = [...itemsIn(channel), ...(channel === root ? [] : itemsIn(root))];
  const entries = (root.name === 'atom:entry' ? [root] : lines).map(readLine);
  return { feed: root.name === 'atom:entry' ? emptyHead() : readHead(channel, root), entries };
}

/** Entities that the feed's own DTD defines, as long as they are short plain text: nested ones are how XML bombs are made. */
function expandEntities(xml: string): string {
  if (!xml.includes('<!ENTITY') || xml.length > 1_000_000) return xml;
  const defined = new Map(
    [...xml.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"&<%]{0,100})"|'([^'&<%]{0,100})')\s*>/g)].map((found) => [
      found[1],
      found[2] ?? found[3] ?? '',
    ]),
  );
  return xml.replace(/&([\w.-]+);/g, (reference, name) => defined.get(name) ?? reference);
}

/** Without an address of its own, a feed's relative links stand against the address it gives for itself. */
function supplyBase(document: FeedNode, channel: FeedNode): void {
  const own = pickHead(channel);
  const base = [linksOf(own.links, 'self')[0]?.href, linkOf(own)].find(
    (address) => address && /^https?:/i.test(address),
  );
  if (base) document.base.href = base;
}

const rootNames = new Set(['rss', 'rdf:rdf', 'rdf', 'atom:feed', 'feed', 'channel', 'atom:entry', '{rss}']);

/** Some servers wrap the feed or print something before it. */
function findRoot(document: FeedNode): FeedNode | null {
  const top = elementsOf(document);
  const found =
    top.find((node) => rootNames.has(node.name)) ??
    top.find((node) => rootNames.has(localName(node.tag).toLowerCase()));
  return found ? asAtom(found) : null;
}

/** Atom without its namespace, or under one we don't know, is still Atom. */
function asAtom(root: FeedNode): FeedNode {
  if (localName(root.tag).toLowerCase() !== 'feed' || root.name === 'atom:feed') return root;
  const own = root.name.slice(0, root.name.length - 'feed'.length);
  const rename = (node: FeedNode): void => {
    if (own === '' ? !/[:{]/.test(node.name) : node.name.startsWith(own))
      node.name = `atom:${node.name.slice(own.length)}`;
    for (const child of elementsOf(node)) rename(child);
  };
  rename(root);
  return root;
}

const itemsIn = (node: FeedNode): FeedNode[] =>
  elementsOf(node).flatMap((child) => {
    if (child.name === 'items' || child.name === 'atom:entries') return itemsIn(child);
    return child.name === 'item' || child.name === 'atom:entry' ? [child] : [];
  });

const headNames = {
  link: ['link'],
  links: ['atom:link'],
  guid: ['guid'],
  ttl: ['ttl'],
  updatePeriod: ['sy:updateperiod'],
  updateFrequency: ['sy:updatefrequency'],
  categories: categoryNames,
  title: ['title', 'atom:title', 'dc:title'],
  description: ['description', 'atom:subtitle', 'atom:tagline', 'dc:description', 'itunes:summary', 'itunes:subtitle'],
  language: ['language', 'dc:language', 'atom:language'],
  published: ['pubdate', 'atom:published', 'dcterms:issued', 'atom:issued', 'dcterms:created'],
  updated: ['lastbuilddate', 'atom:updated', 'atom:modified', 'dc:date', 'dcterms:modified', 'pubdate'],
  id: ['atom:id', 'guid'],
  authors: ['atom:author', 'author', 'dc:creator', 'dc:author', 'managingeditor', 'itunes:author', 'webmaster'],
} as const;
const pickHead = picker(headNames);

function readHead(channel: FeedNode, root: FeedNode): FeedHead {
  const own = pickHead(channel);
  const ttl = firstText(own.ttl);
  const updatePeriod = firstText(own.updatePeriod);
  const updateFrequency = firstText(own.updateFrequency);
  return {
    title: firstValue(own.title),
    description: firstValue(own.description),
    link: linkOf(own),
    language: firstText(own.language) ?? channel.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? null,
    published: firstDate(own.published),
    updated: firstDate(own.updated),
    ttl,
    ttlMinutes: minutesBetweenPolls(ttl, updatePeriod, updateFrequency),
    updatePeriod,
    updateFrequency,
    hub: linksOf(own.links, 'hub').map(({ href }) => href),
    self: linksOf(own.links, 'self')[0]?.href ?? null,
    id: firstText(own.id),
    authors: peopleOf(own.authors),
    categories: categoriesOf(own.categories),
  };
}

const periodMinutes: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** The `ttl`, else the syndication module's period divided by its frequency; null when the feed names neither. */
export function minutesBetweenPolls(
  ttl: string | null,
  period: string | null,
  frequency: string | null,
): number | null {
  const minutes = Number(ttl);
  if (ttl !== null && Number.isFinite(minutes) && minutes > 0) return minutes;
  const each = periodMinutes[(period ?? '').toLowerCase()];
  return each === undefined ? null : each / Math.max(1, Number(frequency) || 1);
}

const lineNames = {
  ownLink: ['feedburner:origlink', 'pheedo:origlink'],
  link: ['link'],
  links: ['atom:link'],
  guid: ['guid'],
  enclosures: ['enclosure'],
  categories: categoryNames,
  media: mediaNames,
  id: ['guid', 'atom:id'],
  otherId: ['dc:identifier'],
  title: ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'],
  published: [
    'pubdate',
    'atom:published',
    'atom:issued',
    'dc:date',
    'dcterms:issued',
    'dcterms:created',
    'atom:created',
    'published',
  ],
  updated: ['atom:updated', 'atom:modified', 'dcterms:modified', 'lastbuilddate', 'updated', 'dc:date'],
  summary: [
    'description',
    'atom:summary',
    'dc:description',
    'summary',
    'itunes:summary',
    'itunes:subtitle',
    'media:description',
  ],
  content: ['content:encoded', 'atom:content', 'xhtml:body', 'body', 'content'],
  authors: ['atom:author', 'author', 'dc:creator', 'dc:author', 'itunes:author', 'atom:contributor'],
} as const;

const pickLine = picker(lineNames);

function readLine(item: FeedNode): FeedLine {
  const own = pickLine(item);
  return {
    id: firstText(own.id) ?? item.attributes['rdf:about'] ?? firstText(own.otherId),
    link: linkOf(own),
    ownLink: firstText(own.ownLink),
    title: firstValue(own.title),
    published: firstDate(own.published),
    updated: firstDate(own.updated),
    summary: firstValue(own.summary),
    content: firstValue(own.content),
    authors: peopleOf(own.authors),
    categories: categoriesOf(own.categories),
    enclosures: enclosuresOf(own.enclosures, own.links),
    media: mediaOf(own.media),
  };
}

/** The page that a feed or entry stands for. In RSS a guid is an address unless it says it is none. */
function linkOf({ link, links, guid: guids }: Record<'link' | 'links' | 'guid', readonly FeedNode[]>): string | null {
  for (const plain of link) {
    const address = textOf(plain).trim() || (plain.attributes['href'] ?? '');
    if (address !== '') return resolveUrl(address, baseOf(plain));
  }
  const alternates = linksOf(links, 'alternate');
  const html = alternates.find((one) => /html/.test(one.node.attributes['type'] ?? 'html'));
  const alternate = (html ?? alternates[0])?.href;
  if (alternate) return alternate;
  const [guid] = guids;
  const permalink =
    guid && (guid.attributes['isPermaLink'] ?? guid.attributes['ispermalink'] ?? 'true').toLowerCase() !== 'false'
      ? textOf(guid).trim()
      : '';
  return /^https?:\/\//i.test(permalink) ? permalink : null;
}
