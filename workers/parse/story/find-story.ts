import { type ReadPage, sameness } from '../read/block.ts';
import { chooseByExpectedF } from './choose-blocks.ts';
import type { Scored } from './score-blocks.ts';

/** The blocks of the page's own story, in reading order. Blocks it takes lose their reason against them. */
export function findStory(page: ReadPage, scored: Scored[], headline: string | null): number[] {
  if (page.plain) return page.blocks.flatMap((_, at) => (scored[at]?.reason ? [] : [at]));
  const chances = Float32Array.from(scored, ({ story }) => story);
  if (!chances.some((chance) => chance >= leastBest)) return [];
  const chosen = saidOnce(
    page,
    headline,
    chooseByExpectedF(chances, (at) => page.blocks[at]?.text.length ?? 0),
  );
  for (const at of chosen) scored[at] = { story: chances[at] as number, reason: null };
  return chosen;
}

/** A page whose likeliest block is less likely than this has no story: an error page, a wall, a list. */
const leastBest = 0.3;

/** Lines this short may be said twice in one story ("Yes."). */
const shortChars = 25;

/** Without the headline and what the page said before: pull quotes, printings for other screens. */
function saidOnce({ blocks }: ReadPage, headline: string | null, chosen: number[]): number[] {
  const said = new Set([sameness(headline ?? '')]);
  return chosen.filter((at) => {
    const text = blocks[at]?.text ?? '';
    if (text.length < shortChars) return true;
    const key = sameness(text);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
