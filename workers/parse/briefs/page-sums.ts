import { datesIn } from '../items/dates.ts';
import type { ReadPage } from '../read/block.ts';
import type { PageView } from './page-view.ts';
import { isSectionLabel, namesDigest, namesLivePage, pathWords } from './section-words.ts';

/** What is added up once of a page before its splits are weighed against it. */
export type Sums = {
  view: PageView;
  inStory: Uint8Array;
  proseWords: number;
  storyWords: number;
  headlineWords: Set<string>;
  words: Map<number, Set<string>>;
  /** Names in each block that was asked for. */
  names: Map<number, Set<string>>;
  pageRow: number[];
  /** First blocks of what the plain rules take for entries. */
  ruled: Set<number>;
};

/** Adds up a page: what its splits are weighed against, and its own row of features. */
export function sumsOf(view: PageView): Sums {
  const { page, facets, story, headline, scored } = view;
  const inStory = new Uint8Array(facets.length);
  for (const index of story) inStory[index] = 1;
  let proseWords = 0;
  let storyWords = 0;
  let linkedLines = 0;
  let stamps = 0;
  let clocks = 0;
  let datelines = 0;
  let labels = 0;
  let separators = 0;
  for (const [index, facet] of facets.entries()) {
    if (facet.prose && scored[index]?.reason === null) proseWords += facet.words;
    if (inStory[index] && facet.prose) storyWords += facet.words;
    if (facet.linked > 0.6) linkedLines++;
    if (facet.stamp) stamps++;
    if (facet.separator) separators++;
    if (facet.openings.includes('clock')) clocks++;
    if (facet.openings.includes('dateline')) datelines++;
    if (facet.words <= 4 && isSectionLabel(page.blocks[index]?.text ?? '')) labels++;
  }
  const title = headline ?? '';
  const names = new Map<number, Set<string>>();
  const pageRow = [
    facets.length,
    storyWords,
    storyWords / Math.max(proseWords, 1),
    linkedLines / Math.max(facets.length, 1),
    stamps,
    separators,
    clocks,
    datelines,
    labels,
    page.meta.isLive ? 1 : 0,
    page.meta.articleBody ? 1 : 0,
    page.meta.published ? 1 : 0,
    namesDigest(headline) ? 1 : 0,
    headline ? title.length : -1,
    (title.match(/[,;|•]\s/g) ?? []).length,
    Number(/(?<![\p{N}.])\d{1,2}(?![\p{N}.])/u.exec(title)?.[0] ?? -1),
    title !== '' ? datesIn(title).length : 0,
    namesLivePage(title) ? 1 : 0,
    ...addressRow(page.meta.address, page.meta.types),
    ...topicRow(view, names),
    view.ruled.length,
  ];
  return {
    view,
    inStory,
    proseWords,
    storyWords,
    headlineWords: wordSet(title),
    words: new Map(),
    names,
    pageRow,
    ruled: new Set(view.ruled.map(({ blocks }) => blocks[0] ?? -1)),
  };
}

/** What the page's own address and types say: front page, list, live page, article. */
function addressRow(address: string | null, types: string): number[] {
  const path = (address ?? '').replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const parts = path.split('/').filter((part) => part !== '');
  const words = pathWords(address);
  return [
    address === null ? -1 : parts.length,
    (parts.at(-1) ?? '').split('-').length,
    /\d{4,}/.test(path) ? 1 : 0,
    namesDigest(words) ? 1 : 0,
    namesLivePage(words) ? 1 : 0,
    /article|blogposting/.test(types) ? 1 : 0,
    /website|collection|webpage|itemlist|blog(?!posting)/.test(types) ? 1 : 0,
  ];
}

/** Words that stand for the page's topic: capitalised within a sentence, or long. */
const nameSet = (text: string): Set<string> =>
  new Set((text.match(/(?<=[\p{L},»"”] [„“"«(]?)\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? []).map((word) => word.slice(0, 6)));

/** How one-sided the page's prose is: the share of its paragraphs that name what most of them name. */
function topicRow({ page, facets, scored }: PageView, names: Map<number, Set<string>>): number[] {
  const counts = new Map<string, number>();
  let paragraphs = 0;
  for (const [index, facet] of facets.entries()) {
    if (!facet.prose || scored[index]?.reason !== null || paragraphs > 200) continue;
    paragraphs++;
    for (const name of blockNames(page, names, index)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const top = [...counts.values()].sort((one, other) => other - one);
  const all = Math.max(paragraphs, 1);
  return [paragraphs, (top[0] ?? 0) / all, (top[2] ?? 0) / all, counts.size / all];
}

/** Long words tell what a text is about, whatever its language. */
export const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}]{5,}/gu) ?? []);

/** The names in a block's beginning, read once however many splits hold it. */
export function blockNames({ blocks }: ReadPage, names: Map<number, Set<string>>, index: number): Set<string> {
  const known = names.get(index);
  if (known) return known;
  const own = nameSet((blocks[index]?.text ?? '').slice(0, 600));
  names.set(index, own);
  return own;
}
