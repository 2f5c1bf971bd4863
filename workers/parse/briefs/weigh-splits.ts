import type { Facet } from './facets.ts';
import { blockNames, type Sums, sumsOf, wordSet } from './page-sums.ts';
import type { PageView } from './page-view.ts';
import type { Entry, Split } from './propose-splits.ts';
import { isSectionLabel } from './section-words.ts';

const ways = [
  'separator',
  'bullet',
  'number',
  'clock',
  'item',
  'stamp',
  'paragraph',
  'lead',
  'dateline',
  'capital-lead',
  'dated',
  'bold',
  'framed',
  'capitals',
  'linked',
  'short',
  'sibling',
  'labelled',
  'after-address',
  'bracket',
  'ruled',
];
const bodies = ['all', 'run', 'first'];
const reaches = ['zone', 'after', 'within'];

/** `splits`: a row of features for every split, of the group itself and of the group against the page; `page`: the page's own. */
export type Weighed = { splits: number[][]; page: number[] };

/** Puts figures on every split of a page, and on the page. */
export function weighSplits(view: PageView, splits: Split[]): Weighed {
  const sums = sumsOf(view);
  const claims = claimsOf(splits);
  const plain = view.page.plain ? 1 : 0;
  return {
    splits: splits.map((split, at) => [
      ...shapeOf(split),
      ...groupOf(sums, split),
      ...(claims[at] ?? []),
      splits.length,
      sums.proseWords,
      plain,
    ]),
    page: sums.pageRow,
  };
}

const oneHot = (all: string[], own: string): number[] => all.map((each) => (each === own ? 1 : 0));

const shapeOf = (split: Split): number[] => [
  ...oneHot(ways, split.way),
  /^h\d$/.test(split.way) ? Number(split.way[1]) : 0,
  ...oneHot(bodies, split.body),
  ...oneHot(reaches, split.reach),
  split.entries.length,
  split.empty,
  split.empty / (split.empty + split.entries.length),
];

function wordsOf(sums: Sums, entry: Entry): Set<string> {
  const known = sums.words.get(entry.blocks[0] ?? -1);
  if (known) return known;
  const text = [entry.heading, ...entry.blocks.slice(0, 3)]
    .map((index) => sums.view.page.blocks[index]?.text ?? '')
    .join(' ');
  const own = wordSet(text.slice(0, 800));
  sums.words.set(entry.blocks[0] ?? -1, own);
  return own;
}

const sharedOf = (one: Set<string>, other: Set<string>): number => {
  let count = 0;
  for (const word of one) if (other.has(word)) count++;
  return count / Math.max(1, Math.min(one.size, other.size));
};

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
const spread = (values: number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};
const share = <T>(entries: T[], test: (entry: T) => boolean): number =>
  entries.filter(test).length / Math.max(entries.length, 1);

function groupOf(sums: Sums, { entries, zone }: Split): number[] {
  const { page, facets, scored } = sums.view;
  const held = entries.flatMap((entry) => entry.blocks);
  const wordsBy = entries.map((entry) => entry.blocks.reduce((sum, at) => sum + (facets[at]?.words ?? 0), 0));
  const total = wordsBy.reduce((sum, value) => sum + value, 0);
  const first = Math.min(held[0] ?? 0, entries[0]?.heading ?? 0);
  const last = held.at(-1) ?? 0;
  const heldSet = new Set(held);
  const rest = restOf(sums, heldSet, first, last);
  const sets = entries.map((entry) => wordsOf(sums, entry));
  const onHeadline = sets.map((set) => sharedOf(sums.headlineWords, set));
  const headed = entries.filter((entry) => entry.heading >= 0);
  const lone = (entry: Entry) => {
    const facet = facets[entry.blocks.at(-1) ?? -1];
    return facet?.ends === true && !facet.clipped;
  };
  const texts = entries.map((entry) => page.blocks[entry.blocks[0] ?? -1]?.text ?? '');
  const label = page.blocks[entries[0]?.section ?? -1]?.text ?? '';
  return [
    mean(wordsBy),
    spread(wordsBy) / Math.max(mean(wordsBy), 1),
    Math.min(...wordsBy),
    Math.max(...wordsBy),
    total,
    total / Math.max(sums.proseWords, 1),
    mean(entries.map((entry) => entry.blocks.length)),
    spread(entries.map((entry) => entry.blocks.length)),
    Math.max(...entries.map((entry) => entry.blocks.length)),
    share(entries, lone),
    share(entries, (entry) => facets[entry.blocks.at(-1) ?? -1]?.clipped ?? false),
    headed.length / entries.length,
    mean(headed.map((entry) => facets[entry.heading]?.words ?? 0)),
    mean(headed.map((entry) => facets[entry.heading]?.linked ?? 0)),
    share(headed, (entry) => /[?]$/.test(page.blocks[entry.heading]?.text ?? '')),
    mean(held.map((at) => facets[at]?.linked ?? 0)),
    held.filter((at) => scored[at]?.reason !== null).length / Math.max(held.length, 1),
    held.filter((at) => sums.inStory[at]).length / Math.max(held.length, 1),
    share(entries, (entry) => entry.section >= 0),
    isSectionLabel(label) ? 1 : 0,
    new Set(entries.map((entry) => page.blocks[entry.section]?.text ?? '')).size,
    share(entries, (entry) => hasStamp(facets, entry)),
    share(entries, (entry) => (facets[entry.blocks[0] ?? -1]?.openings ?? []).includes('dateline')),
    share(texts, (text) => /^["“”„«‘']/.test(text)),
    share(texts, (text) => /^\p{Ll}/u.test(text)),
    mean(texts.map((text) => (text.slice(0, 200).match(/\s\p{Lu}/gu) ?? []).length)),
    mean(sets.slice(1).map((set, at) => sharedOf(set, sets[at] ?? set))),
    mean(onHeadline),
    share(onHeadline, (shared) => shared > 0),
    new Set(texts.map((text) => text.slice(0, 40))).size / Math.max(texts.length, 1),
    ...ownNames(sums, entries),
    share(entries, (entry) => sums.ruled.has(entry.blocks[0] ?? -1)),
    page.containers[zone]?.depth ?? 0,
    page.containers[zone]?.furniture ? 1 : 0,
    ...rest,
  ];
}

/** How far the entries name the same: the share of each one's names that another has too, and of entries with the commonest name. */
function ownNames(sums: Sums, entries: Entry[]): number[] {
  const sets = entries.slice(0, 40).map((entry) => namesOf(sums, entry));
  const counts = new Map<string, number>();
  for (const set of sets) for (const name of set) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = sets.map(
    (set) => [...set].filter((name) => (counts.get(name) ?? 0) > 1).length / Math.max(set.size, 1),
  );
  const top = [...counts.values()].sort((one, other) => other - one);
  return [
    mean(common),
    (top[0] ?? 0) / sets.length,
    (top[1] ?? 0) / sets.length,
    mean(sets.map((set) => set.size)),
    share(sets, (set) => set.size === 0),
  ];
}

/** Of an entry's first blocks; each block is read once, however many splits hold it. */
function namesOf({ view, names }: Sums, entry: Entry): Set<string> {
  const all = new Set<string>();
  for (const index of entry.blocks.slice(0, 3)) for (const name of blockNames(view.page, names, index)) all.add(name);
  return all;
}

const hasStamp = (facets: Facet[], entry: Entry): boolean => {
  const end = entry.blocks.at(-1) ?? entry.from;
  for (let at = entry.from; at <= end + 1; at++)
    if (facets[at]?.stamp || facets[at]?.openings.includes('dated') || facets[at]?.openings.includes('clock'))
      return true;
  return false;
};

/** What the split leaves out: prose before, between and after its entries, and of the story. */
function restOf(sums: Sums, held: Set<number>, first: number, last: number): number[] {
  const { facets, scored } = sums.view;
  let before = 0;
  let between = 0;
  let after = 0;
  let storyBefore = 0;
  let story = 0;
  for (const [index, facet] of facets.entries()) {
    if (!facet.prose || held.has(index)) continue;
    if (sums.inStory[index]) {
      story += facet.words;
      if (index < first) storyBefore += facet.words;
    }
    if (scored[index]?.reason !== null) continue;
    if (index < first) before += facet.words;
    else if (index > last) after += facet.words;
    else between += facet.words;
  }
  const all = Math.max(sums.proseWords, 1);
  return [
    before,
    between,
    after,
    before / all,
    between / all,
    after / all,
    story,
    story / Math.max(sums.storyWords, 1),
    storyBefore,
    first / Math.max(facets.length, 1),
    last / Math.max(facets.length, 1),
  ];
}

/** How far other splits agree: where several ways begin the same entries, the page is built of them. */
function claimsOf(splits: Split[]): number[][] {
  const count = new Map<number, number>();
  const starts = splits.map((split) => split.entries.map((entry) => entry.blocks[0] ?? -1));
  for (const own of starts) for (const at of new Set(own)) count.set(at, (count.get(at) ?? 0) + 1);
  const most = Math.max(1, ...splits.map((split) => split.entries.length));
  return starts.map((own) => [
    mean(own.map((at) => (count.get(at) ?? 1) - 1)) / Math.max(1, splits.length - 1),
    own.length / most,
  ]);
}
