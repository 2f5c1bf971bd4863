import { type Block, type ReadPage, sameness } from '../read/block.ts';
import { findStory } from '../story/find-story.ts';
import { type Scored, scoreBlocks } from '../story/score-blocks.ts';
import type { StoryModel } from '../story/story-chances.ts';
import { type Facet, facetsOf } from './facets.ts';
import { type Brief, findBriefs } from './find-briefs.ts';

/** What is known of a page before it is split. */
export type PageView = {
  page: ReadPage;
  headline: string | null;
  scored: Scored[];
  /** The blocks of the page's own story, as the story's model sees them. */
  story: number[];
  facets: Facet[];
  /** The briefs that the rules are sure of. */
  ruled: Brief[];
};

/** Looks at a page; `furniture`: blocks that a profile rules out, with the reason. Without `model` the shipped one reads the story. */
export function viewPage(page: ReadPage, furniture: Iterable<[number, string]>, model?: StoryModel): PageView {
  const headline = page.meta.headline ?? headlineOf(page);
  const scored = scoreBlocks(page, headline, model);
  const head = page.plain ? headLines(page.blocks, headline) : new Set<number>();
  for (const index of head) scored[index] = { story: 0, reason: 'headline' };
  for (const [index, reason] of furniture) scored[index] = { story: 0, reason };
  const story = findStory(page, scored, headline);
  const ruled = findBriefs(page, scored, headline, page.plain ? [] : story);
  return { page, headline, scored, story, facets: facetsOf(page, scored), ruled };
}

/** Wire copy has its headline on the first line; a page without a title has it in its first heading. */
function headlineOf({ blocks, plain }: ReadPage): string | null {
  const first = blocks.find((block) => block.heading === 1) ?? (plain ? blocks[0] : undefined);
  return first && first.text.length < 250 ? first.text : null;
}

/** The headline's own line and its repetition right below it. */
function headLines(blocks: Block[], headline: string | null): Set<number> {
  const key = sameness(headline ?? '');
  return new Set(
    blocks.slice(0, 4).flatMap((block, index) => (key !== '' && sameness(block.text) === key ? [index] : [])),
  );
}
