import { romanise } from './fold.ts';
import { givenNames } from './lexicon/given-names.ts';

/** How a word of a name may be spelt in the nominative, and the stem its case forms share. */
type Rule = [ending: RegExp, base: string];

// Longest endings first. Surnames: -ского, -ого (adjectives), -ым (possessive), -ой (feminine).
const russianMasculine: Rule[] = [
  [/(ск|цк)(?:ого|ому|им|ом)$/u, '$1ий'],
  [/([а-я])(?:ого|ому)$/u, '$1ый'],
  [/(ов|ев|ёв|ин|ын)(?:ым|у|а|е)$/u, '$1'],
  [/(ь|й)(?:ем|ю|я|е)$/u, '$1'],
  [/([иеёауо])(?:ем|ю|я)$/u, '$1й'],
  [/([лнрт])(?:ем|ю|я)$/u, '$1ь'],
  [/([бвгджзклмнпрстфхцчшщ])(?:ом|ем|а|у|е)$/u, '$1'],
];
const russianFeminine: Rule[] = [
  [/(ск|цк)(?:ой|ую)$/u, '$1ая'],
  [/(ов|ев|ёв|ин|ын)(?:ой|у)$/u, '$1а'],
  [/(и)(?:и|ю|ей)$/u, '$1я'],
  [/([бвгджзклмнпрстфхцчшщ])(?:ы|и|у|ой|ей|е)$/u, '$1а'],
];
const turkic: Rule[] = [
  [/(?<=..[aeıioöuüə])(?:n[ıiuü]n|n[ıiuü]|y[aəe]|d[aəe]n?|yl[aəe])$/u, ''],
  [/(?<=...[^aeıioöuüə])(?:[ıiuü]n|d[aəe]n|t[aəe]n|d[aəe]|l[aəe]|[ıiuüaəe])$/u, ''],
];

const apply = (word: string, rules: readonly Rule[]): string | null => {
  for (const [ending, base] of rules) if (ending.test(word)) return word.replace(ending, base);
  return null;
};
const isGiven = (word: string): boolean => givenNames.has(romanise(word));

// Base forms on -а and -я whose cut form is, or looks like, a man's name: Оксана is not Оксан's genitive.
const basesInA = new Set(
  'анна оксана марина мария юлия наталья наталия татьяна елена ирина ольга светлана екатерина анастасия ксения полина дарья алина лилия лидия людмила галина надежда вера нина маргарита диана лариса жанна инна алла анжела ангела никита лука илья савва фома данила кузьма миша саша паша женя тереза кристина моника сара эмма клара барбара камила катерина елизавета виктория вероника софия софья яна лана лина ева мелания меланья юля маша даша катя таня люба антонина зинаида раиса тамара эльвира регина карина милана анжелика анджела мехрибан'.split(
    ' ',
  ),
);

const masculineCase = /(?:а|у|ом|ым|я|ю|ем|ого|ому|им)$/u;

/** An unknown given name is taken for an inflected man's where the text has its base, or its surname is inflected too. */
const looksMasculine = (words: readonly string[], base: string, seen: ReadonlySet<string>): boolean => {
  if (seen.has(base.toLowerCase())) return true;
  const surname = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    !isGiven(words[0] ?? '') &&
    masculineCase.test(surname) &&
    apply(surname, russianMasculine) !== null
  );
};

const russianBase = (words: readonly string[], seen: ReadonlySet<string>): string[] => {
  const given = words[0] ?? '';
  // A known name on a consonant is a base form already, Алексей too.
  if (basesInA.has(given.toLowerCase()) || (isGiven(given) && /[бвгджзйклнпрстфхцчшщь]$/u.test(given)))
    return [...words];
  const masculine = apply(given, russianMasculine);
  const feminine = apply(given, russianFeminine);
  // A masculine base in the lexicon decides: Владимира is Владимир's genitive far oftener than a woman.
  if (masculine && isGiven(masculine)) return words.map((word) => apply(word, russianMasculine) ?? word);
  if (feminine && isGiven(feminine))
    return words.map((word, at) => (at === 0 ? feminine : (apply(word, russianFeminine) ?? word)));
  if (masculine && looksMasculine(words, masculine, seen))
    return words.map((word) => apply(word, russianMasculine) ?? word);
  return [...words];
};

/** A full name in its base form: all words in Russian, the last one in Turkish and Azerbaijani. `seen`: words of the text, in lower case. */
export const baseForm = (name: string, language: string, seen: ReadonlySet<string>): string => {
  const words = name.split(' ');
  if (language === 'ru' || language === 'uk') return words.length > 1 ? russianBase(words, seen).join(' ') : name;
  if (language !== 'az' && language !== 'tr') return name;
  const last = words.at(-1) ?? '';
  const shortest = apply(last, turkic);
  // Klintonun is Klinton's, Kavanonun is Kavano's: the shorter base only where the text has it.
  const isAfterN =
    shortest !== null && /n[ıiuü]n?$/u.test(last.slice(shortest.length)) && /[aeıioöuüə]$/u.test(shortest);
  const base =
    isAfterN && !seen.has(shortest.toLowerCase()) && last.length - shortest.length > 2 ? `${shortest}n` : shortest;
  const isCertain =
    base !== null &&
    (seen.has(base.toLowerCase()) ||
      /(?:[oe]v|ova|eva)$/u.test(base) ||
      (language === 'az' && last.length - base.length > 1));
  return isCertain ? [...words.slice(0, -1), base].join(' ') : name;
};

const russianEnding =
  /(?:ского|скому|ским|ском|ской|скую|ского|ского|ская|ский)$|(?:ого|ому|ыми|ым|им|ом|ем|ой|ей|ою|ый|ий|ая|ую|а|у|ю|я|е|ы|и|ь|й)$/u;

/** The form under which all cases of one word of a name meet. */
export const nameStem = (word: string, language: string): string => {
  if (language === 'ru' || language === 'uk') {
    const stem = word.toLowerCase().replace(russianEnding, '');
    return romanise(stem.length > 2 ? stem : word);
  }
  if (language === 'az' || language === 'tr') {
    const lower = word.toLowerCase();
    const base = apply(lower, turkic);
    return romanise(base && base.length > 3 ? base : lower);
  }
  return romanise(word);
};
