import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of the digest set as its readers labelled it. */
export type GoldPage = {
  id: string;
  origin: string;
  lang: string;
  layout: string;
  title: string | null;
  main: { text: string };
  briefs: { kind?: string; text: string; heading?: string; date?: string; section?: string }[];
  neutral?: string[];
  furniture?: string[];
};

export type DigestPage = { gold: GoldPage; bytes: Uint8Array; site: string };

/** Reads the digest set. A page's site is the host it names as its own, or the one it links to most; wire copy without links is a site of its own. */
export function readDigests(dir: string): DigestPage[] {
  return readdirSync(join(dir, 'gold'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(join(dir, 'gold', name), 'utf8')) as GoldPage;
      const html = join(dir, 'html', `${gold.id}.html`);
      const bytes = new Uint8Array(readFileSync(existsSync(html) ? html : join(dir, 'raw', `${gold.id}.txt`)));
      return { gold, bytes, site: siteOf(gold, new TextDecoder().decode(bytes)) };
    });
}

function siteOf(gold: GoldPage, text: string): string {
  if (gold.origin === 'composed' || gold.origin === 'seed') return 'turan';
  if (gold.origin === 'bulletin-text') return gold.id;
  const own =
    /rel=["']?canonical["']?[^>]*href=["'](https?:\/\/[^"'/]+)/i.exec(text)?.[1] ??
    /href=["'](https?:\/\/[^"'/]+)[^>]*rel=["']?canonical/i.exec(text)?.[1] ??
    /og:url["'][^>]*content=["'](https?:\/\/[^"'/]+)/i.exec(text)?.[1] ??
    mostLinked(text) ??
    gold.id;
  return own.replace(/^https?:\/\/(?:www\d?\.|m\.|edition\.|roma\.)?/, '').toLowerCase();
}

function mostLinked(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/href=["']?(https?:\/\/[^"'/\s>]+)/gi)) {
    const host = match[1] ?? '';
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}

const perSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
type Bag = { counts: Map<string, number>; size: number };

/** The words of a text with their counts, folded as ../shared/score/digests.mjs folds them. */
function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const word of perSign.test(run) ? run : [run]) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      size++;
    }
  }
  return { counts, size };
}

export function shared(one: Bag, other: Bag): number {
  let sum = 0;
  for (const [word, count] of one.counts) sum += Math.min(count, other.counts.get(word) ?? 0);
  return sum;
}

/** Two texts are one item from this likeness on (GUIDELINES.md, metric). */
const least = 0.8;
const mayMatch = (one: Bag, other: Bag): boolean =>
  Math.min(one.size, other.size) * 2 >= least * (one.size + other.size) && one.size > 0;
const dice = (one: Bag, other: Bag): number =>
  mayMatch(one, other) ? (2 * shared(one, other)) / (one.size + other.size) : 0;

export type Printed = { heading: string; text: string };

/** Scores proposed items against a page's gold as the set's scorer does; keeps what it has compared. */
export class SplitScorer {
  private readonly gold: { bare: Bag; headed: Bag }[];
  private readonly known = new Map<string, number[]>();
  constructor(page: GoldPage) {
    this.gold = page.briefs.map(({ text, heading = '' }) => ({
      bare: bagOf(text),
      headed: bagOf(`${heading} ${text}`),
    }));
  }

  likeness({ heading, text }: Printed): number[] {
    const key = `${heading}\n${text}`;
    const known = this.known.get(key);
    if (known) return known;
    const bare = bagOf(text);
    const headed = bagOf(`${heading} ${text}`);
    const own = this.gold.map((item) =>
      Math.max(dice(item.bare, bare), dice(item.headed, bare), dice(item.bare, headed), dice(item.headed, headed)),
    );
    this.known.set(key, own);
    return own;
  }

  /** Whether the item is one of the gold items. */
  isItem(item: Printed): boolean {
    return this.likeness(item).some((value) => value >= least);
  }

  /** Item F1 of the page; 0 for any item on a page that has none. */
  f1(items: Printed[]): number {
    if (this.gold.length === 0) return items.length === 0 ? 1 : 0;
    const pairs: [number, number, number][] = [];
    for (const [at, item] of items.entries())
      for (const [index, value] of this.likeness(item).entries()) if (value >= least) pairs.push([value, index, at]);
    pairs.sort((one, other) => other[0] - one[0] || one[1] - other[1] || one[2] - other[2]);
    const golds = new Set<number>();
    const taken = new Set<number>();
    for (const [, index, at] of pairs) {
      if (golds.has(index) || taken.has(at)) continue;
      golds.add(index);
      taken.add(at);
    }
    return (2 * golds.size) / (items.length + this.gold.length);
  }
}
