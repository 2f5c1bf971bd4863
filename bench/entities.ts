import { readFile } from 'node:fs/promises';
import { tagText } from '../workers/enrich/enrich-item.ts';
import { tokenize } from '../workers/enrich/text/tokenize.ts';

/** The development texts begin with their title and an empty line. */
export const headlineEndOf = (text: string): number => Math.max(0, text.indexOf('\n\n'));

type Line = { id: string; lang: string | null; text: string };

/** Prints one prediction a line of `file` (JSON lines of {id, lang, text}) as the entities scorer reads it; CPU time in ms, without reading. */
export const evaluateEntities = async (file: string): Promise<{ unit: string; count: number; cpuMs: number }> => {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const articles = lines.map((line) => JSON.parse(line) as Line);
  const out: string[] = [];
  const start = process.cpuUsage();
  for (const { id, lang, text } of articles) {
    const { people, countries, about } = tagText(text, lang, headlineEndOf(text));
    const persons = people.flatMap(({ name, mentions }) =>
      mentions.map((mention) => ({ start: mention.start, end: mention.end, text: mention.text, name })),
    );
    out.push(JSON.stringify({ id, persons, countries: countries.map(({ code }) => code), about }));
  }
  const spent = process.cpuUsage(start);
  process.stdout.write(`${out.join('\n')}\n`);
  const count = articles.reduce((sum, { text }) => sum + tokenize(text).length, 0);
  return { unit: 'tokens', count, cpuMs: (spent.user + spent.system) / 1000 };
};
