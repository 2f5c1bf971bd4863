import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageDate } from '../workers/parse/items/page-date.ts';
import { chooseTitle } from '../workers/parse/story/choose-title.ts';
import { findStory } from '../workers/parse/story/find-story.ts';
import { scoreBlocks } from '../workers/parse/story/score-blocks.ts';
import { articlesDir, readArticles } from './articles.ts';
import { sameDay } from './date-score.ts';
import { foldsOf } from './folds.ts';
import { growStory } from './grow-story.ts';
import { growTitle, titleKey } from './grow-title.ts';
import { packForest } from './pack-forest.ts';
import { type PageScore, scoreText, tableOf } from './score-text.ts';
import { type StoryPage, storyPage } from './story-rows.ts';
import { printSplitFoldings, writeSplitModel } from './train-split.ts';

const modelDir = 'workers/parse/model';
const folds = 5;
/** Each seed is another folding of the publishers. */
const seeds = [1, 2];

type Outcome = { stratum: string; text: PageScore; title: boolean | null; date: boolean | null };

/** Trains the parse stage's models on all development pages and writes them; with `cv` prints their cross-validated scores instead. */
export async function trainParse(cv: boolean): Promise<void> {
  const pages = readArticles(articlesDir).map(storyPage);
  if (!cv) {
    writeModels(pages);
    return writeSplitModel(pages, join(modelDir, 'split-model.ts'));
  }
  for (const seed of seeds) {
    const outcomes = outcomesOf(pages, seed);
    for (const stratum of ['news', 'web'])
      printRow(
        `folding ${seed} ${stratum}`,
        outcomes.filter((outcome) => outcome.stratum === stratum),
      );
  }
  printSplitFoldings(pages);
}

function writeModels(pages: StoryPage[]): void {
  const { sieve, story } = growStory(pages);
  write('story', [
    `export const sieveModel: string =\n  '${packForest(sieve)}';`,
    `export const storyModel: string =\n  '${packForest(story)}';`,
  ]);
  const weights = growTitle(pages.map(({ article }) => article));
  write('title', [`export const titleModel: readonly number[] = [${weights.join(', ')}];`]);
}

const write = (name: string, lines: string[]): void =>
  writeFileSync(
    join(modelDir, `${name}-model.ts`),
    `/** Made by \`npm run train -- parse\`; see ${name}.md. */\n${lines.join('\n')}\n`,
  );

function outcomesOf(pages: StoryPage[], seed: number): Outcome[] {
  const foldOf = foldsOf(
    pages.map(({ domain }) => domain),
    folds,
    seed,
  );
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const taught = pages.filter(({ domain }) => foldOf.get(domain) !== fold);
    const model = growStory(taught);
    const weights = growTitle(taught.map(({ article }) => article));
    for (const { article } of pages.filter(({ domain }) => foldOf.get(domain) === fold)) {
      const { page, title, published } = article;
      const named = chooseTitle(page.meta.titleSources, weights);
      const scored = scoreBlocks(page, named, model);
      const text = findStory(page, scored, named).map((at) => page.blocks[at]?.text ?? '');
      outcomes.push({
        stratum: article.stratum,
        text: scoreText(article.text, text.join('\n\n')),
        title: title ? titleKey(named) === titleKey(title) : null,
        date: published ? sameDay(published, pageDate(page, article.url)?.value ?? null) : null,
      });
    }
  }
  return outcomes;
}

function printRow(name: string, outcomes: Outcome[]): void {
  const { pages, f1, precision, recall, bad } = tableOf(outcomes.map(({ text }) => text));
  const percent = (value: number) => (100 * value).toFixed(1);
  const right = (list: (boolean | null)[]) => {
    const known = list.filter((value) => value !== null);
    return percent(known.filter(Boolean).length / Math.max(known.length, 1));
  };
  console.log(
    `${name}: ${pages} pages, F1 ${percent(f1)}, precision ${percent(precision)}, recall ${percent(recall)}, under F1 50 ${percent(bad)} %, title ${right(outcomes.map(({ title }) => title))} %, date ${right(outcomes.map(({ date }) => date))} %`,
  );
}
