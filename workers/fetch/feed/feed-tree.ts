import { scanMarkup } from './scan-markup.ts';
import { tokenizeMarkup } from './tokenize-markup.ts';
import { localName, TreeBuilder } from './tree-builder.ts';

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
export interface Scope {
  prefixes: Readonly<Record<string, string>>;
  names: Map<string, string>;
}

/** Builds the tree of a feed: a clean one by a quick scan, any other by htmlparser2. Of a clean one both make the same tree. */
export function parseFeedTree(xml: string, base: string): FeedNode {
  const clean = new TreeBuilder(base);
  if (scanMarkup(xml, clean)) return clean.root;
  const builder = new TreeBuilder(base);
  tokenizeMarkup(xml, builder);
  return builder.root;
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

const isAddress = (attribute: string): boolean =>
  /^(href|src|poster|action|cite|longdesc|background)$/i.test(attribute);
