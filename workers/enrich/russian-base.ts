import { romanise } from './fold.ts';
import { lexiconOf, nameBits } from './name-lexicon.ts';
import { wordHash } from './word-hash.ts';

/** A name in the nominative as one reading of its endings has it. */
export type Reading = { words: string[]; score: number };
type Sex = 'male' | 'female';
/** An ending in one case, and the ending of the nominative it comes from. */
type Rule = [ending: RegExp, base: string];

const consonant = '[бвгджзклмнпрстфхцчшщ]';
const on = (ending: string, base: string): Rule => [new RegExp(ending, 'u'), base];

// The same for given names and surnames: which of them is meant, the lexicons and the other words decide.
const masculine: Record<string, Rule[]> = {
  genitive: [
    on('(?<=[сц]к)ого$', 'ий'),
    on('ого$', 'ый'),
    on('ого$', 'ой'),
    on('его$', 'ий'),
    on(`(?<=${consonant})а$`, ''),
    on('я$', 'й'),
    on('я$', 'ь'),
    on('ы$', 'а'),
    on('(?<=[гкхжшчщ])и$', 'а'),
    on('и$', 'я'),
    on(`(?<=${consonant})([лцкр])а$`, 'е$1'),
    on('льва$', 'лев'),
    on('(?<=[аеиоуыяюё])йца$', 'ец'),
  ],
  accusative: [on('у$', 'а'), on('ю$', 'я')],
  dative: [
    on('(?<=[сц]к)ому$', 'ий'),
    on('ому$', 'ый'),
    on('ому$', 'ой'),
    on('ему$', 'ий'),
    on(`(?<=${consonant})у$`, ''),
    on('ю$', 'й'),
    on('ю$', 'ь'),
    on('е$', 'а'),
    on('е$', 'я'),
    on(`(?<=${consonant})([лцкр])у$`, 'е$1'),
    on('льву$', 'лев'),
  ],
  instrumental: [
    on('(?<=[сц]к)им$', 'ий'),
    on('(?<=(?:[оеё]в|[иы]н))ым$', ''),
    on('ым$', 'ый'),
    on('им$', 'ий'),
    on(`(?<=${consonant})ом$`, ''),
    on('(?<=[жшчщц])ем$', ''),
    on('ем$', 'й'),
    on('ем$', 'ь'),
    on('ой$', 'а'),
    on('ей$', 'я'),
    on(`(?<=${consonant})([лцкр])[оеё]м$`, 'е$1'),
    on('львом$', 'лев'),
  ],
  prepositional: [
    on('(?<=[сц]к)ом$', 'ий'),
    on('ом$', 'ый'),
    on(`(?<=${consonant})е$`, ''),
    on('е$', 'й'),
    on('е$', 'ь'),
    on('ии$', 'ий'),
    on('е$', 'а'),
  ],
};
// Not Птушкиная: surnames on -ин and -ов take -а.
const adjective = '(?<!(?:[оеё]в|[иы]н))ой$';
const feminine: Record<string, Rule[]> = {
  genitive: [
    on(adjective, 'ая'),
    on('(?<=(?:[оеё]в|[иы]н))ой$', 'а'),
    on('ы$', 'а'),
    on('(?<=[гкхжшчщ])и$', 'а'),
    on('и$', 'я'),
    on('и$', 'ь'),
  ],
  accusative: [on('ую$', 'ая'), on('у$', 'а'), on('ю$', 'я')],
  dative: [
    on(adjective, 'ая'),
    on('(?<=(?:[оеё]в|[иы]н))ой$', 'а'),
    on('е$', 'а'),
    on('е$', 'я'),
    on('ии$', 'ия'),
    on('и$', 'ь'),
  ],
  instrumental: [on(adjective, 'ая'), on('ой$', 'а'), on('ей$', 'я'), on('(?<=[жшчщц])ей$', 'а'), on('ью$', 'ь')],
};

const givenBits = nameBits.male | nameBits.female | nameBits.given;
const anyName = givenBits | nameBits.surname | nameBits.human;
const bitsOf = (word: string): number => lexiconOf(wordHash(romanise(word))) & 255;

// Women's names whose cut form is, or looks like, a man's: Оксана is not Оксан's genitive.
const womensNames = new Set(
  'анна оксана марина мария юлия наталья наталия татьяна елена ирина ольга светлана екатерина анастасия ксения полина дарья алина лилия лидия людмила галина надежда вера нина маргарита диана лариса жанна инна алла анжела ангела моника сара эмма клара барбара камила катерина елизавета виктория вероника софия софья яна лана лина ева мелания юля маша даша катя таня люба антонина зинаида раиса тамара эльвира регина карина милана анжелика анджела мехрибан тереза кристина'.split(
    ' ',
  ),
);
// Endings that an oblique case has far oftener than a name in the nominative.
const oblique = /(?:ым|ом|ем|ого|ому|его|ему|ой|ую|ею)$/u;
const oddness = (word: string): number => (oblique.test(word) && !(bitsOf(word) & anyName) ? -2.5 : 0);

/** How well a word suits as a given name of that sex in the nominative. */
const scoreGiven = (word: string, sex: Sex): number => {
  const bits = bitsOf(word);
  const own = sex === 'male' ? nameBits.male : nameBits.female;
  const other = sex === 'male' ? nameBits.female : nameBits.male;
  if (/(?:вич|ич)$/u.test(word)) return sex === 'male' ? 4 : -6;
  if (/(?:вна|ична)$/u.test(word)) return sex === 'female' ? 4 : -6;
  const lower = word.toLowerCase();
  if (womensNames.has(lower)) return sex === 'female' ? 4.2 : -4;
  if (oddness(word) < 0) return oddness(word);
  // Владимира is Владимир's genitive far oftener than a woman.
  if (sex === 'female' && /а$/u.test(word) && bitsOf(word.slice(0, -1)) & nameBits.male) return -1;
  const shape = /[ая]$/u.test(word) === (sex === 'female') ? 0.7 : /[иыую]$/u.test(word) ? -1.2 : -0.7;
  if (bits & own) return (bits & other ? 2 : 3.5) + shape;
  if (bits & other) return -2 + shape;
  return (bits & (nameBits.given | nameBits.human) ? 1 : 0) + 2 * shape;
};

/** How well a word suits as a surname of that sex in the nominative. */
const scoreSurname = (word: string, sex: Sex): number => {
  const bits = bitsOf(word);
  const known = bits & nameBits.surname ? 1 : bits & nameBits.human ? 0.7 : bits & givenBits ? 0.3 : 0;
  if (/(?:[оеё]ва|[иы]на|ская|цкая|ная)$/u.test(word)) return sex === 'female' ? 1.5 + known : -1;
  if (/(?:[оеё]в|[иы]н|ский|цкий|ный)$/u.test(word)) return sex === 'male' ? 1 + known : -3;
  if (oddness(word) < 0) return oddness(word);
  if (/(?:швили|дзе|ия)$/u.test(word)) return 1;
  if (/[ыую]$/u.test(word)) return known - 0.7;
  if (/[ая]$/u.test(word)) return known - 0.8;
  return known;
};

/** A word that has the same form in every case: Берлускони, Коваленко for a woman, a woman's surname on a consonant. */
const isFixed = (word: string, sex: Sex, isSurname: boolean): boolean =>
  /[оеиуыэю]$/u.test(word) ||
  /[аеиоуыэ][ая]$/u.test(word) ||
  (sex === 'female' && isSurname && !/[аяьй]$/u.test(word) && oddness(word) === 0) ||
  word.length < 3 ||
  /^[^а-яё]/iu.test(word);

const nominatives = (word: string, rules: readonly Rule[], sex: Sex, isSurname: boolean): [string, number][] => {
  const found: [string, number][] = [];
  for (const [ending, base] of rules)
    if (ending.test(word)) {
      const nominative = word.replace(ending, base);
      if (nominative.length > 2) found.push([nominative, 0]);
    }
  if (isFixed(word, sex, isSurname)) found.push([word, 0]);
  // Of Ким Чен Ын only the last word is inflected.
  else if (!isSurname && word.length < 6) found.push([word, -1]);
  return found;
};

/** The likeliest case of a mention, before its endings are looked at. */
const usual: Record<string, number> = {
  nominative: 1,
  genitive: 0.9,
  accusative: 0,
  dative: -0.5,
  instrumental: 0.3,
  prepositional: -0.6,
};

const best = (
  word: string,
  options: readonly [string, number][],
  score: (word: string) => number,
  seen: ReadonlySet<string>,
): [string, number] | null => {
  let chosen: [string, number] | null = null;
  const isNominative = /[^аяуюеыи]$/u.test(word) && !oblique.test(word) && (bitsOf(word) & givenBits) !== 0;
  for (const [option, prior] of options) {
    const isOther = option !== word;
    const total =
      prior +
      score(option) +
      (isOther && seen.has(option.toLowerCase()) ? 2 : 0) +
      // Алексей and Диего are known as they stand.
      (isOther && isNominative ? -2.5 : 0);
    if (!chosen || total > chosen[1]) chosen = [option, total];
  }
  return chosen;
};

// Жака Рогге is a man far oftener than a woman of that name.
const womanPenalty = 0.7;

/** All readings of a name's words (given names first, the surname last) as the nominative of a man's or a woman's name. `seen`: words of the text, in lower case. */
export const russianReadings = (words: readonly string[], seen: ReadonlySet<string>): Reading[] => {
  const readings: Reading[] = [];
  for (const sex of ['male', 'female'] as const) {
    const cases: Record<string, Rule[] | null> = { nominative: null, ...(sex === 'male' ? masculine : feminine) };
    for (const [name, rules] of Object.entries(cases)) {
      let score = usual[name] ?? 0;
      const base: string[] = [];
      for (const [at, word] of words.entries()) {
        const isSurname = at === words.length - 1;
        const options = rules ? nominatives(word, rules, sex, isSurname) : [[word, 0] as [string, number]];
        const suits = (one: string): number => {
          if (!isSurname) return scoreGiven(one, sex);
          // A name of one word is a surname, or a king's or a child's given name.
          return words.length > 1 ? scoreSurname(one, sex) : Math.max(scoreSurname(one, sex), scoreGiven(one, sex) - 1);
        };
        const chosen = best(word, options, suits, seen);
        // An office or a foreign word may stand unchanged between inflected ones.
        base.push(chosen?.[0] ?? word);
        score += chosen?.[1] ?? -2.5;
      }
      // A lone surname is far oftener a man's in news.
      if (sex === 'female') score -= words.length === 1 ? 0.8 : womanPenalty;
      readings.push({ words: base, score });
    }
  }
  return readings;
};
