import { tokenize } from '../tokenize.ts';
import { americanPlaces, americanStates } from './american-places.ts';
import { englishCountries } from './english-countries.ts';
import { germanEndings, germanStems } from './german-stems.ts';
import { smallCodes } from './iso-codes.ts';
import { blockedPhrases, englishMetonyms, otherwisePhrases } from './metonyms.ts';
import { russianEndings, russianMetonyms, russianStems } from './russian-stems.ts';
import { turkicEndings, turkicStems } from './turkic-stems.ts';
import { unspacedNames } from './unspaced.ts';
import { romanceEndings, romanceStems, scandinavianEndings, scandinavianStems } from './western-stems.ts';

export type How = 'name' | 'demonym' | 'capital' | 'city' | 'region' | 'metonym' | 'institution';
/** What a phrase means; `code` null: no country, though a country's name stands in it. `exact`: a phrase's letters as they must stand; a stem's first letter. */
export type Entry = { code: string | null; how: How; exact: string | null; abbreviation: boolean };
export type Gazetteer = {
  /** Folded phrase to entry. */
  phrases: Map<string, Entry>;
  /** First word to the number of words of the longest phrase that begins with it. */
  longest: Map<string, number>;
  /** Folded word beginning to entry; `stemPrefixes` holds the words before the last of stems of several words. */
  stems: Map<string, Entry>;
  stemPrefixes: Set<string>;
  endings: RegExp | null;
  /** What may stand in lower case: words with an adjective's ending, or every stem of the adjectives' table. */
  lowerCase: 'never' | 'adjectives' | 'demonyms';
  /** Names in scripts that part no words; empty for the others. */
  unspacedNames: Map<string, Entry>;
};

const romance = ['fr', 'es', 'it', 'pt', 'ca', 'gl'];
const scandinavian = ['no', 'nb', 'nn', 'sv', 'da'];

const split = (list: string | undefined): string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));
const phraseKey = (phrase: string): string =>
  tokenize(phrase)
    .map((token) => token.folded)
    .join(' ');

const addPhrase = (gazetteer: Gazetteer, phrase: string, code: string | null, how: How): void => {
  const words = tokenize(phrase);
  const first = words[0]?.folded;
  if (!first) return;
  const key = words.map((token) => token.folded).join(' ');
  const isAcronym = /^[A-Z.]{2,5}$/.test(phrase.replaceAll(' ', ''));
  gazetteer.phrases.set(key, {
    code,
    how,
    exact: isAcronym ? phrase.replaceAll('.', '').replaceAll(' ', '') : null,
    abbreviation: !isAcronym && phrase.endsWith('.'),
  });
  gazetteer.longest.set(first, Math.max(gazetteer.longest.get(first) ?? 0, words.length));
};

const addStem = (gazetteer: Gazetteer, stem: string, code: string, how: How): void => {
  const words = tokenize(stem).map((token) => token.folded);
  const key = words.join(' ');
  gazetteer.stems.set(key, { code, how, exact: /^[şç]/u.test(stem) ? stem.slice(0, 1) : null, abbreviation: false });
  for (let length = 1; length < words.length; length++) gazetteer.stemPrefixes.add(words.slice(0, length).join(' '));
};

const addStems = (gazetteer: Gazetteer, table: string, hows: [How, How, How]): void => {
  for (const [code = '', ...columns] of rows(table))
    for (const [index, how] of hows.entries())
      for (const stem of split(columns[index]))
        if (stem.endsWith('=')) addPhrase(gazetteer, stem.slice(0, -1), code, how);
        else addStem(gazetteer, stem, code, how);
};

const codes = (): string[] => [...rows(englishCountries).map(([code]) => code ?? ''), ...smallCodes];

const latin = /^\p{Script=Latin}/u;

/** The country's names as ICU spells them in a language; what stands in brackets is another country as often as another name. */
const intlNames = (language: string): [string, string][] => {
  const names: [string, string][] = [];
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const code of codes()) {
    const name = (display.of(code) ?? '').split(/\s*\(/)[0] ?? '';
    if (name.length > (latin.test(name) ? 2 : 1)) names.push([code, name]);
  }
  return names;
};

/** Countries, capitals and places, as they are spelt in English: they stand in other Latin scripts too. */
const addEnglishPlaces = (gazetteer: Gazetteer): void => {
  for (const [code = '', names, , capital, cities] of rows(englishCountries)) {
    for (const city of split(cities)) addPhrase(gazetteer, city, code, 'city');
    for (const city of split(capital)) addPhrase(gazetteer, city, code, 'capital');
    for (const name of split(names)) addPhrase(gazetteer, name, code, 'name');
  }
  for (const place of split(americanPlaces)) addPhrase(gazetteer, place, 'US', 'city');
  for (const state of split(americanStates)) addPhrase(gazetteer, state, 'US', 'region');
};

const addEnglish = (gazetteer: Gazetteer): void => {
  for (const [code, name] of intlNames('en')) addPhrase(gazetteer, name, code, 'name');
  addEnglishPlaces(gazetteer);
  for (const [code = '', , demonyms] of rows(englishCountries))
    for (const word of split(demonyms)) addPhrase(gazetteer, word, code, 'demonym');
  for (const [code = '', seats, bodies] of rows(englishMetonyms)) {
    for (const seat of split(seats)) addPhrase(gazetteer, seat, code, 'metonym');
    for (const body of split(bodies)) addPhrase(gazetteer, body, code, 'institution');
  }
  for (const phrase of split(blockedPhrases)) addPhrase(gazetteer, phrase, null, 'name');
  for (const [code = '', phrases] of rows(otherwisePhrases))
    for (const phrase of split(phrases)) addPhrase(gazetteer, phrase, code, 'name');
};

const addUnspaced = (gazetteer: Gazetteer, language: string): void => {
  const add = (name: string, code: string): unknown =>
    gazetteer.unspacedNames.set(name, { code, how: 'name', exact: null, abbreviation: false });
  for (const [code, name] of intlNames(language)) add(name, code);
  if (language === 'ar' || language === 'fa') return;
  for (const [code = '', names] of rows(unspacedNames)) for (const name of split(names)) add(name, code);
};

const russianNameStem = (name: string): string => (name.length > 4 ? name.replace(/[аяйьыи]$/u, '') : name);

// Names proper take case endings here; in the western languages they take none but the Scandinavian -s.
const isInflected = (language: string): boolean => ['ru', 'uk', 'tr', 'az', 'de', ...scandinavian].includes(language);

const addLanguage = (gazetteer: Gazetteer, language: string): void => {
  if (language !== 'ru') addEnglishPlaces(gazetteer);
  for (const [code, name] of intlNames(language)) {
    addPhrase(gazetteer, name, code, 'name');
    if (isInflected(language) && !name.includes(' ') && phraseKey(name).length > 3)
      addStem(gazetteer, language === 'ru' ? russianNameStem(name.toLowerCase()) : name, code, 'name');
  }
  if (language === 'ru') addStems(gazetteer, russianMetonyms, ['metonym', 'metonym', 'metonym']);
  if (language === 'ru') addStems(gazetteer, russianStems, ['name', 'capital', 'city']);
  if (language === 'tr' || language === 'az') addStems(gazetteer, turkicStems, ['name', 'capital', 'city']);
  if (romance.includes(language)) addStems(gazetteer, romanceStems, ['demonym', 'capital', 'city']);
  if (scandinavian.includes(language)) addStems(gazetteer, scandinavianStems, ['demonym', 'capital', 'city']);
  if (language === 'de') addStems(gazetteer, germanStems, ['demonym', 'capital', 'city']);
};

const endingsOf = (language: string): RegExp | null => {
  if (language === 'ru' || language === 'uk') return russianEndings;
  if (language === 'tr' || language === 'az') return turkicEndings;
  if (language === 'de') return germanEndings;
  if (romance.includes(language)) return romanceEndings;
  return scandinavian.includes(language) ? scandinavianEndings : null;
};
const lowerCaseOf = (language: string): Gazetteer['lowerCase'] => {
  if (['ru', 'uk', 'de'].includes(language)) return 'adjectives';
  return romance.includes(language) || scandinavian.includes(language) ? 'demonyms' : 'never';
};

const built = new Map<string, Gazetteer>();

/** The gazetteer of a language (two letters), built at its first use. */
export const gazetteerFor = (language: string): Gazetteer => {
  const known = built.get(language);
  if (known) return known;
  const gazetteer: Gazetteer = {
    phrases: new Map(),
    longest: new Map(),
    stems: new Map(),
    stemPrefixes: new Set(),
    unspacedNames: new Map(),
    endings: endingsOf(language),
    lowerCase: lowerCaseOf(language),
  };
  if (['ja', 'ko', 'zh', 'ar', 'fa', 'th'].includes(language)) addUnspaced(gazetteer, language);
  if (language === 'en') addEnglish(gazetteer);
  else addLanguage(gazetteer, language);
  built.set(language, gazetteer);
  return gazetteer;
};
