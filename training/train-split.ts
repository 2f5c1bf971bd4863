import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestLine } from '../bench/digests.ts';
import type { StoryModel } from '../workers/parse/story/story-chances.ts';
import { foldsOf } from './folds.ts';
import { growSplit } from './grow-split.ts';
import { growStory } from './grow-story.ts';
import { packForest } from './pack-forest.ts';
import { type Example, exampleOf, readSplitPages, type SplitPage, siteOf } from './split-examples.ts';
import type { StoryPage } from './story-rows.ts';

const folds = 5;
/** What ships needs its pages read by unknowing models too, but no score of them. */
const shippedFolds = 3;
const seeds = [1, 2];

/** Makes the models that split a page and writes them to `path`; `articles` are what the story's model learns from. */
export function writeSplitModel(articles: StoryPage[], path: string): void {
  const { choice, gate } = growSplit(crossFit(readSplitPages(), articles, 0, shippedFolds).examples, 0);
  const lines = [
    '/** Made by `npm run train -- parse`; see split.md. */',
    `export const choiceModel: string =\n  '${packForest(choice)}';`,
    `export const gateModel: string =\n  '${packForest(gate)}';`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
}

/** Prints how pages are split by models that saw no page of their sites, over two foldings of the sites. */
export function printSplitFoldings(articles: StoryPage[]): void {
  const pages = readSplitPages();
  for (const seed of seeds) printFolding(pages, crossFit(pages, articles, seed), seed);
}

type Fitted = { examples: Example[]; foldOf: Map<string, number>; stories: StoryModel[] };

/** Every page as an example whose story was read by a model that had not seen its site. */
function crossFit(pages: SplitPage[], articles: StoryPage[], seed: number, count = folds): Fitted {
  const foldOf = foldsOf(
    [...pages.map(({ site }) => site), ...articles.map(({ article }) => siteOf(article.domain))],
    count,
    seed,
  );
  const stories = Array.from({ length: count }, (_, fold) =>
    growStory(articles.filter(({ article }) => foldOf.get(siteOf(article.domain)) !== fold)),
  );
  const examples = pages.map((page) => exampleOf(page, stories[foldOf.get(page.site) ?? 0] as StoryModel));
  return { examples, foldOf, stories };
}

const reports = [
  ['full pages', 'fixture-html,seed,reprint-html'],
  ['stripped pages', 'reduced-html'],
  ['bulletins', 'bulletin-text'],
  ["the seed's layout", 'composed,seed'],
] as const;

function printFolding(pages: SplitPage[], { examples, foldOf, stories }: Fitted, seed: number): void {
  const lines: string[] = [];
  const whole = { news: 0, web: 0 };
  const ordinary = { news: 0, web: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const split = growSplit(
      examples.filter(({ site }) => foldOf.get(site) !== fold),
      seed,
    );
    for (const { gold, bytes, site, kind } of pages) {
      if (kind === 'copy' || foldOf.get(site) !== fold) continue;
      const line = digestLine(gold?.id ?? '', bytes, { split, story: stories[fold] as StoryModel });
      if (kind === 'digest') lines.push(JSON.stringify(line));
      else {
        ordinary[kind]++;
        if (line.briefs.length === 0) whole[kind]++;
      }
    }
  }
  const file = join(mkdtempSync(join(tmpdir(), 'split-')), `folding-${seed}.jsonl`);
  writeFileSync(file, lines.join('\n'));
  console.log(
    `split, folding ${seed} (${file}): ${whole.news} of ${ordinary.news} ordinary news pages and ${whole.web} of ${ordinary.web} others stay whole`,
  );
  for (const [name, origins] of reports) console.log(`  ${name}: ${scored(file, origins)}`);
}

/** What the set's own scorer says of the predictions in `file`. */
function scored(file: string, origins: string): string {
  const args = ['../shared/score/digests.mjs', '../shared/data/digests/gold', file, '--json', '--origins', origins];
  const score = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Record<string, unknown>;
  return ['items_page_f1', 'no_brief_pages_clean', 'furniture_leakage', 'main_f1_macro']
    .map((name) => `${name} ${score[name]}`)
    .join(', ');
}
