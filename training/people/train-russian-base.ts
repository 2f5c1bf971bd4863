import { writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import {
  type NameForm,
  type ReadingWeights,
  readingSlot,
  readingsOf,
} from '../../workers/enrich/people/russian-base.ts';
import { type Token, tokenize } from '../../workers/enrich/text/tokenize.ts';
import { random } from '../random.ts';
import { type EntityText, readEntitySet } from './entity-sets.ts';

/** A name as it stands, and its words in the nominative. */
type Example = { form: NameForm; base: string[]; seen: ReadonlySet<string> };

const epochs = 12;
const rate = 0.15;
const weightCount = 1 << 15;
const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

const spanWords = (tokens: readonly Token[], start: number, end: number): { first: number; words: string[] } => {
  const first = tokens.findIndex((token) => token.end > start);
  const last = tokens.findLastIndex((token) => token.start < end);
  return { first, words: tokens.slice(first, last + 1).map(({ text }) => text) };
};

const examplesOf = (source: EntityText): Example[] => {
  const tokens = tokenize(source.text);
  const seen = new Set(tokens.map(({ text }) => text.toLowerCase()));
  return source.persons.flatMap(({ start, end }): Example[] => {
    const person = source.people?.find(({ mentions }) => mentions?.includes(source.text.slice(start, end)));
    const { first, words } = spanWords(tokens, start, end);
    if (!person || !words.every((word) => /^[А-ЯЁа-яё]{2,}$/u.test(word))) return [];
    const full = tokenize(person.name).map(({ text }) => text);
    const base = words.length === full.length ? full : words.length === 1 ? full.slice(-1) : [];
    if (base.length !== words.length) return [];
    const form = { words, before: tokens[first - 1]?.text ?? '', after: tokens[first + words.length]?.text ?? '' };
    return [{ form, base, seen }];
  });
};

/** All combinations of nominatives, with the weights they touch. */
const combinations = (example: Example): { slots: number[]; isRight: boolean }[] => {
  const found: { slots: number[]; isRight: boolean }[] = [];
  for (const { around, words } of readingsOf(example.form, example.seen)) {
    let partial = [{ slots: around.map(readingSlot), isRight: true }];
    for (const [at, options] of words.entries())
      partial = partial.flatMap(({ slots, isRight }) =>
        options.map(({ word, features }) => ({
          slots: [...slots, ...features.map(readingSlot)],
          isRight: isRight && fold(word) === fold(example.base[at] ?? ''),
        })),
      );
    found.push(...partial);
  }
  return found;
};

/** Learns the readings' weights from the labelled names of Russian texts. */
export const learnReadings = (texts: readonly EntityText[]): ReadingWeights => {
  const values = new Float32Array(weightCount);
  const squares = new Float32Array(weightCount).fill(1e-3);
  const lists = texts
    .flatMap(examplesOf)
    .map(combinations)
    .filter((list) => list.some(({ isRight }) => isRight));
  const chance = random(11);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (let step = 0; step < lists.length; step++) {
      const list = lists[Math.floor(chance() * lists.length)] ?? [];
      const scores = list.map(({ slots }) => slots.reduce((sum, slot) => sum + (values[slot] as number), 0));
      const top = Math.max(...scores);
      const weights = scores.map((score) => Math.exp(score - top));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const right = weights.reduce((sum, weight, at) => sum + (list[at]?.isRight ? weight : 0), 0);
      const gradients = new Map<number, number>();
      for (const [at, { slots, isRight }] of list.entries()) {
        const weight = weights[at] ?? 0;
        const gradient = (isRight ? weight / Math.max(right, 1e-9) : 0) - weight / total;
        if (Math.abs(gradient) > 1e-4)
          for (const slot of slots) gradients.set(slot, (gradients.get(slot) ?? 0) + gradient);
      }
      for (const [slot, gradient] of gradients) {
        squares[slot] = (squares[slot] as number) + gradient * gradient;
        values[slot] = (values[slot] as number) + (rate * gradient) / Math.sqrt(squares[slot] as number);
      }
    }
  const unit = 1 / 16;
  return { values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / unit)))), unit };
};

/** Writes the shipped weights that say which nominative a Russian name comes from. */
export const shipReadings = (): void => {
  const { values } = learnReadings(readEntitySet('open.ru'));
  const packed = brotliCompressSync(Buffer.from(values)).toString('base64');
  writeFileSync(
    'workers/enrich/model/russian-model.ts',
    `// Made by \`npm run train -- people\`; what it learnt from, its licences and its scores: people.md beside it.\n` +
      `/** Weights of the readings of Russian names: brotli, base64 (read by ../russian-base.ts). */\nexport const russianModel: string =\n  '${packed}';\n`,
  );
  console.error(`workers/enrich/model/russian-model.ts: ${Math.round(packed.length / 1024)} kB`);
};
