import { brotliDecompressSync } from 'node:zlib';
import { russianModel } from '../model/russian-model.ts';
import { romanise } from '../text/fold.ts';
import { lexiconOf } from './name-lexicon.ts';
import { casesOf, type Nominative, nominatives, type Sex } from './russian-cases.ts';
import { mixHash, wordHash } from './word-hash.ts';

/** One place where a name stands: its words, and the words before and after it (empty at the text's edges). */
export type NameForm = { words: readonly string[]; before: string; after: string };

/** Weights of the readings by feature hash, in 2^15 places. */
export type ReadingWeights = { values: Int8Array | Float32Array; unit: number };
export const readingSlot = (feature: number): number => feature >>> 17;

let shipped: ReadingWeights | null = null;
const shippedWeights = (): ReadingWeights => {
  if (!shipped) {
    const bytes = brotliDecompressSync(Buffer.from(russianModel, 'base64'));
    shipped = { values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), unit: 1 / 16 };
  }
  return shipped;
};

const bitsOf = (word: string): number => lexiconOf(wordHash(romanise(word))) & 255;
const sexNumber = (sex: Sex): number => (sex === 'male' ? 1 : 2);
const hashEnd = (word: string, letters: number): number => wordHash(word.slice(-letters));

/** Features of reading a whole name in one case as a man's or a woman's: what stands around it. */
const caseFeatures = ({ words, before, after }: NameForm, sex: Sex, inCase: number): number[] => {
  const reading = sexNumber(sex) * 8 + inCase;
  return [
    mixHash(1, reading * 4 + Math.min(words.length, 3)),
    mixHash(2, mixHash(wordHash(before.toLowerCase()), inCase)),
    mixHash(3, mixHash(hashEnd(before, 2), reading)),
    mixHash(4, mixHash(hashEnd(before, 3), reading)),
    mixHash(5, mixHash(hashEnd(after, 2), reading)),
    mixHash(6, mixHash(hashEnd(after, 3), reading)),
    mixHash(7, mixHash(mixHash(hashEnd(before, 1), hashEnd(words[0] ?? '', 1)), reading)),
    mixHash(8, mixHash(mixHash(hashEnd(words[0] ?? '', 1), hashEnd(words.at(-1) ?? '', 2)), reading)),
  ];
};

/** Where a word stands in a name: 0 alone, 1 first, 2 last, 3 between. */
const positionOf = (at: number, count: number): number => (count === 1 ? 0 : at === 0 ? 1 : at === count - 1 ? 2 : 3);

/** What is known of a word as it stands, whatever it may come from. */
type Standing = { bits: number; end: number; isSeen: (word: string) => boolean };

/** Features of one word's nominative. `place`: `positionOf`. */
const wordFeatures = (
  word: string,
  standing: Standing,
  one: Nominative,
  sex: Sex,
  inCase: number,
  place: number,
): number[] => {
  const who = sexNumber(sex) * 4 + place;
  const bits = bitsOf(one.word);
  const isOther = one.word === word ? 0 : 1;
  const seen = isOther && standing.isSeen(one.word) ? 1 : 0;
  const shape = (isOther * 2 + seen) * 4 + Math.min(one.word.length >> 1, 3);
  return [
    mixHash(20, who * 8 + inCase),
    mixHash(21, mixHash(hashEnd(one.word, 2), who)),
    mixHash(22, mixHash(hashEnd(one.word, 3), who)),
    mixHash(23, mixHash(hashEnd(one.word, 1), who)),
    mixHash(24, bits * 16 + who),
    mixHash(25, one.rule * 16 + who),
    mixHash(26, shape * 16 + who),
    mixHash(27, mixHash(bits * 256 + standing.bits, isOther * 16 + who)),
    mixHash(28, mixHash(wordHash(one.word), who)),
    mixHash(29, mixHash(standing.end, who * 8 + inCase)),
    mixHash(30, mixHash(hashEnd(one.word, 2), one.rule * 4 + place)),
  ];
};

/** One way to read a name: in its case, as a man's or a woman's, each word from one nominative. */
export type Reading = { words: string[]; features: number[][] };

/** For every sex and case: the features around the name, and each word's nominatives with theirs. */
export const readingsOf = function* (
  form: NameForm,
  seen: ReadonlySet<string>,
): Generator<{ around: number[]; words: { word: string; features: number[] }[][] }> {
  const standings = form.words.map((word) => ({
    bits: bitsOf(word),
    end: hashEnd(word, 2),
    isSeen: (one: string) => seen.has(one.toLowerCase()),
  }));
  for (const sex of ['male', 'female'] as const)
    for (let inCase = 0; inCase < casesOf(sex); inCase++)
      yield {
        around: caseFeatures(form, sex, inCase),
        words: form.words.map((word, at) =>
          nominatives(word, sex, inCase).map((one) => ({
            word: one.word,
            features: wordFeatures(
              word,
              standings[at] as Standing,
              one,
              sex,
              inCase,
              positionOf(at, form.words.length),
            ),
          })),
        ),
      };
};

const sumOf = (features: readonly number[], { values, unit }: ReadingWeights): number => {
  let sum = 0;
  for (const feature of features) sum += values[readingSlot(feature)] as number;
  return sum * unit;
};

/** How likely each nominative of one form is (they add up to about 1), the likeliest combination of words for each sex and case. */
const likelyNames = (form: NameForm, seen: ReadonlySet<string>, weights: ReadingWeights): Map<string, number> => {
  const scores: [string, number][] = [];
  for (const { around, words } of readingsOf(form, seen)) {
    let score = sumOf(around, weights);
    const name = words.map((options) => {
      let chosen = options[0]?.word ?? '';
      let most = Number.NEGATIVE_INFINITY;
      for (const { word, features } of options) {
        const sum = sumOf(features, weights);
        if (sum > most) [chosen, most] = [word, sum];
      }
      score += most;
      return chosen;
    });
    scores.push([name.join(' '), score]);
  }
  const top = scores.reduce((most, [, score]) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const names = new Map<string, number>();
  let total = 0;
  for (const [name, score] of scores) {
    const weight = Math.exp(score - top);
    names.set(name, (names.get(name) ?? 0) + weight);
    total += weight;
  }
  for (const [name, weight] of names) names.set(name, weight / total);
  return names;
};

// A form that does not know a name says no more against it than this.
const leastLikely = 0.02;
// Further forms of one name add little and cost time.
const mostForms = 12;

/** The words of a name in the nominative, as its forms in the text agree on best; the fullest form stands first. */
export const russianBase = (
  forms: readonly NameForm[],
  seen: ReadonlySet<string>,
  weights: ReadingWeights = shippedWeights(),
): string[] => {
  const full = forms[0]?.words ?? [];
  const kept = forms.slice(0, mostForms);
  const whole = kept
    .filter(({ words }) => words.length === full.length)
    .map((form) => likelyNames(form, seen, weights));
  const last = kept
    .filter(({ words }) => words.length === 1 && full.length > 1)
    .map((form) => likelyNames(form, seen, weights));
  let best = full.join(' ');
  let most = Number.NEGATIVE_INFINITY;
  for (const name of new Set(whole.flatMap((names) => [...names.keys()]))) {
    const surname = name.slice(name.lastIndexOf(' ') + 1);
    let score = 0;
    for (const names of whole) score += Math.log(Math.max(names.get(name) ?? 0, leastLikely));
    for (const names of last) score += Math.log(Math.max(names.get(surname) ?? 0, leastLikely)) / 2;
    if (score > most) [best, most] = [name, score];
  }
  return best.split(' ');
};
