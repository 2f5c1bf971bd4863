import { readFileSync } from 'node:fs';

export type How = 'name' | 'demonym' | 'capital' | 'city' | 'region' | 'metonym' | 'institution';
/** A name as we wrote it down; `code` null: it holds a country's name and means none. */
export type WrittenName = { code: string | null; how: How; name: string };

const rows = (file: string): string[][] =>
  readFileSync(`training/gazetteer/${file}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('|'));

const read = (file: string, columns: readonly How[]): WrittenName[] =>
  rows(file).flatMap(([code = '', ...cells]) =>
    cells.flatMap((cell, column) =>
      cell
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .map((name) => ({ code: code === '--' ? null : code, how: columns[column] ?? 'name', name })),
    ),
  );

// Their country names come from CLDR; the first column holds adjectives.
const adjectivesFirst = new Set(['de', 'romance', 'scandinavian', 'pt', 'nl', 'slavic']);

export const englishNames = (): WrittenName[] =>
  read('en', ['name', 'demonym', 'capital', 'city', 'metonym', 'institution', 'region']);

/** Beginnings of words, for languages that inflect; "=" at the end: the word as it stands. */
export const stems = (file: string): WrittenName[] =>
  read(file, [adjectivesFirst.has(file) ? 'demonym' : 'name', 'capital', 'city', 'metonym', 'metonym']).map(
    ({ code, how, name }) => {
      if (name.startsWith('!')) return { code, how: 'institution', name: name.slice(1) };
      return name.startsWith('>') ? { code, how: 'metonym', name: name.slice(1) } : { code, how, name };
    },
  );

export const unspacedNames = (): WrittenName[] => read('unspaced', ['name']);
