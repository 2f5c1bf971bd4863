import { titleCandidates, titleFeatureNames } from '../workers/parse/story/title-features.ts';
import type { Article } from './articles.ts';

const steps = 300;
const stepSize = 2;
/** Of the steps' sum; keeps weights of rare features near 0. */
const decay = 0.3;

/** As ../shared/score/articles.mjs compares titles: words only, without case. */
export const titleKey = (text: string | null): string =>
  (
    (text ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Weights of the title features: a softmax over each page's candidates, by gradient ascent. */
export function growTitle(articles: Article[]): number[] {
  const pages = articles
    .filter(({ title }) => title)
    .map(({ title, page }) =>
      titleCandidates(page.meta.titleSources).map(({ text, features }) => ({
        features,
        right: titleKey(text) === titleKey(title),
      })),
    )
    .filter((candidates) => candidates.length > 1 && candidates.some(({ right }) => right));
  const weights = titleFeatureNames.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight) => -decay * weight);
    for (const candidates of pages) addSlope(candidates, weights, slope);
    for (const [at, value] of slope.entries())
      weights[at] = (weights[at] as number) + (stepSize * value) / pages.length;
  }
  return weights.map((weight) => Math.round(weight * 1000) / 1000);
}

function addSlope(candidates: { features: number[]; right: boolean }[], weights: number[], slope: number[]): void {
  const odds = candidates.map(({ features }) =>
    Math.exp(features.reduce((sum, value, at) => sum + value * (weights[at] as number), 0)),
  );
  const all = odds.reduce((sum, value) => sum + value, 0);
  const good = odds.reduce((sum, value, at) => sum + (candidates[at]?.right ? value : 0), 0);
  for (const [index, { features, right }] of candidates.entries()) {
    const odd = odds[index] as number;
    const pull = (right ? odd / good : 0) - odd / all;
    for (const [at, value] of features.entries()) slope[at] = (slope[at] as number) + pull * value;
  }
}
