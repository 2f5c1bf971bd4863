import type { ReadPage } from './block.ts';
import type { PageShape } from './page-shape.ts';
import type { TextFacts } from './text-facts.ts';

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
};

export function pageLines({ blocks }: ReadPage, { facts, outside }: PageShape, headlineAt: number): PageLines {
  const count = blocks.length;
  const lines: PageLines = {
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
  let next = -1;
  for (let at = count - 1; at >= 0; at--) {
    lines.proseNext[at] = next;
    if ((facts[at]?.prose ?? 0) > 40) next = at;
  }
  return lines;
}
