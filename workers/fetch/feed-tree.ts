import { Parser } from 'htmlparser2';

/** An element of a feed. `name` is in lower case under the desk's own prefix for its namespace: `title`, `atom:title`, `dc:date`. */
export interface FeedNode {
  name: string;
  /** The local name as written. */
  tag: string;
  attributes: Record<string, string>;
  children: (FeedNode | string)[];
  /** What relative addresses in here stand against (xml:base), empty when unknown. */
  base: string;
  /** Prefixes of namespaces in scope. */
  scope: Record<string, string>;
}

/** Our prefix for each namespace; RSS in all its versions has none. */
const prefixes: Record<string, string> = {
  'http://www.w3.org/2005/atom': 'atom:',
  'http://purl.org/atom/ns#': 'atom:',
  'http://example.com/newformat#': 'atom:',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://channel.netscape.com/rdf/simple/0.9/': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://purl.org/dc/elements/1.0/': 'dc:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy:',
  'http://search.yahoo.com/mrss': 'media:',
  'http://search.yahoo.com/mrss/': 'media:',
  'http://video.search.yahoo.com/mrss': 'media:',
  'http://video.search.yahoo.com/mrss/': 'media:',
  'http://tools.search.yahoo.com/mrss/': 'media:',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes:',
  'http://www.w3.org/1999/xhtml': 'xhtml:',
};

/** Below this no feed keeps anything of its own; a hostile one would only use up the stack. */
const maxDepth = 200;

/** Builds the tree of a feed, forgiving as a browser: whatever stays open is closed at the end of what holds it. */
export function parseFeedTree(xml: string, base: string): FeedNode {
  const root: FeedNode = { name: '#document', tag: '', attributes: {}, children: [], base, scope: {} };
  const open = [root];
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const parent = open.at(-1) ?? root;
        if (open.length > maxDepth) return void tooDeep++;
        const node = makeNode(tag, attributes, parent);
        parent.children.push(node);
        open.push(node);
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep--;
        else if (open.length > 1) open.pop();
      },
      ontext(text) {
        const { children } = open.at(-1) ?? root;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return root;
}

function makeNode(tag: string, attributes: Record<string, string>, parent: FeedNode): FeedNode {
  const scope = scopeOf(attributes, parent.scope);
  const colon = tag.indexOf(':');
  const local = tag.slice(colon + 1);
  const prefix = colon < 0 ? '' : tag.slice(0, colon).toLowerCase();
  const own = scope[prefix] ?? (prefix && knownPrefixes.has(`${prefix}:`) ? `${prefix}:` : prefix ? `${prefix}:` : '');
  const xmlBase = attributes['xml:base'];
  return {
    name: `${own}${local.toLowerCase()}`,
    tag: local,
    attributes,
    children: [],
    base: xmlBase === undefined ? parent.base : resolveUrl(xmlBase, parent.base),
    scope,
  };
}

const knownPrefixes = new Set(Object.values(prefixes));

function scopeOf(attributes: Record<string, string>, outer: Record<string, string>): Record<string, string> {
  let scope = outer;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key.slice('xmlns:'.length).toLowerCase();
    const uri = (attributes[key] ?? '').trim().toLowerCase();
    // An unknown namespace keeps its elements apart from RSS under a prefix that nothing asks for.
    const own =
      prefixes[uri] ?? (prefix === '' && /rss/.test(uri) ? '' : uri === '' ? '' : prefix ? `${prefix}:` : `{${uri}}`);
    scope = { ...scope, [prefix]: own };
  }
  return scope;
}

/** `address` made absolute, or as it stands when there is no base to make it so. */
export function resolveUrl(address: string, base: string): string {
  const trimmed = address.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed) || base === '' || !URL.canParse(trimmed, base)) return trimmed;
  return new URL(trimmed, base).href;
}

export const elementsOf = (node: FeedNode): FeedNode[] => node.children.filter((child) => typeof child !== 'string');

/** The children of the given names, in the order of the names, then of the document. */
export function childrenNamed(node: FeedNode, ...names: string[]): FeedNode[] {
  const found: FeedNode[] = [];
  for (const name of names) {
    for (const child of node.children) if (typeof child !== 'string' && child.name === name) found.push(child);
  }
  return found;
}

/** All text below, markup left out. */
export const textOf = (node: FeedNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** What stands inside, as markup; namespace prefixes of XHTML are dropped since HTML knows none. */
export const innerMarkup = (node: FeedNode): string =>
  node.children.map((child) => (typeof child === 'string' ? escapeText(child) : outerMarkup(child))).join('');

function outerMarkup(node: FeedNode): string {
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !key.startsWith('xmlns') && !key.startsWith('xml:'))
    .map(
      ([key, value]) =>
        ` ${key}="${escapeText(isAddress(key) ? resolveUrl(value, node.base) : value).replaceAll('"', '&quot;')}"`,
    )
    .join('');
  const inner = innerMarkup(node);
  return inner === '' ? `<${node.tag}${attributes} />` : `<${node.tag}${attributes}>${inner}</${node.tag}>`;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const isAddress = (attribute: string): boolean =>
  /^(href|src|poster|action|cite|longdesc|background)$/i.test(attribute);
