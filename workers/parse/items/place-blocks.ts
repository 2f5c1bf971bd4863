import type { Brief } from '../briefs/find-briefs.ts';
import { isSeparator } from '../briefs/separators.ts';
import { type ReadPage, sameness, wordCount } from '../read/block.ts';
import type { Scored } from '../story/score-blocks.ts';

/** Where one block of a page went, and why. `brief`: which of the page's briefs, from 1, or null. */
export type PlacedBlock = {
  text: string;
  where: 'headline' | 'story' | 'section' | 'brief heading' | 'brief' | 'furniture';
  brief: number | null;
  why: string;
};

type Found = { headline: string | null; story: number[]; briefs: Brief[] };

/** Says of every block of a page, in reading order, which item holds it, or the reason why none does. */
export function placeBlocks(page: ReadPage, scored: Scored[], { headline, story, briefs }: Found): PlacedBlock[] {
  const inStory = new Set(story);
  const roles = briefRoles(briefs);
  const key = sameness(headline ?? '');
  let headlineSeen = false;
  return page.blocks.map(({ text }, index): PlacedBlock => {
    const role = roles.get(index);
    if (role) return { text, ...role };
    if (inStory.has(index)) return { text, where: 'story', brief: null, why: storyWhy(scored[index]) };
    // Marks and blanks may differ, but no line twice as long is the headline.
    const isHeadline = key !== '' && text.length < 2 * key.length + 20 && sameness(text) === key;
    if (isHeadline && !headlineSeen) {
      headlineSeen = true;
      return { text, where: 'headline', brief: null, why: "the line that the item's headline was taken from" };
    }
    const outside = wordCount(text) < 12 ? 'short line outside the items' : 'text outside the items';
    const why = isSeparator(text) ? 'separator' : isHeadline ? 'repeated headline' : (scored[index]?.reason ?? outside);
    return { text, where: 'furniture', brief: null, why };
  });
}

function briefRoles(briefs: Brief[]): Map<number, Omit<PlacedBlock, 'text'>> {
  const roles = new Map<number, Omit<PlacedBlock, 'text'>>();
  for (const [at, { section, heading, blocks, way }] of briefs.entries()) {
    const brief = at + 1;
    if (section >= 0) roles.set(section, { where: 'section', brief, why: 'label above briefs' });
    if (heading >= 0) roles.set(heading, { where: 'brief heading', brief, why: 'heading of a brief' });
    for (const index of blocks) roles.set(index, { where: 'brief', brief, why: `a report of its own, by ${way}` });
  }
  return roles;
}

const storyWhy = (scored: Scored | undefined): string =>
  scored?.story ? `prose of the story, chance ${Math.round(scored.story * 100) / 100}` : 'prose of plain copy';
