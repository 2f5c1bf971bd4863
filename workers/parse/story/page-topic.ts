import type { ReadPage } from '../read/block.ts';
import { stemsIn, type TextFacts } from '../read/text-facts.ts';
import type { PageShape } from './page-shape.ts';

/** What the page says it is about, and what it says twice: stems are hashes of words' first letters. */
export type PageTopic = {
  headline: Set<number>;
  description: Set<number>;
  /** Pairs of neighbouring stems of the JSON-LD articleBody; empty without one. */
  told: Set<number>;
  /** How often each stem stands in the core's prose. */
  core: Map<number, number>;
  /** How many blocks say the same, by hash of the text. */
  printings: Map<number, number>;
};

/** Words shorter than this are grammar. */
const shortest = 4;
/** A longer articleBody is a book or an attack. */
const maxTold = 60_000;

export function pageTopic(page: ReadPage, { facts, outside }: PageShape, headline: string | null): PageTopic {
  const { meta, blocks } = page;
  const printings = new Map<number, number>();
  const core = new Map<number, number>();
  for (const [index, own] of facts.entries()) {
    printings.set(own.hash, (printings.get(own.hash) ?? 0) + 1);
    if (own.prose === 0 || outside[blocks[index]?.container ?? 0] !== 0 || core.size > 20_000) continue;
    for (const stem of own.stems) core.set(stem, (core.get(stem) ?? 0) + 1);
  }
  return {
    headline: stemsOf(headline ?? meta.titles[0] ?? ''),
    description: stemsOf(meta.description ?? ''),
    told: meta.articleBody ? pairsOf(meta.articleBody) : new Set(),
    core,
    printings,
  };
}

function stemsOf(text: string): Set<number> {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= shortest);
  return new Set(stemsIn(words.join(' ')));
}

const pair = (one: number, other: number): number => Math.imul(one, 31) ^ other;

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let from = 0; from < Math.min(text.length, maxTold); from += 5000) {
    const stems = stemsIn(text.slice(from, from + 5050));
    for (let at = 1; at < stems.length; at++) pairs.add(pair(stems[at - 1] as number, stems[at] as number));
  }
  return pairs;
}

/** Share of the text's neighbouring words that the set of pairs holds. */
export function shareOfPairs({ stems }: TextFacts, pairs: Set<number>): number {
  if (pairs.size === 0 || stems.length < 2) return 0;
  let hits = 0;
  for (let at = 1; at < stems.length; at++) if (pairs.has(pair(stems[at - 1] as number, stems[at] as number))) hits++;
  return hits / (stems.length - 1);
}

export function shareOfStems({ stems }: TextFacts, set: Set<number>): number {
  if (set.size === 0 || stems.length === 0) return 0;
  let hits = 0;
  for (const stem of stems) if (set.has(stem)) hits++;
  return hits / stems.length;
}

/** Share of the words that the core's prose has too, this block's own use of them not counted. */
export function shareOfCore({ stems, prose }: TextFacts, core: Map<number, number>, inside: boolean): number {
  if (stems.length === 0) return 0;
  const own = inside && prose > 0 ? 1 : 0;
  let hits = 0;
  for (const stem of stems) if ((core.get(stem) ?? 0) > own) hits++;
  return hits / stems.length;
}
