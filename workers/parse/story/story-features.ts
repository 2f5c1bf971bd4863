import type { Block, ReadPage } from '../read/block.ts';
import { kinds } from '../read/name-kinds.ts';
import type { TextFacts } from '../read/text-facts.ts';
import { cueCount } from './cue-words.ts';
import type { PageLines } from './page-lines.ts';
import { type PageShape, type Sums, watchedTags } from './page-shape.ts';
import { type PageTopic, shareOfCore, shareOfPairs, shareOfStems } from './page-topic.ts';

/** All that a row of features is made from. */
export type Surroundings = { page: ReadPage; shape: PageShape; topic: PageTopic; lines: PageLines };

const tagCodes = new Map(
  [
    'p',
    'div',
    'li',
    'td',
    'blockquote',
    'h1',
    'h2',
    'h3',
    'h4',
    'section',
    'article',
    'figcaption',
    'dd',
    'dt',
    'pre',
    'th',
  ].map((tag, code) => [tag, code] as const),
);

const log = (value: number): number => Math.log2(1 + value);
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Features that writeCheapFeatures writes, and all that writeStoryFeatures writes. */
export const cheapFeatures = 35;
export const storyFeatures = 226;

/** Writes the features of block `at` into `row` from `offset` on; returns their number. Their order is the model's. */
export function writeStoryFeatures(around: Surroundings, at: number, row: Float32Array, offset = 0): number {
  let end = writeCheapFeatures(around, at, row, offset);
  end = writeCues(around, at, row, end);
  end = writePlace(around, at, row, end);
  end = writeSums(around, at, row, end);
  end = writeNeighbours(around, at, row, end);
  end = writeTopic(around, at, row, end);
  return end - offset;
}

/** Writes the features that sift the page, the first of every row: those that cost next to nothing. */
export function writeCheapFeatures(around: Surroundings, at: number, row: Float32Array, offset = 0): number {
  return writePosition(around, at, row, writeOwn(around, at, row, offset));
}

function writeOwn({ page, shape }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const block = page.blocks[at] as Block;
  const facts = shape.facts[at] as TextFacts;
  const { words, letters } = facts;
  const chars = block.text.length;
  row[to++] = chars;
  row[to++] = words;
  row[to++] = share(block.linkChars, chars);
  row[to++] = block.links;
  row[to++] = share(block.boldChars, chars);
  row[to++] = block.lead.length;
  row[to++] = block.heading;
  row[to++] = tagCodes.get(block.tag) ?? 16;
  row[to++] = block.listItem ? 1 : 0;
  row[to++] = block.part;
  row[to++] = block.media;
  row[to++] = facts.ending;
  row[to++] = facts.start;
  row[to++] = facts.sentences;
  row[to++] = share(facts.sentences, words);
  row[to++] = share(facts.commas, words);
  row[to++] = share(facts.digits, chars);
  row[to++] = share(facts.uppers, letters);
  row[to++] = share(facts.capitalised, words);
  row[to++] = share(letters, words);
  row[to++] = facts.signs;
  row[to++] = facts.quotes;
  row[to++] = share(letters, chars);
  row[to++] = share(facts.unspaced, chars);
  row[to++] = share(facts.vowels, facts.latin);
  row[to++] = facts.prose;
  return to;
}

function writeCues({ shape }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const facts = shape.facts[at] as TextFacts;
  const { words } = facts;
  for (let cue = 0; cue < cueCount; cue++) {
    row[to++] = share(facts.cues[cue] as number, words);
    row[to++] = (facts.firstCues & (1 << cue)) === 0 ? 0 : 1;
  }
  return to;
}

function writePosition({ page, shape, lines }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const { blocks, containers } = page;
  const { container } = blocks[at] as Block;
  const count = blocks.length;
  row[to++] = at / count;
  row[to++] = at;
  row[to++] = count - at;
  row[to++] = share(lines.charsBefore[at] as number, lines.charsBefore[count] as number);
  row[to++] = share(lines.proseBefore[at] as number, lines.proseBefore[count] as number);
  row[to++] = containers[container]?.depth ?? 0;
  row[to++] = shape.furnitureLevels[container] as number;
  row[to++] = shape.bodyLevels[container] as number;
  row[to++] = shape.outside[container] as number;
  return to;
}

function writePlace({ page, shape, lines }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const { blocks, containers } = page;
  const { container } = blocks[at] as Block;
  const names = shape.above[container] as number;
  for (let kind = 0; kind < kinds.length; kind++) row[to++] = (names >> kind) & 1;
  const near = (containers[container]?.kinds ?? 0) | (containers[containers[container]?.parent ?? 0]?.kinds ?? 0);
  row[to++] = near & 0x1fff ? 31 - Math.clz32(near & 0x1fff) : -1;
  row[to++] = near >> 13 ? 31 - Math.clz32(near >> 13) : -1;
  row[to++] = (containers[container]?.kinds ?? 0) === 0 ? 0 : 1;
  const tags = shape.tagsAbove[container] as number;
  for (let tag = 0; tag < watchedTags.length; tag++) row[to++] = (tags >> tag) & 1;
  const article = shape.article[container] as number;
  row[to++] = article;
  row[to++] = shape.articles;
  row[to++] = article > 0 && article === shape.article[shape.core] ? 1 : 0;
  const head = shape.articleHeads[article] ?? -1;
  row[to++] = head < 0 ? 0 : at - head;
  const { firstHead, headlineAt, coreFirst, coreLast } = lines;
  row[to++] = firstHead < 0 ? 999 : at - firstHead;
  row[to++] = headlineAt < 0 ? 999 : at - headlineAt;
  row[to++] = lines.heads[at] as number;
  row[to++] = (lines.heads[blocks.length] as number) - (lines.heads[at] as number);
  row[to++] = coreFirst < 0 ? 999 : at - coreFirst;
  row[to++] = coreLast < 0 ? 999 : coreLast - at;
  row[to++] = lines.sameBefore[at] as number;
  row[to++] = lines.sameAfter[at] as number;
  row[to++] = lines.upToHeadline[container] as number;
  row[to++] = lines.downFromHeadline[container] as number;
  row[to++] = lines.otherHead[container] as number;
  row[to++] = share(
    (lines.proseBefore[at] as number) - (lines.proseBefore[Math.max(coreFirst, 0)] as number),
    shape.held.prose[shape.core] as number,
  );
  return to;
}

function writeSums({ page, shape, lines }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const { blocks, containers } = page;
  const { held, paths, core } = shape;
  const total = held.prose[0] as number;
  let place = (blocks[at] as Block).container;
  for (let level = 0; level < 5; level++) {
    to = writeShares(held, place, total, row, to);
    place = Math.max(containers[place]?.parent ?? 0, 0);
  }
  const path = containers[(blocks[at] as Block).container]?.path ?? 0;
  to = writeShares(paths, path, total, row, to);
  const up = containers[containers[(blocks[at] as Block).container]?.parent ?? 0]?.path ?? 0;
  row[to++] = share(paths.prose[up] as number, total);
  to = writeShares(held, core, total, row, to);
  row[to++] = log(total);
  row[to++] = log(held.count[0] as number);
  row[to++] = share(held.links[0] as number, held.chars[0] as number);
  row[to++] = lines.heads[blocks.length] as number;
  return to;
}

function writeShares(
  { prose, chars, links, count }: Sums,
  at: number,
  total: number,
  row: Float32Array,
  start: number,
): number {
  row[start] = share(prose[at] as number, total);
  row[start + 1] = share(prose[at] as number, chars[at] as number);
  row[start + 2] = share(links[at] as number, chars[at] as number);
  row[start + 3] = count[at] as number;
  row[start + 4] = share(chars[at] as number, count[at] as number);
  return start + 5;
}

const reach = [-3, -2, -1, 1, 2, 3];

function writeNeighbours(around: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const { page, shape, lines } = around;
  const { blocks, containers } = page;
  const own = blocks[at] as Block;
  const path = containers[own.container]?.path ?? 0;
  for (const step of reach) {
    const block = blocks[at + step];
    const facts = shape.facts[at + step];
    row[to++] = block ? block.text.length : -1;
    row[to++] = block ? share(block.linkChars, block.text.length) : -1;
    row[to++] = facts?.prose ?? -1;
    row[to++] = block ? block.heading : -1;
    if (step !== -1 && step !== 1) continue;
    row[to++] = facts?.ending ?? -1;
    row[to++] = block && containers[block.container]?.path === path ? 1 : 0;
    row[to++] = block?.container === own.container ? 1 : 0;
    row[to++] = block?.media ?? 0;
    row[to++] = block ? (shape.furnitureLevels[block.container] as number) : -1;
    row[to++] = facts?.firstCues ? 31 - Math.clz32(facts.firstCues) : -1;
  }
  for (const width of [3, 8, 20]) {
    const from = Math.max(0, at - width);
    const until = Math.min(blocks.length, at + width + 1);
    row[to++] = (lines.proseBefore[at] as number) - (lines.proseBefore[from] as number);
    row[to++] = (lines.proseBefore[until] as number) - (lines.proseBefore[at + 1] as number);
    row[to++] = share(
      (lines.linksBefore[until] as number) - (lines.linksBefore[from] as number),
      (lines.charsBefore[until] as number) - (lines.charsBefore[from] as number),
    );
  }
  return writeHeading(around, at, row, to);
}

/** What the heading above says, and how far prose is in both directions. */
function writeHeading({ page, shape, lines }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const { blocks, containers } = page;
  const own = (blocks[at] as Block).container;
  const head = lines.headingBefore[at] as number;
  const headBlock = blocks[head];
  const cues = shape.facts[head]?.firstCues ?? 0;
  row[to++] = head < 0 ? 999 : at - head;
  row[to++] = headBlock?.heading ?? 0;
  row[to++] = headBlock?.text.length ?? 0;
  row[to++] = cues === 0 ? -1 : 31 - Math.clz32(cues);
  row[to++] = headBlock ? share(headBlock.linkChars, headBlock.text.length) : -1;
  row[to++] = headBlock && containers[headBlock.container]?.parent === containers[own]?.parent ? 1 : 0;
  row[to++] = headBlock ? (shape.outside[headBlock.container] as number) : -1;
  const last = lines.proseLast[at] as number;
  const next = lines.proseNext[at] as number;
  for (const other of [last, next]) {
    const block = blocks[other];
    row[to++] = block ? Math.abs(at - other) : 999;
    row[to++] = block ? (shape.outside[block.container] as number) : -1;
    row[to++] = block && containers[block.container]?.path === containers[own]?.path ? 1 : 0;
    row[to++] = block && containers[block.container]?.parent === containers[own]?.parent ? 1 : 0;
  }
  return to;
}

function writeTopic({ page, shape, topic }: Surroundings, at: number, row: Float32Array, start: number): number {
  let to = start;
  const facts = shape.facts[at] as TextFacts;
  const inside = shape.outside[(page.blocks[at] as Block).container] === 0;
  row[to++] = shareOfStems(facts, topic.headline);
  row[to++] = shareOfStems(facts, topic.description);
  row[to++] = shareOfPairs(facts, topic.told);
  row[to++] = topic.told.size > 0 ? 1 : 0;
  row[to++] = shareOfCore(facts, topic.core, inside);
  row[to++] = topic.printings.get(facts.hash) ?? 1;
  row[to++] = page.meta.isLive ? 1 : 0;
  row[to++] = page.meta.titles.length;
  return to;
}
