import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { evidenceNames } from '../../workers/enrich/countries/country-evidence.ts';
import { candidateCountries } from '../../workers/enrich/countries/find-countries.ts';
import { tokenize } from '../../workers/enrich/text/tokenize.ts';
import { chanceOf, type Example, trainLogistic } from './logistic.ts';

type Line = {
  id: string;
  domain?: string;
  lang: string;
  text: string;
  persons: { start: number; end: number }[];
  countries: string[];
};
type Document = {
  set: string;
  fold: number;
  language: string;
  candidates: (Example & { code: string })[];
  gold: Set<string>;
};

const folder = '../shared/data/entities';
// GUIDELINES.md there says which sets may train what ships.
const trainingSets = ['news', 'open.en', 'open.ru'];
const measuringSets = ['wire.ru', 'wire.tr', 'wire.az'];
const folds = 5;
const penalty = 0.5;
/** What a kind of evidence is worth before any example: rare kinds stay near it. */
const priors: Record<string, number> = {
  'clean name': 3,
  'clean demonym': 2,
  'clean capital': 2,
  'clean city': 1.5,
  'clean middling': 1,
  'clean region': 1,
  'clean metonym': 2,
  'clean institution': 1.5,
};
const prior = evidenceNames.map((name) => priors[name] ?? 0);

const hash = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0);

/**
 * Spans of people as the tagger will see them: those of the labels, but every eighth missing, as the people tagger misses some.
 * So the model does not depend on a people model that learnt from the same pages.
 */
const spansOf = ({ id, persons }: Line): { start: number; end: number }[] =>
  persons.filter(({ start }) => hash(`${id} ${start}`) % 8 !== 0).sort((one, other) => one.start - other.start);

const readSet = (set: string): Document[] => {
  const file = `${folder}/${set}.jsonl`;
  if (!existsSync(file))
    throw new Error(
      `train countries: ${file} is missing; it holds the labelled articles (CONTRIBUTING data, not in this repository)`,
    );
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const article = JSON.parse(line) as Line;
      const language = article.lang ?? set.slice(-2);
      const gold = new Set(article.countries);
      const found = candidateCountries(article.text, tokenize(article.text), language, spansOf(article));
      const candidates = found.map(({ code, evidence }) => ({ code, row: evidence, label: gold.has(code) }));
      return { set, fold: hash(article.domain ?? article.id) % folds, language, candidates, gold };
    });
};

type Score = { right: number; extra: number; missing: number; exact: number; documents: number };

const score = (documents: readonly Document[], accepts: (row: Float64Array, fold: number) => boolean): Score => {
  const sum: Score = { right: 0, extra: 0, missing: 0, exact: 0, documents: documents.length };
  for (const { candidates, gold, fold } of documents) {
    const found = candidates.filter(({ row }) => accepts(row, fold));
    const right = found.filter(({ label }) => label).length;
    sum.right += right;
    sum.extra += found.length - right;
    sum.missing += gold.size - right;
    if (right === found.length && right === gold.size) sum.exact++;
  }
  return sum;
};

const f1 = ({ right, extra, missing }: Score): number => (200 * right) / (2 * right + extra + missing);
const exactShare = ({ exact, documents }: Score): number => (100 * exact) / documents;

const groups = (documents: readonly Document[]): [string, Document[]][] => {
  const byName = new Map<string, Document[]>();
  for (const document of documents) {
    const isMain = ['en', 'de', 'ru', 'tr', 'az'].includes(document.language);
    const name = document.set === 'news' ? `news ${isMain ? document.language : 'other'}` : document.set;
    byName.set(name, [...(byName.get(name) ?? []), document]);
  }
  return [...byName];
};

const examplesOf = (documents: readonly Document[]): Example[] => documents.flatMap(({ candidates }) => candidates);

/** The threshold that does best on F1 and exact sets together, each set and language counting alike. */
const bestThreshold = (documents: readonly Document[], weightsOf: (fold: number) => readonly number[]): number => {
  let best = 0.5;
  let most = 0;
  for (let threshold = 0.2; threshold <= 0.7; threshold += 0.02) {
    let value = 0;
    for (const [, own] of groups(documents)) {
      const sum = score(own, (row, fold) => chanceOf(row, weightsOf(fold)) >= threshold);
      if (own.length > 20) value += f1(sum) + exactShare(sum) / 3;
    }
    if (value > most) [most, best] = [value, Math.round(threshold * 100) / 100];
  }
  return best;
};

/** Mean gap between confidence and truth over ten bins: 0 is perfect. */
const calibrationError = (documents: readonly Document[], weightsOf: (fold: number) => readonly number[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ chance: 0, label: 0, count: 0 }));
  for (const { candidates, fold } of documents)
    for (const { row, label } of candidates) {
      const chance = chanceOf(row, weightsOf(fold));
      const bin = bins[Math.min(9, Math.floor(chance * 10))];
      if (!bin) continue;
      bin.chance += chance;
      bin.label += label ? 1 : 0;
      bin.count++;
    }
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce((sum, { chance, label }) => sum + Math.abs(chance - label), 0) / total;
};

/** Trains the model that decides which countries a text mentions; with `cv` prints its cross-validated scores and writes nothing. */
export const trainCountries = async (cv: boolean): Promise<void> => {
  const training = trainingSets.flatMap(readSet);
  const measuring = measuringSets.flatMap(readSet);
  const byFold = Array.from({ length: folds }, (_, fold) =>
    trainLogistic(examplesOf(training.filter((document) => document.fold !== fold)), penalty, prior),
  );
  const weightsOf = (fold: number): readonly number[] => byFold[fold] ?? [];
  const threshold = bestThreshold(training, weightsOf);
  const weights = trainLogistic(examplesOf(training), penalty, prior).map((weight) => Math.round(weight * 1e4) / 1e4);
  const rows = [
    ...groups(training).map(([name, documents]) => ({ name, documents, of: weightsOf })),
    ...groups(measuring).map(([name, documents]) => ({ name, documents, of: () => weights })),
  ].map(({ name, documents, of }) => {
    const model = score(documents, (row, fold) => chanceOf(row, of(fold)) >= threshold);
    const rule = score(documents, () => true);
    return `| ${name} | ${documents.length} | ${f1(model).toFixed(1)} | ${exactShare(model).toFixed(1)} | ${f1(rule).toFixed(1)} | ${exactShare(rule).toFixed(1)} |`;
  });
  const table = [
    '| set | texts | F1 | exact sets % | F1 of every candidate | exact |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  const calibration = (100 * calibrationError(training, weightsOf)).toFixed(1);
  console.error(`${table}\nthreshold ${threshold}, mean gap of confidence and truth ${calibration} points`);
  if (cv) {
    for (const [at, name] of evidenceNames.entries())
      console.error(`${(weights[at] ?? 0).toFixed(2).padStart(7)} ${name}`);
    return;
  }
  writeModel(weights, threshold, table, calibration);
};

const writeModel = (weights: readonly number[], threshold: number, table: string, calibration: string): void => {
  const lines = weights.map((weight, at) => `  ${weight}, // ${evidenceNames[at]}`).join('\n');
  writeFileSync(
    'workers/enrich/model/countries.ts',
    `// Made by \`npm run train -- countries\`; countries.md beside it says from what.\n/** A country whose chance is below this is not tagged. */\nexport const countryThreshold = ${threshold};\n/** Weights of the evidence, in the order of \`evidenceNames\`. */\nexport const countryWeights: readonly number[] = [\n${lines}\n];\n`,
  );
  writeFileSync('workers/enrich/model/countries.md', card(table, calibration, threshold));
};

const card = (table: string, calibration: string, threshold: number): string => `# Model: countries
Decides, for each country that the gazetteer finds evidence of in a text, whether a reader would say the text mentions it. Logistic regression over
${evidenceNames.length} kinds of evidence (workers/enrich/countries/country-evidence.ts), ridge penalty ${penalty} towards a stated prior, Newton's method; no chance enters. Threshold ${threshold}.
Made 2026-11-24 by \`npm run train -- countries\` (again the same bytes from the same data).

Learnt from, with labels made for this project (ours, MIT like the code):
- news.jsonl: 263 news pages of their publishers. The weights are counts of evidence; no text of theirs is in the model.
- open.en.jsonl: 551 English Wikinews articles, open.ru.jsonl: 510 Russian ones. Text from Wikinews (wikinews.org), by Wikinews contributors and авторы
  Русских Викиновостей, CC BY 2.5, https://creativecommons.org/licenses/by/2.5/, shortened and cleaned; 41 by way of GUM, the Georgetown University
  Multilayer corpus (Amir Zeldes and others), CC BY 4.0.
- wire.*.jsonl (NTREX-128, CC BY-SA 4.0) measured only.

Scores: news and open.* by ${folds}-fold cross-validation over domains and articles; wire.* with the shipped weights, which never saw them. People's names are blanked by
the labels with every eighth missing. "Every candidate" is the gazetteer alone.

${table}

Confidence is the model's chance. In cross-validation it differs from the share that is true by ${calibration} points on average (ten bins).
`;
