import { surroundingsOf } from '../workers/parse/story-chances.ts';
import { type Surroundings, storyFeatures, writeStoryFeatures } from '../workers/parse/story-features.ts';
import { alignLabels, tokensOf } from './align-labels.ts';
import type { Article } from './articles.ts';

/** One page ready to be trained on: a row of features, a label and a weight for each block. */
export type StoryPage = {
  article: Article;
  around: Surroundings;
  rows: Float32Array;
  labels: Float32Array;
  weights: Float32Array;
};

/** A block without words weighs as much as these, so that lone signs are not forgotten. */
const leastWords = 3;
/** Longer paragraphs teach no more. */
const mostWords = 120;

export function storyPage(article: Article): StoryPage {
  const { page, text } = article;
  const around: Surroundings = surroundingsOf(page, page.meta.headline);
  const rows = new Float32Array(page.blocks.length * storyFeatures);
  for (let at = 0; at < page.blocks.length; at++) writeStoryFeatures(around, at, rows, at * storyFeatures);
  const tokens = page.blocks.map((block) => tokensOf(block.text));
  const labels = alignLabels(tokens, tokensOf(text));
  return {
    article,
    around,
    rows,
    labels,
    weights: weightsOf(
      labels,
      tokens.map(({ length }) => length),
    ),
  };
}

/** Pages count nearly alike whatever their length, as the score counts them; within a page, words count. */
function weightsOf(labels: Float32Array, words: number[]): Float32Array {
  const weights = Float32Array.from(words, (count) => leastWords + Math.min(count, mostWords));
  const story = weights.reduce((sum, weight, at) => sum + weight * (labels[at] as number), 0);
  const scale = (400 / Math.max(story, 50)) ** 0.7 / 10;
  return weights.map((weight) => weight * scale);
}
