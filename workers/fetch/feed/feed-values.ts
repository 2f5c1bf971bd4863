import { parseFeedDate } from './feed-date.ts';
import type { Enclosure, Person } from './feed-document.ts';
import type { FeedNode } from './feed-tree.ts';
import { baseOf, childrenNamed, elementsOf, innerMarkup, resolveUrl, textOf } from './feed-tree.ts';

/** The value of the first of these elements that holds one, read as text or markup by its type. */
export function firstValue(nodes: readonly FeedNode[]): string | null {
  for (const child of nodes) {
    const value = constructOf(child);
    if (value !== '') return value;
  }
  return null;
}

/** The plain text of the first of these elements that has one. */
export function firstText(nodes: readonly FeedNode[]): string | null {
  for (const child of nodes) {
    const text = textOf(child).trim();
    if (text !== '') return text;
  }
  return null;
}

/** A text construct: XHTML comes as markup, relative addresses in HTML become absolute, plain text stays. */
function constructOf(node: FeedNode): string {
  const type = (node.attributes['type'] ?? '').toLowerCase();
  const mode = node.attributes['mode'];
  if (
    mode === 'base64' ||
    (node.name.startsWith('atom:') && type !== '' && !/^text|html|xml/.test(type) && /^[\w+/=\s]*$/.test(textOf(node)))
  ) {
    return absoluteAddresses(fromBase64(textOf(node).trim(), type), baseOf(node));
  }
  const [first] = node.children;
  if (node.children.length < 2 && typeof first !== 'object')
    return first === undefined ? '' : absoluteAddresses(first.trim(), baseOf(node));
  const elements = elementsOf(node);
  const [only] = elements;
  const wrapped =
    elements.length === 1 &&
    only &&
    /^(xhtml:|atom:)?(div|body)$/.test(only.name) &&
    (type.includes('xhtml') || only.name.startsWith('xhtml:'));
  return absoluteAddresses(innerMarkup(wrapped ? only : node).trim(), baseOf(wrapped ? only : node));
}

const fromBase64 = (text: string, type: string): string =>
  type.startsWith('image/') ? '' : Buffer.from(text, 'base64').toString('utf8');

/** Makes the addresses in a piece of HTML absolute; without a base, or without such attributes, it is left as it is. */
export function absoluteAddresses(html: string, base: string): string {
  if (base === '' || !html.includes('<') || !anyRelative.test(html)) return html;
  return html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(relativeAddress, (_all, before: string, double?: string, single?: string) => {
      const address = (double ?? single ?? '').replaceAll('&amp;', '&');
      const quote = double === undefined ? "'" : '"';
      return `${before}${quote}${resolveUrl(address, base).replaceAll('&', '&amp;')}${quote}`;
    }),
  );
}

const anyRelative = /[\s](?:href|src|poster|action|cite|longdesc|background)\s*=\s*["'](?!https?:|mailto:|data:)/i;
const relativeAddress =
  /(\s(?:href|src|poster|action|cite|longdesc|background)\s*=\s*)(?:"(?!https?:|mailto:|data:)([^"]*)"|'(?!https?:|mailto:|data:)([^']*)')/gi;

/** The instant of the first of these elements that names one. */
export function firstDate(nodes: readonly FeedNode[]): string | null {
  for (const child of nodes) {
    const date = parseFeedDate(textOf(child));
    if (date) return date;
  }
  return null;
}

/** Longer than any byline; the search for an address in a hostile text would take its square. */
const maxPersonLength = 500;

/** `name@host (Name)`, `Name <name@host>`, or just one of both. */
export function parsePerson(text: string): Person | null {
  const clean = text
    .slice(0, maxPersonLength)
    .replace(/\s+/g, ' ')
    .replace(/mailto:/i, '')
    .trim();
  if (clean === '') return null;
  const email = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;]+/.exec(clean)?.[0] ?? null;
  if (!email) return { name: clean, email: null };
  const name = clean
    .replace(email, '')
    .replace(/[<>()[\]"]/g, '')
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, '');
  return { name: name || null, email };
}

const atomPerson = (node: FeedNode): Person | null => {
  const name = firstText(childrenNamed(node, ['atom:name', 'name']));
  const email = firstText(childrenNamed(node, ['atom:email', 'email']));
  return name || email ? { name, email } : parsePerson(textOf(node));
};

/** Everyone named as an author, each once. */
export function peopleOf(named: readonly FeedNode[]): Person[] {
  if (named.length === 0) return [];
  const people = named.flatMap((child) => {
    const person = elementsOf(child).length > 0 ? atomPerson(child) : parsePerson(textOf(child));
    return person ?? [];
  });
  return people.filter(
    (one, at) => people.findIndex((other) => other.name === one.name && other.email === one.email) === at,
  );
}

export const categoryNames = [
  'category',
  'atom:category',
  'dc:subject',
  'itunes:category',
  'media:category',
  'dcterms:subject',
  'itunes:keywords',
];

/** Labels, terms and subjects, each once. */
export function categoriesOf(named: readonly FeedNode[]): string[] {
  if (named.length === 0) return [];
  const found = named.flatMap((child) => [
    ...[child.attributes['label'], child.attributes['term'], child.attributes['text'], textOf(child)].flatMap(
      (text) => text?.trim() || [],
    ),
    ...(child.name === 'itunes:category' ? categoriesOf(childrenNamed(child, categoryNames)) : []),
    ...(child.name === 'itunes:keywords'
      ? textOf(child)
          .split(',')
          .map((word) => word.trim())
      : []),
  ]);
  return [...new Set(found)];
}

/** Links of one relation; a link without `rel` is the alternate one. `href` or, as some feeds have it, the text. */
export function linksOf(links: readonly FeedNode[], rel: string): { href: string; node: FeedNode }[] {
  return links.flatMap((link) => {
    const relation = (link.attributes['rel'] ?? 'alternate')
      .toLowerCase()
      .replace('http://www.iana.org/assignments/relation/', '');
    if (relation !== rel) return [];
    const written = link.attributes['href'];
    const address = written ?? textOf(link).trim();
    const names = address !== '' || (written === '' && baseOf(link) !== ''); // an empty reference is the base itself
    return names ? [{ href: resolveUrl(address, baseOf(link)), node: link }] : [];
  });
}

/** What is attached: RSS enclosures, Atom's enclosure links, and content of the media module. */
export function enclosuresOf(enclosures: readonly FeedNode[], links: readonly FeedNode[]): Enclosure[] {
  const attached = (child: FeedNode, url: string | undefined, length: string | undefined): Enclosure[] =>
    url
      ? [{ url: resolveUrl(url, baseOf(child)), type: child.attributes['type'] ?? null, length: length ?? null }]
      : [];
  return [
    ...enclosures.flatMap((child) =>
      attached(
        child,
        child.attributes['url'] ?? child.attributes['href'] ?? (textOf(child).trim() || undefined),
        child.attributes['length'],
      ),
    ),
    ...linksOf(links, 'enclosure').flatMap(({ href, node: link }) => attached(link, href, link.attributes['length'])),
  ];
}

export const mediaNames = ['media:content', 'media:thumbnail', 'media:group', 'media:player', 'itunes:image'];

/** Addresses of the media module, groups included. */
export function mediaOf(named: readonly FeedNode[]): string[] {
  if (named.length === 0) return [];
  const found = named.flatMap((child) => {
    const own = child.attributes['url'] ?? child.attributes['href'];
    return [...(own ? [resolveUrl(own, baseOf(child))] : []), ...mediaOf(childrenNamed(child, mediaNames))];
  });
  return [...new Set(found)];
}
