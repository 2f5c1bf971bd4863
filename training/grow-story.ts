import { type Forest, scoreRow } from '../workers/parse/model/forest.ts';
import { type StoryModel, sieveThreshold } from '../workers/parse/story/story-chances.ts';
import { cheapFeatures, storyFeatures } from '../workers/parse/story/story-features.ts';
import { type Growing, growForest, usualGrowing } from './grow-forest.ts';
import type { StoryPage, StoryRows } from './story-rows.ts';

const sieveGrowing: Growing = { ...usualGrowing, trees: 15, leaves: 10, rate: 0.25, columnShare: 1 };
const storyGrowing: Growing = { ...usualGrowing, trees: 100, leaves: 20, rate: 0.1, columnShare: 0.3 };

/** Grows the small forest that sifts the blocks, then the story's forest on what is left. */
export function growStory(pages: StoryPage[]): StoryModel {
  const all: StoryRows[] = pages.flatMap((page) => (page.bare ? [page, page.bare] : [page]));
  const sieve = grow(all, cheapFeatures, sieveGrowing, null);
  return { sieve, story: grow(all, storyFeatures, storyGrowing, sieve) };
}

function grow(pages: StoryRows[], columns: number, growing: Growing, sieve: Forest | null): Forest {
  const taken = pages.map(({ rows, labels }) => {
    const kept: number[] = [];
    for (let at = 0; at < labels.length; at++)
      if (!sieve || scoreRow(sieve, rows, at * storyFeatures) > sieveThreshold) kept.push(at);
    return kept;
  });
  const count = taken.reduce((sum, { length }) => sum + length, 0);
  const values = new Float32Array(count * columns);
  const labels = new Float32Array(count);
  const weights = new Float32Array(count);
  let row = 0;
  for (const [index, page] of pages.entries())
    for (const at of taken[index] as number[]) {
      values.set(page.rows.subarray(at * storyFeatures, at * storyFeatures + columns), row * columns);
      labels[row] = page.labels[at] as number;
      weights[row++] = page.weights[at] as number;
    }
  return growForest({ values, columns }, labels, weights, growing);
}
