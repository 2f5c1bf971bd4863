import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled text. `people` is null where only spans are labelled. `group`: texts of one group never part over training and test. */
export type EntityText = {
  id: string;
  set: string;
  group: string;
  lang: string;
  text: string;
  persons: { start: number; end: number }[];
  people: { name: string; mentions?: string[] }[] | null;
};

const folder = '../shared/data/entities';

/** The texts of one set ("open.en"). */
export const readEntitySet = (set: string): EntityText[] =>
  readFileSync(join(folder, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, domain, lang, text, persons, people } = JSON.parse(line) as EntityText & { domain?: string };
      return { id, set, group: domain ?? id, lang, text, persons, people: people ?? null };
    });

/** Sets that may train what ships (GUIDELINES.md); wire.* and web.en are for measuring only. */
export const trainingSets = ['news', 'open.en', 'open.ru', 'germeval.de', 'news.ru', 'politics.en'];
