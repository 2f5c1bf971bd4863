import type { ReadPage } from '../workers/parse/read/block.ts';
import { surroundingsOf } from '../workers/parse/story/story-chances.ts';
import { type Surroundings, storyFeatures, writeStoryFeatures } from '../workers/parse/story/story-features.ts';
import { alignLabels, tokensOf } from './align-labels.ts';
import type { Article } from './articles.ts';
import { barePage } from './bare-pages.ts';

/** One page ready to be trained on: a row of features, a label and a weight for each block. */
export type StoryRows = { domain: string; rows: Float32Array; labels: Float32Array; weights: Float32Array };
export type StoryPage = StoryRows & { article: Article; bare: StoryRows | null };

/** A block without words weighs as much as these, so that lone signs are not forgotten. */
const leastWords = 3;
/** Longer paragraphs teach no more. */
const mostWords = 120;
/** Every so many pages is also taught without its names, at this share of its weight. */
const bareEvery = 2;
const bareShare = 0.3;

export function storyPage(article: Article, index: number): StoryPage {
  const { page, text, domain } = article;
  const labels = alignLabels(
    page.blocks.map((block) => tokensOf(block.text)),
    tokensOf(text),
  );
  const around = surroundingsOf(page, page.meta.headline);
  const bare = index % bareEvery === 0 ? barePage(article, labels, index) : null;
  return {
    article,
    ...rowsOf(page, around, labels, domain, 1),
    bare: bare && rowsOf(bare.page, surroundingsOf(bare.page, page.meta.headline), bare.labels, domain, bareShare),
  };
}

function rowsOf(
  { blocks }: ReadPage,
  around: Surroundings,
  labels: Float32Array,
  domain: string,
  share: number,
): StoryRows {
  const rows = new Float32Array(blocks.length * storyFeatures);
  for (let at = 0; at < blocks.length; at++) {
    const width = writeStoryFeatures(around, at, rows, at * storyFeatures);
    if (width !== storyFeatures) throw new Error(`a row has ${width} features; set storyFeatures to that`);
  }
  const words = blocks.map(({ text }) => tokensOf(text).length);
  return { domain, rows, labels, weights: weightsOf(labels, words, share) };
}

/** Pages count nearly alike whatever their length, as the score counts them; within a page, words count. */
function weightsOf(labels: Float32Array, words: number[], share: number): Float32Array {
  const weights = Float32Array.from(words, (count) => leastWords + Math.min(count, mostWords));
  const story = weights.reduce((sum, weight, at) => sum + weight * (labels[at] as number), 0);
  const scale = (share * (400 / Math.max(story, 50)) ** 0.7) / 10;
  return weights.map((weight) => weight * scale);
}
