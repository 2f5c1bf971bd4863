import { titleModel } from '../model/title-model.ts';
import { type TitleSources, titleCandidates } from './title-features.ts';

/** What the page is called: of its headings, meta titles, JSON-LD headline and `<title>`, the line that most speaks for; null where it has none. */
export function chooseTitle(sources: TitleSources, weights: readonly number[] = titleModel): string | null {
  let best: string | null = null;
  let bestScore = -Infinity;
  for (const { text, features } of titleCandidates(sources)) {
    const score = features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
    if (score <= bestScore) continue;
    best = text;
    bestScore = score;
  }
  return best;
}
