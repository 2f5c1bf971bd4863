import type { Container, ReadPage } from '../read/block.ts';
import type { TextFacts } from '../read/text-facts.ts';
import { likenessToTitles } from './headline-at.ts';
import type { PageShape } from './page-shape.ts';

/** Running sums and marks over the page's blocks, so that each row costs the same however long the page is. */
export type PageLines = {
  proseBefore: Float64Array;
  charsBefore: Float64Array;
  linksBefore: Float64Array;
  /** Index of the last heading before each block, of the last prose before and the next after; -1 without one. */
  headingBefore: Int32Array;
  proseLast: Int32Array;
  proseNext: Int32Array;
  /** First level 1 heading, last one, how many. */
  firstHead: number;
  heads: Int32Array;
  /** First and last prose block inside the core. */
  coreFirst: number;
  coreLast: number;
  headlineAt: number;
  /** How many blocks of the same path stand right before and after each block. */
  sameBefore: Int32Array;
  sameAfter: Int32Array;
  /** For each container: levels from the headline up to what holds both, levels from there down to it; 0 without a headline. */
  upToHeadline: Int16Array;
  downFromHeadline: Int16Array;
  /** For each container: 1 within the part of the page that stands under another first heading than the page's headline. */
  otherHead: Uint8Array;
};

export function pageLines(page: ReadPage, { facts, outside }: PageShape, headlineAt: number): PageLines {
  const { blocks } = page;
  const count = blocks.length;
  const lines: PageLines = {
    upToHeadline: new Int16Array(0),
    downFromHeadline: new Int16Array(0),
    otherHead: new Uint8Array(0),
    proseBefore: new Float64Array(count + 1),
    charsBefore: new Float64Array(count + 1),
    linksBefore: new Float64Array(count + 1),
    headingBefore: new Int32Array(count).fill(-1),
    proseLast: new Int32Array(count).fill(-1),
    proseNext: new Int32Array(count).fill(-1),
    firstHead: -1,
    heads: new Int32Array(count + 1),
    coreFirst: -1,
    coreLast: -1,
    headlineAt,
    ...runsOf(page),
  };
  let heading = -1;
  let prose = -1;
  for (const [at, block] of blocks.entries()) {
    const own = facts[at] as TextFacts;
    lines.proseBefore[at + 1] = (lines.proseBefore[at] as number) + own.prose;
    lines.charsBefore[at + 1] = (lines.charsBefore[at] as number) + block.text.length;
    lines.linksBefore[at + 1] = (lines.linksBefore[at] as number) + block.linkChars;
    lines.heads[at + 1] = (lines.heads[at] as number) + (block.heading === 1 ? 1 : 0);
    lines.headingBefore[at] = heading;
    lines.proseLast[at] = prose;
    if (block.heading > 0) heading = at;
    if (block.heading === 1 && lines.firstHead < 0) lines.firstHead = at;
    if (own.prose > 40) {
      prose = at;
      if (outside[block.container] === 0) {
        if (lines.coreFirst < 0) lines.coreFirst = at;
        lines.coreLast = at;
      }
    }
  }
  Object.assign(lines, placesFromHeadline(page, lines));
  let next = -1;
  for (let at = count - 1; at >= 0; at--) {
    lines.proseNext[at] = next;
    if ((facts[at]?.prose ?? 0) > 40) next = at;
  }
  return lines;
}

function runsOf({ blocks, containers }: ReadPage): Pick<PageLines, 'sameBefore' | 'sameAfter'> {
  const sameBefore = new Int32Array(blocks.length);
  const sameAfter = new Int32Array(blocks.length);
  const paths = blocks.map(({ container }) => containers[container]?.path ?? 0);
  for (let at = 1; at < paths.length; at++)
    if (paths[at] === paths[at - 1]) sameBefore[at] = (sameBefore[at - 1] as number) + 1;
  for (let at = paths.length - 2; at >= 0; at--)
    if (paths[at] === paths[at + 1]) sameAfter[at] = (sameAfter[at + 1] as number) + 1;
  return { sameBefore, sameAfter };
}

type FromHeadline = Pick<PageLines, 'upToHeadline' | 'downFromHeadline' | 'otherHead'>;

/** Another first heading begins another story only where this much prose stands between it and the headline. */
const leastStory = 300;

function placesFromHeadline(
  { blocks, containers, meta }: ReadPage,
  { headlineAt, proseBefore }: PageLines,
): FromHeadline {
  const upToHeadline = new Int16Array(containers.length);
  const downFromHeadline = new Int16Array(containers.length);
  const otherHead = new Uint8Array(containers.length);
  const headline = blocks[headlineAt];
  if (!headline) return { upToHeadline, downFromHeadline, otherHead };
  const like = likenessToTitles(meta);
  const named = like(headline.text) >= 0.5;
  const chain = new Set<number>();
  for (let at = headline.container; at >= 0; at = containers[at]?.parent ?? -1) chain.add(at);
  const depth = containers[headline.container]?.depth ?? 0;
  for (const [at, block] of blocks.entries())
    if (
      named &&
      block.heading === 1 &&
      (proseBefore[at] as number) - (proseBefore[headlineAt] as number) > leastStory &&
      like(block.text) < 0.3
    )
      markPart(containers, chain, otherHead, block.container);
  for (const [at, container] of containers.entries()) {
    const { parent } = container;
    if (chain.has(at)) {
      upToHeadline[at] = Math.min(depth - container.depth, 1000);
      continue;
    }
    upToHeadline[at] = upToHeadline[parent] as number;
    downFromHeadline[at] = Math.min((downFromHeadline[parent] as number) + 1, 1000);
    otherHead[at] = (otherHead[at] as number) | (chain.has(parent) ? 0 : (otherHead[parent] as number));
  }
  return { upToHeadline, downFromHeadline, otherHead };
}

/** Marks the widest container around a heading that does not hold the headline too. */
function markPart(containers: Container[], chain: Set<number>, marks: Uint8Array, from: number): void {
  let at = from;
  while (at >= 0 && !chain.has(at) && marks[at] === 0) {
    const parent = containers[at]?.parent ?? -1;
    // Marked on the way up, so that a flood of nested headings is climbed once.
    marks[at] = 1;
    at = parent;
  }
}
