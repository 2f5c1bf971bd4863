import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';
import { firstWordStem, type Inflection, inflectionOf } from './inflection.ts';
import { placesTable } from './places-table.ts';

export type How = 'name' | 'demonym' | 'capital' | 'city' | 'region' | 'metonym' | 'institution';
/** What a phrase means. */
export type Entry = {
  /** The likeliest country; null: none, though a country's name stands in the phrase. */
  code: string | null;
  /** All countries that have a place of this name, the likeliest first. */
  codes: readonly string[];
  how: How;
  /** Of a city: 3 above a million people, 2 above 300,000 or written down by us, 1 above 100,000, 0 below; of others 2 if other languages may borrow it. */
  size: number;
  /** The word is a common word or a person's name as well. */
  doubtful: boolean;
  /** An acronym as it must stand letter by letter; of a stem, the first letter with its mark. */
  exact: string | null;
  /** An abbreviated state (Calif.), which stands after a comma. */
  abbreviation: boolean;
  /** What may follow a stem. */
  endings: RegExp | null;
};
export type Gazetteer = {
  language: string;
  /** The script has no capitals, so none are asked for. */
  isUncased: boolean;
  /** Letters that stand before a word as one with it ("and", "in", "to", "the"), in Semitic scripts. */
  prefixes: RegExp | null;
  inflection: Inflection | null;
  /** Folded phrase to entry. */
  phrases: Map<string, Entry>;
  /** First word to the number of words of the longest phrase that begins with it. */
  longest: Map<string, number>;
  /** Folded word beginning (after the stems of the words before it) to its entries. */
  stems: Map<string, Entry[]>;
  /** Stems of the words before the last, of stems of several words. */
  stemPrefixes: Set<string>;
  /** First four letters (or all) of the stems. */
  stemStarts: Set<string>;
  /** Names in scripts that part no words. */
  unspacedNames: Map<string, Entry>;
  /** What a word was found to be, by its text. */
  known: Map<string, { entry: Entry; rest: string } | null>;
};

const hows: Record<string, How> = {
  n: 'name',
  d: 'demonym',
  c: 'capital',
  t: 'city',
  r: 'region',
  m: 'metonym',
  i: 'institution',
};

let sections: Map<string, string> | null = null;

const readSections = (): Map<string, string> => {
  if (sections) return sections;
  sections = new Map();
  const text = brotliDecompressSync(Buffer.from(placesTable, 'base64')).toString('utf8');
  for (const section of text.split('\n@')) {
    const end = section.indexOf('\n');
    sections.set(section.slice(section.startsWith('@') ? 1 : 0, end), section.slice(end + 1));
  }
  return sections;
};

const addPhrase = (gazetteer: Gazetteer, key: string, entry: Entry): void => {
  if (gazetteer.phrases.has(key)) return;
  gazetteer.phrases.set(key, entry);
  const space = key.indexOf(' ');
  const first = space < 0 ? key : key.slice(0, space);
  let words = 1;
  for (let at = space; at >= 0; at = key.indexOf(' ', at + 1)) words++;
  if (words > (gazetteer.longest.get(first) ?? 0)) gazetteer.longest.set(first, words);
};

const addStem = (gazetteer: Gazetteer, phrase: string, entry: Entry): void => {
  const { stems, stemPrefixes, stemStarts, inflection } = gazetteer;
  const words = phrase.split(' ');
  const last = words.pop() ?? '';
  let before = '';
  for (const word of words) {
    before += inflection ? firstWordStem(word, inflection) : word;
    stemPrefixes.add(before);
    before += ' ';
  }
  if (!before) stemStarts.add(last.slice(0, 4));
  const known = stems.get(before + last);
  if (known) known.push(entry);
  else stems.set(before + last, [entry]);
};

/** Adds one line of the table: `how size ?|CODE+CODE|kind|phrase;phrase`. */
const addLine = (gazetteer: Gazetteer, line: string, isBorrowed: boolean): void => {
  const [head = '', codes = '', kind = '', list = ''] = line.split('|');
  const { inflection } = gazetteer;
  const size = Number(head[1] ?? 0);
  const doubtful = head.endsWith('?');
  const how = hows[head[0] ?? ''] ?? 'name';
  // English names of places stand in other languages too, but not its country names (Qatar is a train in Baku), adjectives, bodies and small towns.
  if (
    isBorrowed &&
    (!'nctr'.includes(head[0] ?? '') ||
      kind !== '=' ||
      doubtful ||
      (how === 'name' && codes) ||
      (codes !== '' && how !== 'capital' && size < 2))
  )
    return;
  const codeList = codes ? codes.split('+') : [];
  const entry: Entry = {
    code: codeList[0] ?? null,
    codes: codeList,
    how,
    size,
    doubtful,
    exact: null,
    abbreviation: kind === '.',
    endings: null,
  };
  const ofClass = new Map<string, Entry>();
  for (const phrase of list.split(';')) {
    if (kind === '=' || kind === '.') addPhrase(gazetteer, phrase, entry);
    else if (kind === '!') addPhrase(gazetteer, phrase.toLowerCase(), { ...entry, exact: phrase });
    else if (kind === 'u') gazetteer.unspacedNames.set(phrase, entry);
    else if (inflection) addInflected(gazetteer, inflection, kind, phrase, entry, ofClass);
    else
      addPhrase(
        gazetteer,
        phrase.replace(/\+.*/, (cut) => cut.slice(1)),
        entry,
      );
    if (
      isBorrowed &&
      inflection &&
      how !== 'region' &&
      phrase.length > 4 &&
      !phrase.includes(' ') &&
      inflection.nameEndings('')
    )
      addStem(gazetteer, phrase, { ...entry, endings: inflection.nameEndings('') });
  }
};

const addInflected = (
  gazetteer: Gazetteer,
  inflection: Inflection,
  kind: string,
  phrase: string,
  entry: Entry,
  ofClass: Map<string, Entry>,
): void => {
  const plus = phrase.indexOf('+');
  const stem = plus < 0 ? phrase : phrase.slice(0, plus);
  const cut = plus < 0 ? '' : phrase.slice(plus + 1);
  if (kind === 'n' && !inflection.nameEndings(cut)) {
    addPhrase(gazetteer, stem + cut, entry);
    return;
  }
  const letter = stem[1] === ':' ? (stem[0] ?? '') : '';
  const id = kind + cut + letter;
  let own = ofClass.get(id);
  if (!own) {
    const endings =
      { n: inflection.nameEndings(cut), d: inflection.derivedEndings, p: inflection.peopleEndings }[kind] ??
      inflection.anyEndings;
    own = { ...entry, endings, exact: letter || null };
    ofClass.set(id, own);
  }
  addStem(gazetteer, letter ? stem.slice(2) : stem, own);
};

const latinScript = (language: string): boolean =>
  !/^(?:en|ru|uk|be|bg|sr|mk|kk|ky|mn|tg|el|ka|hy|zh|ja|ko|th|lo|km|my|ar|fa|ur|he|hi|bn|ta|te|mr|gu|pa|ml|kn|ne|si|am|ps|sd|ug)$/.test(
    language,
  );

const uncased = /^(?:ka|he|ar|fa|ur|hi|bn|ta|te|mr|gu|pa|ml|kn|ne|si|am|ps|sd|ug|ckb)$/;
const prefixesOf: Record<string, RegExp> = {
  ar: /^[وف]?(?:[بكل]?ال|لل|[بكل])?/u,
  he: /^ו?ש?(?:[בלמכה]|מה)?/u,
};

const built = new Map<string, Gazetteer>();

/** The gazetteer of a language (two letters), built at its first use; of an unknown language, the English names of places. */
export const gazetteerFor = (language: string): Gazetteer => {
  const known = built.get(language);
  if (known) return known;
  const gazetteer: Gazetteer = {
    language,
    isUncased: uncased.test(language),
    prefixes: prefixesOf[language] ?? null,
    inflection: inflectionOf(language),
    phrases: new Map(),
    longest: new Map(),
    stems: new Map(),
    stemPrefixes: new Set(),
    stemStarts: new Set(),
    unspacedNames: new Map(),
    known: new Map(),
  };
  const own = readSections().get(language === 'nb' || language === 'nn' ? 'no' : language) ?? '';
  for (const line of own.split('\n')) if (line) addLine(gazetteer, line, false);
  if (latinScript(language))
    for (const line of readSections().get('en')?.split('\n') ?? []) addLine(gazetteer, line, true);
  built.set(language, gazetteer);
  return gazetteer;
};
