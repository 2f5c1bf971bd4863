import type { FeedNode, Scope } from './feed-tree.ts';
import type { MarkupSink } from './scan-markup.ts';

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

/** Builds the tree of a feed, forgiving as a browser: whatever stays open is closed at the end of what holds it. */
export class TreeBuilder implements MarkupSink {
  readonly root: FeedNode;
  private readonly openNodes: FeedNode[];
  private readonly openTags: string[] = [''];
  /** Elements below `maxDepth` are no nodes; their names are counted, so that what closes them closes nothing else. */
  private readonly tooDeep = new Map<string, number>();

  constructor(base: string) {
    const scope = { prefixes: {}, names: new Map() };
    const outermost = { href: base, outer: null };
    this.root = { name: '#document', tag: '', attributes: {}, children: [], base: outermost, scope };
    this.openNodes = [this.root];
  }

  open(tag: string, attributes: Record<string, string> | null): void {
    if (this.openNodes.length > maxDepth) {
      this.tooDeep.set(tag, (this.tooDeep.get(tag) ?? 0) + 1);
      return;
    }
    const parent = this.openNodes[this.openNodes.length - 1] ?? this.root;
    const node = makeNode(tag, attributes, parent);
    parent.children.push(node);
    this.openNodes.push(node);
    this.openTags.push(tag);
  }

  close(tag: string): void {
    const deep = this.tooDeep.size > 0 && this.tooDeep.get(tag);
    if (deep) {
      this.tooDeep.set(tag, deep - 1);
      return;
    }
    const last = this.openTags.length - 1;
    const at = this.openTags[last] === tag ? last : this.openTags.lastIndexOf(tag);
    if (at <= 0) return;
    this.openTags.length = at;
    this.openNodes.length = at;
    this.tooDeep.clear();
  }

  text(text: string): void {
    const { children } = this.openNodes[this.openNodes.length - 1] ?? this.root;
    const last = children[children.length - 1];
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }
}

const noAttributes: Record<string, string> = {};

function makeNode(tag: string, attributes: Record<string, string> | null, parent: FeedNode): FeedNode {
  const scope = attributes ? scopeOf(attributes, parent.scope) : parent.scope;
  const xmlBase = attributes?.['xml:base'];
  return {
    name: scope.names.get(tag) ?? nameIn(scope, tag),
    tag,
    attributes: attributes ?? noAttributes,
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
