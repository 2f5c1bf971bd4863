import type { Furniture } from '../../schemas/item.ts';
import { type ReadPage, sameness, wordCount } from './block.ts';
import type { Brief } from './find-briefs.ts';
import type { Scored } from './score-blocks.ts';
import { isSeparator } from './separators.ts';

/** More pieces than this are a link directory; keeping them all would double the store for nothing. */
const maxPieces = 1000;

/** What is in no item, each piece with the reason why. */
export function furnitureOf(
  page: ReadPage,
  scored: Scored[],
  found: { headline: string | null; story: number[]; briefs: Brief[] },
): Furniture[] {
  const held = new Set([...found.story, ...found.briefs.flatMap((brief) => brief.blocks)]);
  const heads = new Set(found.briefs.map((brief) => brief.heading));
  const sections = new Set(found.briefs.map((brief) => brief.section));
  const key = sameness(found.headline ?? '');
  let headlineSeen = false;
  const pieces: Furniture[] = [];
  for (const [index, { text }] of page.blocks.entries()) {
    if (held.has(index) || heads.has(index) || sections.has(index)) continue;
    if (pieces.length === maxPieces) break;
    const isHeadline = key !== '' && sameness(text) === key;
    if (isHeadline && !headlineSeen) {
      headlineSeen = true; // the line that the item's headline was taken from
      continue;
    }
    const outside = wordCount(text) < 12 ? 'short line outside the items' : 'text outside the items';
    const reason = isSeparator(text)
      ? 'separator'
      : isHeadline
        ? 'repeated headline'
        : (scored[index]?.reason ?? outside);
    pieces.push({ text, reason });
  }
  return pieces;
}
