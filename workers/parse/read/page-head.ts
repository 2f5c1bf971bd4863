/** What a page says of itself outside its text, as written: gathered while reading, understood by read-meta.ts. */
export type PageHead = {
  language: string | null;
  title: string;
  /** Name, property or itemprop of each meta element, in lower case, with its content; the first of a name counts. */
  metas: Map<string, string>;
  jsonLd: string[];
  times: Time[];
  /** Addresses by rel: canonical, amphtml, next, prev. */
  links: Map<string, string>;
};

/** A `time` element or one marked up as a date. `block` is the number of blocks that stood before it. */
export type Time = { value: string; itemprop: string; block: number; container: number };

export const emptyHead = (): PageHead => ({
  language: null,
  title: '',
  metas: new Map(),
  jsonLd: [],
  times: [],
  links: new Map(),
});

/** More than these are an attack or a list, not a description of the page. */
const maxMetas = 400;
const maxTimes = 60;
const maxScripts = 30;

type Attributes = Record<string, string | undefined>;

/** Notes what a tag with these attributes says of the page. */
export function noteTag(head: PageHead, tag: string, attributes: Attributes, block: number, container: number): void {
  const { content, itemprop = '' } = attributes;
  if (tag === 'meta') {
    const key = (attributes['property'] ?? attributes['name'] ?? itemprop).toLowerCase();
    if (key && content && !head.metas.has(key) && head.metas.size < maxMetas) head.metas.set(key, content);
  } else if (tag === 'html') head.language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
  else if (tag === 'link') {
    const rel = (attributes['rel'] ?? '').toLowerCase();
    if (/^(canonical|amphtml|next|prev)$/.test(rel) && attributes['href'] && !head.links.has(rel))
      head.links.set(rel, attributes['href']);
  }
  if (head.times.length >= maxTimes) return;
  const value = attributes['datetime'] ?? (/date/i.test(itemprop) ? content : undefined);
  if (value && tag !== 'del' && tag !== 'ins')
    head.times.push({ value: value.slice(0, 100), itemprop, block, container });
}

export function noteJsonLd(head: PageHead, script: string): void {
  if (head.jsonLd.length < maxScripts) head.jsonLd.push(script);
}
