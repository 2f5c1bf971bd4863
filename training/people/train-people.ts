import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { findPeople } from '../../workers/enrich/people/find-people.ts';
import { type NameMemory, rememberNames } from '../../workers/enrich/people/name-memory.ts';
import type { Weights } from '../../workers/enrich/people/name-tagger.ts';
import { mayBeName, readBeliefs } from '../../workers/enrich/people/name-tagger.ts';
import { readNameText } from '../../workers/enrich/people/name-text.ts';
import { resolvePeople } from '../../workers/enrich/people/resolve-people.ts';
import type { ReadingWeights } from '../../workers/enrich/people/russian-base.ts';
import { maxLength } from '../../workers/enrich/people/semi-markov.ts';
import { wordHash } from '../../workers/enrich/people/word-hash.ts';
import type { Token } from '../../workers/enrich/text/tokenize.ts';
import { tokenize } from '../../workers/enrich/text/tokenize.ts';
import type { EntityText } from './entity-sets.ts';
import { readEntitySet, trainingSets } from './entity-sets.ts';
import { emptyScore, printScores, type Score, scoreText } from './score-people.ts';
import type { NameExample, NameTraining } from './train-names.ts';
import { learnNames, quantise } from './train-names.ts';
import { learnReadings, shipReadings } from './train-russian-base.ts';

/** `readings`: the Russian base forms' weights, where they were learnt for this model alone. */
export type PeopleModel = { first: Weights; second: Weights; readings?: ReadingWeights };
export type LabelledText = { source: EntityText; tokens: Token[]; example: NameExample };

const training: NameTraining = { epochs: 8, rate: 0.12, wordless: 0.2, seed: 10 };
const parts = 3;

const label = (source: EntityText): LabelledText => {
  const tokens = tokenize(source.text);
  const text = readNameText(tokens, source.lang);
  const names = new Uint8Array(tokens.length);
  for (const { start, end } of source.persons) {
    const from = tokens.findIndex((token) => token.end > start);
    const run = text.runs.find((one) => one.from <= from && from < one.end);
    const length = tokens.findLastIndex((token) => token.start < end) - from + 1;
    if (run && length <= maxLength && mayBeName(text, run, from, length)) names[from] = length;
  }
  return { source, tokens, example: { text, names, weight: 1 } };
};

const loadTexts = (sets: readonly string[] = trainingSets): LabelledText[] =>
  sets.flatMap((set) => readEntitySet(set).map(label));

/** Trains both readings; the second learns from what first readings believe of texts they have not seen. */
const learnPeople = (examples: readonly NameExample[], options: NameTraining = training): PeopleModel => {
  const memories: NameMemory[] = new Array(examples.length);
  for (let part = 0; part < parts; part++) {
    const seen = examples.filter((_, at) => at % parts !== part);
    const weights = quantise(learnNames(seen, null, options));
    for (let at = part; at < examples.length; at += parts) {
      const text = (examples[at] as NameExample).text;
      memories[at] = rememberNames(text, readBeliefs(text, weights));
    }
  }
  return {
    first: quantise(learnNames(examples, null, options)),
    second: quantise(learnNames(examples, memories, options)),
  };
};

export const foldOf = ({ group }: EntityText, folds: number): number => wordHash(`fold ${group}`) % folds;

/** Scores of a model on texts, added up by set and language. */
const scoreModel = (texts: readonly LabelledText[], model: PeopleModel, scores: Map<string, Score>): void => {
  for (const { source, tokens } of texts) {
    const found = findPeople(source.text, tokens, source.lang, model);
    const people = resolvePeople(source.text, tokens, found, source.lang, model.readings);
    const key = `${source.set} ${source.lang}`;
    const score = scores.get(key) ?? emptyScore();
    scores.set(key, score);
    scoreText(source, people, score);
  }
};

/** Prints people and span F1 by set and language, cross-validated. */
const crossValidatePeople = (folds: number, sets?: readonly string[], run = folds): void => {
  const texts = loadTexts(sets);
  const scores = new Map<string, Score>();
  for (let fold = 0; fold < run; fold++) {
    const seen = texts.filter(({ source }) => foldOf(source, folds) !== fold);
    const readings = learnReadings(seen.map(({ source }) => source).filter(({ set }) => set === 'open.ru'));
    const model = { ...learnPeople(seen.map(({ example }) => example)), readings };
    scoreModel(
      texts.filter(({ source }) => foldOf(source, folds) === fold),
      model,
      scores,
    );
  }
  printScores(scores);
};

/** Writes the shipped model: both readings' weights, brotli, base64; the same bytes for the same data. */
const ship = (): void => {
  const model = learnPeople(loadTexts().map(({ example }) => example));
  const unit = Buffer.alloc(4);
  unit.writeFloatLE(model.first.unit);
  const packed = brotliCompressSync(
    Buffer.concat([Buffer.from(model.first.values), Buffer.from(model.second.values), unit]),
    { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } },
  ).toString('base64');
  writeFileSync(
    'workers/enrich/model/people-model.ts',
    `// Made by \`npm run train -- people\`; what it learnt from, its licences and its scores: people.md beside it.\n` +
      `/** Weights of the tagger of persons' names: brotli, base64 (read by ../people-weights.ts). */\nexport const peopleModel: string =\n  '${packed}';\n`,
  );
  console.error(`workers/enrich/model/people-model.ts: ${Math.round(packed.length / 1024)} kB`);
};

/** Trains the shipped tagger of persons' names, or prints its scores by five-fold cross-validation. */
export const trainPeople = async (cv: boolean): Promise<void> => {
  if (cv) return crossValidatePeople(5);
  shipReadings();
  ship();
};
