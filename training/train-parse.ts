import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findStory } from '../workers/parse/find-story.ts';
import { storyChances } from '../workers/parse/story-chances.ts';
import { articlesDir, readArticles } from './articles.ts';
import { foldsOf } from './folds.ts';
import { growStory } from './grow-story.ts';
import { packForest } from './pack-forest.ts';
import { type PageScore, scoreText, tableOf } from './score-text.ts';
import { type StoryPage, storyPage } from './story-rows.ts';

const modelDir = 'workers/parse/model';
const folds = 5;
/** Each seed is another folding of the publishers. */
const seeds = [1, 2];

/** Trains the parse stage's models on all development pages and writes them; with `cv` prints their cross-validated scores instead. */
export async function trainParse(cv: boolean): Promise<void> {
  const pages = readArticles(articlesDir).map(storyPage);
  if (cv) for (const seed of seeds) printFolding(pages, seed);
  else writeModels(pages);
}

function writeModels(pages: StoryPage[]): void {
  const { sieve, story } = growStory(pages);
  const lines = [
    '/** Made by `npm run train -- parse`; see story.md. */',
    `export const sieveModel: string =\n  '${packForest(sieve)}';`,
    `export const storyModel: string =\n  '${packForest(story)}';`,
  ];
  writeFileSync(join(modelDir, 'story-model.ts'), `${lines.join('\n')}\n`);
}

function printFolding(pages: StoryPage[], seed: number): void {
  const foldOf = foldsOf(
    pages.map(({ article }) => article.domain),
    folds,
    seed,
  );
  const scores: Record<string, PageScore[]> = { news: [], web: [] };
  for (let fold = 0; fold < folds; fold++) {
    const model = growStory(pages.filter(({ article }) => foldOf.get(article.domain) !== fold));
    for (const { article, around } of pages.filter((page) => foldOf.get(page.article.domain) === fold)) {
      const scored = Array.from(storyChances(around, model), (story) => ({ story, reason: null }));
      const text = findStory(article.page, scored, article.page.meta.headline).map(
        (at) => article.page.blocks[at]?.text ?? '',
      );
      scores[article.stratum]?.push(scoreText(article.text, text.join('\n\n')));
    }
  }
  for (const [stratum, list] of Object.entries(scores)) {
    const { pages: count, f1, precision, recall, bad } = tableOf(list);
    const percent = (value: number) => (100 * value).toFixed(1);
    console.log(
      `folding ${seed} ${stratum}: ${count} pages, F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}, under F1 50: ${percent(bad)} %`,
    );
  }
}
