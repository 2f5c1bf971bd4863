import type { ReadPage } from '../read/block.ts';
import type { Facet } from './facets.ts';
import type { PageView } from './page-view.ts';
import { isSectionLabel } from './section-words.ts';
import { markOf } from './separators.ts';

/** One entry of a proposed split: its heading's block or -1, the blocks of its text, the label above it or -1. */
export type Entry = { heading: number; blocks: number[]; section: number; from: number };

/**
 * A way to read a page as entries: what opens each (`way`), how much of what follows is its text (`body`), and the
 * container in which it was looked for. `empty` counts openings that had no text of their own.
 */
export type Split = { way: string; body: Body; zone: number; reach: Reach; entries: Entry[]; empty: number };
export type Body = 'all' | 'run' | 'first';
type Reach = 'zone' | 'after' | 'within';
type Span = { from: number; to: number };

/** Pages with more openings of one way than this are directories; reading on finds nothing and costs time. */
const maxOpenings = 400;
/** Longer and deeper pages are directories or attacks, and zones are sought level by level. */
const maxBlocks = 10_000;
const maxDepth = 250;
const maxZones = 5;
const fewest = 2;

export type Ranges = { first: Int32Array; last: Int32Array };

/** The first and last block of every container. */
function rangesOf({ blocks, containers }: ReadPage): Ranges {
  const first = new Int32Array(containers.length).fill(blocks.length);
  const last = new Int32Array(containers.length).fill(-1);
  for (const [index, { container }] of blocks.entries()) {
    if (index < (first[container] as number)) first[container] = index;
    last[container] = index;
  }
  for (let at = containers.length - 1; at > 0; at--) {
    const parent = containers[at]?.parent ?? 0;
    if ((first[at] as number) < (first[parent] as number)) first[parent] = first[at] as number;
    if ((last[at] as number) > (last[parent] as number)) last[parent] = last[at] as number;
  }
  return { first, last };
}

/** Every way in which the page may be a list of entries; many are wrong. */
export function proposeSplits({ page, facets, story, ruled }: PageView): Split[] {
  const deepest = page.containers.reduce((most, { depth }) => Math.max(most, depth), 0);
  if (page.blocks.length > maxBlocks || deepest > maxDepth) return [];
  const ranges = rangesOf(page);
  const splits: Split[] = [];
  const seen = new Set<string>();
  const add = (way: string, zone: number, reach: Reach, spans: Span[]) => {
    if (spans.length < fewest) return;
    for (const body of bodies) {
      const split = splitOf(page, facets, way, body, zone, reach, spans);
      if (split.entries.length < fewest) continue;
      const key = split.entries.map((entry) => `${entry.heading}:${entry.blocks.join(',')}`).join(';');
      if (!seen.has(key)) splits.push(split);
      seen.add(key);
    }
  };
  const storyEnd = story.at(-1) ?? -1;
  const storyStart = story[0] ?? 0;
  for (const [way, starts] of openingsByWay(facets)) {
    for (const zone of zonesOf(page, starts)) {
      const inside = starts.filter((at) => at >= (ranges.first[zone] as number) && at <= (ranges.last[zone] as number));
      add(way, zone, 'zone', spansBetween(inside, (ranges.last[zone] as number) + 1));
      if (inside.some((at) => at > storyEnd) && inside.some((at) => at <= storyEnd)) {
        const after = inside.filter((at) => at > storyEnd);
        add(way, zone, 'after', spansBetween(after, (ranges.last[zone] as number) + 1));
        const within = inside.filter((at) => at <= storyEnd && at >= storyStart);
        add(way, zone, 'within', spansBetween(within, storyEnd + 1));
      }
    }
  }
  for (const spans of siblingSpans(page, ranges, facets)) add('sibling', spans.zone, 'zone', spans.spans);
  for (const spans of labelledSpans(facets, page)) add('labelled', 0, 'zone', spans);
  if (ruled.length >= fewest) {
    const entries = ruled.map(({ heading, blocks, section }) => ({ heading, blocks, section, from: blocks[0] ?? 0 }));
    splits.push({ way: 'ruled', body: 'all', zone: 0, reach: 'zone', entries, empty: 0 });
  }
  return splits;
}

const bodies: Body[] = ['all', 'run', 'first'];

function openingsByWay(facets: Facet[]): Map<string, number[]> {
  const byWay = new Map<string, number[]>();
  for (const [index, { openings }] of facets.entries()) {
    for (const way of openings) {
      const starts = byWay.get(way);
      if (!starts) byWay.set(way, [index]);
      else if (starts.length < maxOpenings) starts.push(index);
    }
  }
  return byWay;
}

/** The containers whose openings may be one list: the innermost around all, and those of its parts that hold several. */
function zonesOf(page: ReadPage, starts: number[]): number[] {
  const zones: number[] = [];
  const queue = [{ zone: 0, starts }];
  for (let next = queue.shift(); next && zones.length < maxZones; next = queue.shift()) {
    let { zone } = next;
    let parts = partsOf(page, zone, next.starts);
    // A container around all of them that has no text of its own says nothing: go down.
    for (let only = soleEntry(parts, next.starts.length); only !== null; only = soleEntry(parts, next.starts.length)) {
      zone = only;
      parts = partsOf(page, zone, next.starts);
    }
    zones.push(zone);
    const several = [...parts].filter(([part, inside]) => part >= 0 && inside.length >= fewest);
    several.sort((one, other) => other[1].length - one[1].length);
    for (const [part, inside] of several.slice(0, 3)) queue.push({ zone: part, starts: inside });
  }
  return zones;
}

const soleEntry = (parts: Map<number, number[]>, count: number): number | null => {
  for (const [part, inside] of parts) if (part >= 0 && inside.length === count) return part;
  return null;
};

/** The starts by the child of `zone` they stand in; -1 for the zone itself. */
function partsOf({ blocks, containers }: ReadPage, zone: number, starts: number[]): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const start of starts) {
    let at = blocks[start]?.container ?? 0;
    if (at === zone) at = -1;
    else while (at > 0 && containers[at]?.parent !== zone) at = containers[at]?.parent ?? 0;
    const inside = parts.get(at);
    if (inside) inside.push(start);
    else parts.set(at, [start]);
  }
  return parts;
}

const spansBetween = (starts: number[], end: number): Span[] =>
  starts.map((from, at) => ({ from, to: starts[at + 1] ?? end }));

/** Runs of elements that are built alike: same tag and classes, or children of one element with one tag. */
function siblingSpans(page: ReadPage, { first, last }: Ranges, facets: Facet[]): { zone: number; spans: Span[] }[] {
  const prose = new Int32Array(facets.length + 1);
  for (const [index, facet] of facets.entries()) prose[index + 1] = (prose[index] as number) + (facet.prose ? 1 : 0);
  const groups = new Map<string, number[]>();
  for (const [at, { parent, tag, name }] of page.containers.entries()) {
    if (at === 0 || (first[at] as number) > (last[at] as number)) continue;
    if ((prose[(last[at] as number) + 1] as number) === (prose[first[at] as number] as number)) continue;
    const shape = `${tag}.${name.replace(/\d+/g, '').slice(0, 60)}`;
    for (const key of [`${page.containers[parent]?.tag}>${shape}`, `${parent}>${tag}`, `${parent}>${shape}`]) {
      const group = groups.get(key);
      if (group) group.push(at);
      else groups.set(key, [at]);
    }
  }
  const found: { zone: number; spans: Span[] }[] = [];
  for (const group of groups.values()) {
    if (group.length < fewest || group.length > maxOpenings) continue;
    const spans: Span[] = [];
    for (const at of group) {
      const from = first[at] as number;
      if (from < (spans.at(-1)?.to ?? 0)) continue; // inside the one before
      spans.push({ from, to: (last[at] as number) + 1 });
    }
    if (spans.length >= fewest) found.push({ zone: page.containers[group[0] ?? 0]?.parent ?? 0, spans });
  }
  found.sort((one, other) => other.spans.length - one.spans.length);
  return found.slice(0, maxSiblings);
}

const maxSiblings = 40;

/** One-paragraph reports that follow a section's name, up to the first line that is none. */
function labelledSpans(facets: Facet[], { blocks }: ReadPage): Span[][] {
  const all: Span[] = [];
  let open = false;
  for (const [index, facet] of facets.entries()) {
    const { text } = blocks[index] ?? { text: '' };
    if (isSectionLabel(text)) open = true;
    else if (open && facet.prose) all.push({ from: index, to: index + 1 });
    else if (open && !facet.separator && !facet.stamp) open = false;
  }
  return [all];
}

function splitOf(
  page: ReadPage,
  facets: Facet[],
  way: string,
  body: Body,
  zone: number,
  reach: Reach,
  spans: Span[],
): Split {
  const split: Split = { way, body, zone, reach, entries: [], empty: 0 };
  const longest = spans.slice(0, -1).reduce((most, span) => Math.max(most, proseIn(facets, span)), 0);
  let section = -1;
  let before = -1;
  for (const [at, span] of spans.entries()) {
    const limit = at === spans.length - 1 && spans.length > 2 ? longest : Number.POSITIVE_INFINITY;
    const entry = entryOf(page, facets, span, body, limit);
    section = labelBefore(page, facets, before, entry.from, entry.heading) ?? section;
    if (entry.blocks.length === 0) split.empty++;
    else split.entries.push({ ...entry, section });
    before = entry.blocks.at(-1) ?? entry.from;
  }
  return split;
}

const proseIn = (facets: Facet[], { from, to }: Span): number => {
  let count = 0;
  for (let at = from; at < to; at++) if (facets[at]?.prose) count++;
  return count;
};

/** The text of one span: what is prose, from its first prose block on; its heading is the best title line before that. */
function entryOf(page: ReadPage, facets: Facet[], { from, to }: Span, body: Body, limit: number): Entry {
  let heading = -1;
  const blocks: number[] = [];
  for (let at = from; at < to; at++) {
    const facet = facets[at];
    if (!facet) break;
    if (facet.prose) {
      blocks.push(at);
      if (body === 'first' || blocks.length >= limit) break;
    } else if (blocks.length > 0) {
      if (body === 'run') break;
    } else if (facet.title && isBetterTitle(page, facets, heading, at)) heading = at;
  }
  return { heading, blocks, section: -1, from };
}

function isBetterTitle(page: ReadPage, facets: Facet[], held: number, at: number): boolean {
  if (held < 0) return (facets[at]?.words ?? 0) > 0;
  const rank = (index: number) =>
    ((page.blocks[index]?.heading ?? 0) > 0 ? 100 : 0) + Math.min(facets[index]?.words ?? 0, 12);
  return rank(at) > rank(held);
}

/** The last label between two entries: a short title line that is not the next one's heading. */
function labelBefore({ blocks }: ReadPage, facets: Facet[], from: number, to: number, heading: number): number | null {
  for (let at = to; at > from && at > to - 6; at--) {
    const facet = facets[at];
    const text = blocks[at]?.text ?? '';
    if (at === heading || !facet?.title || markOf(text)) continue;
    if (isSectionLabel(text) || (facet.words <= 5 && text.length < 50 && facet.linked < 0.6)) return at;
  }
  return null;
}
