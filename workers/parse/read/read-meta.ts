import { decodeHTML } from 'entities/decode';
import { datesIn } from '../items/dates.ts';
import { chooseTitle } from '../story/choose-title.ts';
import type { TitleSources } from '../story/title-features.ts';
import type { Block, PageMeta } from './block.ts';
import type { PageHead } from './page-head.ts';
import { sound } from './push-blocks.ts';

/** JSON-LD deeper than this is not an article's own description. */
const maxDepth = 6;
/** More nodes than this in one page are a product list or an attack. */
const maxNodes = 2000;

type Json = Record<string, unknown>;

/** What the page says of itself in JSON-LD, meta elements, its title and its first headings. */
export function readMeta(head: PageHead, blocks: Block[]): PageMeta {
  const nodes = jsonLd(head.jsonLd);
  const article = nodes.find((node) => /Article|BlogPosting|Reportage|LiveBlog/.test(typeOf(node)));
  const meta = (name: string) => head.metas.get(name) ?? null;
  const h1 = blocks
    .filter((block) => block.heading === 1)
    .slice(0, 5)
    .map(({ text }) => text);
  const sources: TitleSources = {
    h1,
    og: tidyText(meta('og:title')),
    twitter: tidyText(meta('twitter:title')),
    jsonLd: tidyText(plainOf(textOf(article?.['headline']))),
    title: head.title,
    site: tidyText(meta('og:site_name')),
    description: meta('og:description') ?? meta('description'),
  };
  const og = sources.og ?? sources.twitter;
  const published = publishedOf(article, nodes, meta);
  const body = textOf(article?.['articleBody']);
  return {
    titles: [...h1, og, sources.jsonLd, head.title].filter((text): text is string => Boolean(text)),
    titleSources: sources,
    headline: chooseTitle(sources),
    heading: chooseHeading(h1, og, sources.jsonLd, head.title),
    published,
    times: head.times,
    byline: authorsOf(article) ?? tidyOrNull(meta('author') ?? meta('article:author')),
    language: languageOf(head.language ?? textOf(article?.['inLanguage']) ?? meta('og:locale')),
    articleBody: body && body.length > 200 ? body : null,
    description: sources.description,
    isLive:
      nodes.some((node) => /LiveBlogPosting/.test(typeOf(node))) || nodes.some((node) => 'liveBlogUpdate' in node),
    isFree:
      article && 'isAccessibleForFree' in article ? !/^false$/i.test(String(article['isAccessibleForFree'])) : null,
    wordCount: Number(article?.['wordCount']) || null,
    next: head.links.get('next') ?? null,
    address: head.links.get('canonical') ?? meta('og:url') ?? null,
    types: [meta('og:type') ?? '', ...new Set(nodes.slice(0, 50).map(typeOf))].join(' ').toLowerCase(),
  };
}

const tidyText = (text: string | null): string | null => (text ? sound(text) || null : null);
/** JSON-LD headlines of some publishers carry entities and tags. */
const plainOf = (text: string | null): string | null =>
  text && /[&<]/.test(text) ? decodeHTML(text.replace(/<[^>]{0,200}>/g, '')) : text;
const tidyOrNull = (text: string | null): string | null => (text && !/^https?:|^\//.test(text) ? sound(text) : null);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
const typeOf = (node: Json): string => [node['@type']].flat().join(' ');

/** All objects of the page's JSON-LD, in reading order, without recursion. */
function jsonLd(scripts: string[]): Json[] {
  const found: Json[] = [];
  for (const script of scripts) {
    const queue: { value: unknown; depth: number }[] = [{ value: parsed(script), depth: 0 }];
    for (let at = 0; at < queue.length && found.length < maxNodes; at++) {
      const { value, depth } = queue[at] ?? { value: null, depth: 0 };
      if (depth > maxDepth || value === null || typeof value !== 'object') continue;
      if (!Array.isArray(value)) found.push(value as Json);
      for (const child of Object.values(value))
        if (child && typeof child === 'object') queue.push({ value: child, depth: depth + 1 });
    }
  }
  return found;
}

function parsed(text: string): unknown {
  // Some publishers wrap the JSON in CDATA or leave raw line breaks inside strings.
  let bare = text.trim().replace(/^(?:\/\/\s*)?<!\[CDATA\[/, '');
  // No one expression for the end: it would try every blank of a long run as its beginning.
  if (bare.endsWith(']]>')) bare = bare.slice(0, -3).trimEnd().replace(/\/\/$/, '');
  try {
    return JSON.parse(bare.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    return null;
  }
}

/** Names of meta elements that give the day of publication, best first; the page's own clock comes last. */
const dateNames = [
  'article:published_time',
  'article:published:time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'rnews:datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'pubdate',
  'published_time',
  'article.published',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'date.issued',
  'citation_publication_date',
  'citation_date',
  'date',
  'article:modified_time',
];

function publishedOf(
  article: Json | undefined,
  nodes: Json[],
  meta: (name: string) => string | null,
): PageMeta['published'] {
  const ld = textOf(article?.['datePublished']) ?? nodes.map((node) => textOf(node['datePublished'])).find(Boolean);
  const day = ld && isoOrWritten(ld);
  if (day) return { value: day, source: 'json-ld' };
  for (const name of dateNames) {
    const value = meta(name);
    const said = value && isoOrWritten(value);
    if (said) return { value: said, source: 'meta' };
  }
  return null;
}

/** The time as written where it is ISO 8601, else the day that is written out or parted by slashes, year first; null without one. */
function isoOrWritten(value: string): string | null {
  const iso = value.search(/(?:19|20)\d{2}-\d{2}-\d{2}/);
  if (iso >= 0) return value.slice(iso, iso + 40);
  const parted = /\b((?:19|20)\d{2})[/.](\d{1,2})[/.](\d{1,2})\b/.exec(value);
  if (parted) return `${parted[1]}-${parted[2]?.padStart(2, '0')}-${parted[3]?.padStart(2, '0')}`;
  const packed = /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/.exec(value);
  if (packed) return `${packed[1]}-${packed[2]}-${packed[3]}`;
  return datesIn(value.slice(0, 100)).find(({ precision }) => precision === 'day')?.value ?? null;
}

function authorsOf(article: Json | undefined): string | null {
  const names = [article?.['author']]
    .flat()
    .map((author) => textOf(author) ?? textOf((author as Json | null | undefined)?.['name']));
  const seen = names.filter((name): name is string => name !== null && !/^https?:/.test(name)).map(sound);
  return seen.length > 0 ? [...new Set(seen)].join(', ') : null;
}

function languageOf(tag: string | null): string | null {
  const language = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return language ?? null;
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The h1 that another title repeats, else JSON-LD's, else the only h1, else og:title without the site's name. */
function chooseHeading(h1: string[], og: string | null, headline: string | null, title: string): string | null {
  const others = [og, headline, title].filter((text): text is string => Boolean(text)).map(words);
  const agreed = h1.find(
    (text) =>
      text.length > 8 &&
      others.some((other) => other.includes(words(text)) || (other.length > 15 && words(text).includes(other))),
  );
  const chosen =
    agreed ?? headline ?? (h1.length === 1 && (h1[0]?.length ?? 0) > 15 ? h1[0] : null) ?? og ?? withoutSite(title);
  return chosen ? sound(chosen) : null;
}

const withoutSite = (title: string): string => {
  const parts = title.split(/\s+[|–—·»-]\s+/);
  return parts.length > 1
    ? (parts.reduce((best, part) => (part.length > best.length ? part : best), '') ?? title)
    : title;
};
