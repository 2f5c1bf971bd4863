import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import { c1 } from './decode-text.ts';

/** An element of a feed. `name` is in lower case under the desk's own prefix for its namespace: `title`, `atom:title`, `dc:date`. */
export interface FeedNode {
  name: string;
  /** As written. */
  tag: string;
  attributes: Record<string, string>;
  children: (FeedNode | string)[];
  base: Base;
  scope: Scope;
}

/** An xml:base as written, to be read against the one outside it; the outermost is the feed's own address, empty when unknown. */
interface Base {
  href: string;
  outer: Base | null;
}

/** The namespaces in scope: our prefix for each of the document's, and our name for each tag met so far. */
interface Scope {
  prefixes: Readonly<Record<string, string>>;
  names: Map<string, string>;
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
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'https://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap/0.84': '',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news:',
  'https://www.google.com/schemas/sitemap-news/0.9': 'news:',
  'http://www.google.com/schemas/sitemap-image/1.1': 'image:',
};

/** Below this no feed keeps anything of its own; a hostile one would only use up the stack. */
const maxDepth = 200;

/**
 * Builds the tree of a feed, forgiving as a browser: whatever stays open is closed at the end of what holds it. It listens
 * to htmlparser2's tokenizer and not to its parser, whose stack takes the square of the depth of a hostile feed.
 */
export function parseFeedTree(xml: string, base: string): FeedNode {
  const builder = new TreeBuilder(xml, base);
  // The tokenizer would look at each letter of a text for the start of an entity; the builder decodes what has one.
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  tokenizer.write(xml);
  tokenizer.end();
  return builder.root;
}

/** Takes the tokenizer's places in `xml`, the whole of which is one chunk. */
class TreeBuilder implements TokenizerCallbacks {
  readonly root: FeedNode;
  private readonly xml: string;
  private readonly open: FeedNode[];
  private readonly openTags: string[] = [''];
  /** Elements below `maxDepth` are no nodes; their names are counted, so that what closes them closes nothing else. */
  private readonly tooDeep = new Map<string, number>();
  private tag = '';
  private attributes: Record<string, string> = noAttributes;
  private attribute = '';
  private value = '';

  constructor(xml: string, base: string) {
    this.xml = xml;
    const scope = { prefixes: {}, names: new Map() };
    const outermost = { href: base, outer: null };
    this.root = { name: '#document', tag: '', attributes: {}, children: [], base: outermost, scope };
    this.open = [this.root];
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.xml.slice(start, end);
    this.attributes = noAttributes;
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.xml.slice(start, end);
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.xml.slice(start, end);
  }

  onattribend(): void {
    if (this.attributes === noAttributes) this.attributes = {};
    this.attributes[this.attribute] ??= decodeXmlEntities(this.value);
  }

  onopentagend(): void {
    const parent = this.open[this.open.length - 1] ?? this.root;
    if (this.open.length > maxDepth) {
      this.tooDeep.set(this.tag, (this.tooDeep.get(this.tag) ?? 0) + 1);
      return;
    }
    const node = makeNode(this.tag, this.attributes, parent);
    parent.children.push(node);
    this.open.push(node);
    this.openTags.push(this.tag);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    this.close(this.tag);
  }

  onclosetag(start: number, end: number): void {
    this.close(this.xml.slice(start, end));
  }

  private close(tag: string): void {
    const deep = this.tooDeep.size > 0 && this.tooDeep.get(tag);
    if (deep) {
      this.tooDeep.set(tag, deep - 1);
      return;
    }
    const last = this.openTags.length - 1;
    const at = this.openTags[last] === tag ? last : this.openTags.lastIndexOf(tag);
    if (at <= 0) return;
    this.openTags.length = at;
    this.open.length = at;
    this.tooDeep.clear();
  }

  ontext(start: number, end: number): void {
    this.addText(decodeXmlEntities(this.xml.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.addText(this.xml.slice(start, end - endOffset));
  }

  private addText(text: string): void {
    const { children } = this.open[this.open.length - 1] ?? this.root;
    const last = children[children.length - 1];
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}

const noAttributes: Record<string, string> = {};

/**
 * XML's own five entities and numbered ones; any other stays as it stands, since it may be HTML's. Whole articles come
 * with each `<` escaped, so the usual text without numbers takes the quick way.
 */
function decodeXmlEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (!text.includes('&#'))
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#[xX]([\da-fA-F]+));/g, (_all, name, decimal, hexadecimal) =>
    name ? (predefined[name] ?? '') : letterAt(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
}

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Numbers 128 to 159 are controls that nobody means: they are of windows-1252 (HTML Standard, 13.2.5.80). */
function letterAt(point: number): string {
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\uFFFD';
  return point >= 0x80 && point <= 0x9f ? (c1[point - 0x80] ?? '') : String.fromCodePoint(point);
}

function makeNode(tag: string, attributes: Record<string, string>, parent: FeedNode): FeedNode {
  const plain = attributes === noAttributes;
  const scope = plain ? parent.scope : scopeOf(attributes, parent.scope);
  const xmlBase = plain ? undefined : attributes['xml:base'];
  return {
    name: scope.names.get(tag) ?? nameIn(scope, tag),
    tag,
    attributes,
    children: [],
    base: xmlBase === undefined ? parent.base : { href: xmlBase, outer: parent.base },
    scope,
  };
}

function nameIn({ prefixes: own, names }: Scope, tag: string): string {
  const prefix = tag.slice(0, Math.max(0, tag.indexOf(':'))).toLowerCase();
  const name = `${own[prefix] ?? (prefix ? `${prefix}:` : '')}${localName(tag).toLowerCase()}`;
  names.set(tag, name);
  return name;
}

export const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

function scopeOf(attributes: Record<string, string>, outer: Scope): Scope {
  let inner: Record<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key.slice('xmlns:'.length).toLowerCase();
    const uri = (attributes[key] ?? '').trim().toLowerCase();
    inner ??= { ...outer.prefixes };
    // An unknown namespace keeps its elements apart from RSS under a prefix that nothing asks for.
    inner[prefix] =
      prefixes[uri] ?? (prefix === '' && /rss/.test(uri) ? '' : uri === '' ? '' : prefix ? `${prefix}:` : `{${uri}}`);
  }
  return inner ? { prefixes: inner, names: new Map() } : outer;
}

/** What relative addresses in this element stand against; empty when unknown. */
export const baseOf = ({ base }: Pick<FeedNode, 'base'>): string =>
  base.outer ? resolveUrl(base.href, baseOf({ base: base.outer })) : base.href;

/** `address` made absolute, or as it stands when there is no base to make it so. */
export function resolveUrl(address: string, base: string): string {
  const trimmed = address.trim();
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed) || base === '' || !URL.canParse(trimmed, base)) return trimmed;
  return new URL(trimmed, base).href;
}

export const elementsOf = (node: FeedNode): FeedNode[] => node.children.filter((child) => typeof child !== 'string');

/** The children of the given names, in the order of the names, then of the document. */
export const childrenNamed = (node: FeedNode, names: readonly string[]): FeedNode[] =>
  names.flatMap((name) => elementsOf(node).filter((child) => child.name === name));

/**
 * Makes a function that sorts the children of an element into fields in one go, each in the order of the names that the
 * field goes by, then of the document; an entry has some sixty such names and ten children.
 */
export function picker<F extends string>(
  fields: Record<F, readonly string[]>,
): (node: FeedNode) => Record<F, readonly FeedNode[]> {
  const keys = Object.keys(fields) as F[];
  const places = new Map<string, { field: F; rank: number }[]>();
  for (const field of keys)
    for (const [rank, name] of fields[field].entries())
      places.set(name, [...(places.get(name) ?? []), { field, rank }]);
  const empty = Object.fromEntries(keys.map((field) => [field, none])) as Record<F, FeedNode[]>;
  const rankOf = (node: FeedNode, field: F) => places.get(node.name)?.find((place) => place.field === field)?.rank ?? 0;
  return (node) => {
    const picked = { ...empty };
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      for (const { field, rank } of places.get(child.name) ?? nowhere) {
        const before = picked[field];
        if (before.length === 0) picked[field] = [child];
        else {
          before.push(child);
          if (before.length > 1 && rank < rankOf(before[before.length - 2] as FeedNode, field))
            before.sort((a, b) => rankOf(a, field) - rankOf(b, field));
        }
      }
    }
    return picked;
  };
}

const none: FeedNode[] = [];
const nowhere: never[] = [];

/** All text below, markup left out. */
export function textOf({ children }: FeedNode): string {
  let text = '';
  for (const child of children) text += typeof child === 'string' ? child : textOf(child);
  return text;
}

/** What stands inside, as markup; namespace prefixes of XHTML are dropped since HTML knows none. */
export const innerMarkup = (node: FeedNode): string =>
  node.children.map((child) => (typeof child === 'string' ? escapeText(child) : outerMarkup(child))).join('');

function outerMarkup(node: FeedNode): string {
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !key.startsWith('xmlns') && !key.startsWith('xml:'))
    .map(
      ([key, value]) =>
        ` ${key}="${escapeText(isAddress(key) ? resolveUrl(value, baseOf(node)) : value).replaceAll('"', '&quot;')}"`,
    )
    .join('');
  const inner = innerMarkup(node);
  const tag = localName(node.tag);
  return inner === '' ? `<${tag}${attributes} />` : `<${tag}${attributes}>${inner}</${tag}>`;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const isAddress = (attribute: string): boolean =>
  /^(href|src|poster|action|cite|longdesc|background)$/i.test(attribute);
