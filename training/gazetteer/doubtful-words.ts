import { readFileSync } from 'node:fs';

export type Doubtful = { words: ReadonlySet<string>; people: ReadonlySet<string> };

/** Place names of one word that are common English words, and those that are people's names, folded. */
export const readDoubtful = (): Doubtful => {
  const [words = '', people = ''] = readFileSync('training/gazetteer/doubtful.txt', 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  return { words: new Set(words.split(' ')), people: new Set(people.split(' ')) };
};
