import type { FoundPerson } from '../../workers/enrich/found-tags.ts';
import type { EntityText } from './entity-sets.ts';

type Tally = { right: number; wrong: number; missed: number };
/** People and their mentions, as ../shared/score/entities.mjs counts them. */
export type Score = { span: Tally; people: Tally };

export const emptyScore = (): Score => ({
  span: { right: 0, wrong: 0, missed: 0 },
  people: { right: 0, wrong: 0, missed: 0 },
});

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

const count = (tally: Tally, gold: ReadonlySet<string>, found: ReadonlySet<string>): void => {
  for (const one of found) gold.has(one) ? tally.right++ : tally.wrong++;
  for (const one of gold) if (!found.has(one)) tally.missed++;
};

/** Adds one text's right, wrong and missed to `score`. */
export const scoreText = ({ persons, people }: EntityText, tags: readonly FoundPerson[], score: Score): void => {
  const spans = tags.flatMap(({ mentions }) => mentions.map(({ start, end }) => `${start}-${end}`));
  count(score.span, new Set(persons.map(({ start, end }) => `${start}-${end}`)), new Set(spans));
  if (people)
    count(
      score.people,
      new Set(people.map(({ name }) => fold(name))),
      new Set(tags.map(({ name }) => fold(name)).filter(Boolean)),
    );
};

const percent = ({ right, wrong, missed }: Tally): string => {
  const f1 = (200 * right) / (2 * right + wrong + missed || 1);
  const precision = (100 * right) / (right + wrong || 1);
  const recall = (100 * right) / (right + missed || 1);
  return `${f1.toFixed(1)} (P ${precision.toFixed(1)} R ${recall.toFixed(1)} n ${right + missed})`;
};

export const printScores = (scores: ReadonlyMap<string, Score>): void => {
  for (const [key, { span, people }] of [...scores].sort())
    console.log(
      `${key.padEnd(16)} span ${percent(span)}  people ${people.right + people.missed > 0 ? percent(people) : '-'}`,
    );
};
