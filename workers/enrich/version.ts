import { createHash } from 'node:crypto';
import { placesTable } from './gazetteer/places-table.ts';
import { wordTable } from './lexicon/word-table.ts';
import { countryThreshold, countryWeights } from './model/countries.ts';
import { peopleModel } from './model/people-model.ts';
import { russianModel } from './model/russian-model.ts';

/** Changes whenever the same text may be tagged otherwise by the code; data and models have versions of their own. */
export const enricherVersion = 'enrich-7';

const versionOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 12);

let models: Readonly<Record<string, string>> | null = null;

/**
 * The version of every table and model behind a tag, by name: it stands as `models` on each item version. Each is a hash
 * of the content, so that a table or model that is made anew can't pass for the one before.
 */
export const enrichModels = (): Readonly<Record<string, string>> => {
  models ??= {
    gazetteer: versionOf(placesTable),
    countries: versionOf(JSON.stringify([countryThreshold, countryWeights])),
    people: versionOf(peopleModel),
    russian: versionOf(russianModel),
    words: versionOf(wordTable),
  };
  return models;
};
