import { type ReadPage, sameness } from './block.ts';
import { chance, type Forest, scoreRow, unpackForest } from './model/forest.ts';
import { sieveModel, storyModel } from './model/story-model.ts';
import { pageLines } from './page-lines.ts';
import { pageShape } from './page-shape.ts';
import { pageTopic } from './page-topic.ts';
import { type Surroundings, storyFeatures, writeCheapFeatures, writeStoryFeatures } from './story-features.ts';

/** Below these log-odds the small forest's word is final: it loses next to no block of a story (model/story.md). */
export const sieveThreshold = -4;

export type StoryModel = { sieve: Forest; story: Forest };

let unpacked: StoryModel | null = null;

/** The shipped model; unpacked once, as it never changes. */
const shippedModel = (): StoryModel => {
  unpacked ??= { sieve: unpackForest(sieveModel), story: unpackForest(storyModel) };
  return unpacked;
};

/** How likely each block of an HTML page is to belong to the page's own story, 0 to 1. */
export function storyChances(around: Surroundings, model = shippedModel()): Float32Array {
  const chances = new Float32Array(around.page.blocks.length);
  const row = new Float32Array(storyFeatures);
  for (let at = 0; at < chances.length; at++) {
    if (!passesSieve(around, at, row, model.sieve)) continue;
    writeStoryFeatures(around, at, row);
    chances[at] = chance(scoreRow(model.story, row));
  }
  return chances;
}

/** Everything that a block's features compare it with, made once for the page. */
export function surroundingsOf(page: ReadPage, headline: string | null): Surroundings {
  const shape = pageShape(page);
  return {
    page,
    shape,
    topic: pageTopic(page, shape, headline),
    lines: pageLines(page, shape, headlineAt(page, headline)),
  };
}

export function passesSieve(around: Surroundings, at: number, row: Float32Array, sieve: Forest): boolean {
  writeCheapFeatures(around, at, row);
  return scoreRow(sieve, row) > sieveThreshold;
}

function headlineAt({ blocks }: ReadPage, headline: string | null): number {
  const key = sameness(headline ?? '');
  if (key === '') return -1;
  return blocks.findIndex(({ heading, text }) => heading > 0 && heading <= 2 && sameness(text) === key);
}
