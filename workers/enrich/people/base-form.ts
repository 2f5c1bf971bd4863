import { romanise } from '../text/fold.ts';
import { lexiconOf, nameBits } from './name-lexicon.ts';
import { type NameForm, type ReadingWeights, russianBase } from './russian-base.ts';
import { wordHash } from './word-hash.ts';

const anyName = nameBits.male | nameBits.female | nameBits.given | nameBits.surname | nameBits.human;
const isKnownName = (word: string): boolean => (lexiconOf(wordHash(romanise(word))) & anyName) !== 0;

const isCyrillic = (word: string): boolean => /^[\u0400-\u04ff]/.test(word);

// "Елизавету II", "Буша-младшего": what tells namesakes apart stands outside the reading.
const tail = /^(?:[IVX]+|младш\p{L}+|старш\p{L}+)$/u;
const tailBase = (word: string): string => word.replace(/^(младш|старш)\p{L}+$/u, '$1ий');
const withoutNumbers = (forms: readonly NameForm[], seen: ReadonlySet<string>, readings?: ReadingWeights): string[] => {
  const full = forms[0]?.words ?? [];
  const kept = forms
    .map((form) => ({ ...form, words: form.words.filter((word) => !tail.test(word)) }))
    .filter(({ words }) => words.length > 0);
  const rest = full.filter((word) => tail.test(word)).map(tailBase);
  return kept.length > 0 ? [...russianBase(kept, seen, readings), ...rest] : [...full];
};

const turkicEnding =
  /(?:n[ıiuü]n|n[ıiuü]|y[ıiuü]|y[aəe]|n?d[aəe]n|t[aəe]n|n?d[aəe]|t[aəe]|yl[aəe]|l[aəe]|[ıiuü]n|[ıiuüaəe])$/u;
const wholeEnding = new RegExp(`^(?:${turkicEnding.source})`, 'u');
const back = /[aıou]/;

/** Endings have the vowels of the stem: Putin has none, for "in" does not follow "u". */
const isHarmonic = (stem: string, ending: string): boolean => {
  const last = [...stem].findLast((letter) => /[aıoueəiöü]/u.test(letter));
  const first = [...ending].find((letter) => /[aıoueəiöü]/u.test(letter));
  return last === undefined || first === undefined || back.test(last) === back.test(first);
};

const turkicBase = (word: string, seen: ReadonlySet<string>): string => {
  const ending = turkicEnding.exec(word)?.[0] ?? '';
  const candidates = [ending, ending.slice(1), ending.slice(-1)].filter(
    (one, at, all) => one !== '' && all.indexOf(one) === at && wholeEnding.test(one),
  );
  let best = word;
  // Few foreign names end in ə or ı: that is a case. -lı on a consonant makes a surname (Qasımlı) and no case.
  let most = isKnownName(word) || /[^aıoueəiöü]l[ıiuü]$/u.test(word) ? 2.2 : /[əı]$/u.test(word) ? 0.2 : 0.6;
  for (const one of candidates) {
    const stem = word.slice(0, -one.length);
    if (stem.length < 3 || !isHarmonic(stem, one)) continue;
    // A stem on a vowel takes n or y before a vowel: "Kavanonun" is Kavano's or Kavanon's, "Kavanou" nobody's.
    const isOpen = /[aıoueəiöü]$/u.test(stem);
    if (isOpen ? /^[aıoueəiöü]/u.test(one) : /^(?:[ny][^aıoueəiöü]?[aıoueəiöü])/u.test(one)) continue;
    // Of two known stems the longer: Ryanın is Ryan's, not Rya's.
    const usual = isKnownName(stem) ? 1.5 - one.length / 10 : Math.min(one.length, 3) * 0.35;
    const score = (seen.has(stem.toLowerCase()) ? 2 : 0) + usual;
    if (score > most) [best, most] = [stem, score];
  }
  return best;
};

const germanBase = (word: string, seen: ReadonlySet<string>): string => {
  const stem = word.slice(0, -1);
  if (!/[^sxzß]s$/u.test(word) || stem.length < 3) return word;
  return seen.has(stem.toLowerCase()) || (isKnownName(stem) && !isKnownName(word)) ? stem : word;
};

/**
 * The words of a name in the base form. `forms`: the name as it stands in the text, the fullest form first;
 * `seen`: words of the text, in lower case; `readings`: weights for Russian other than the shipped ones.
 */
export const baseForm = (
  forms: readonly NameForm[],
  language: string,
  seen: ReadonlySet<string>,
  readings?: ReadingWeights,
): string[] => {
  const full = [...(forms[0]?.words ?? [])];
  const last = full.at(-1) ?? '';
  if ((language === 'ru' || language === 'uk') && isCyrillic(last)) return withoutNumbers(forms, seen, readings);
  if (language === 'az' || language === 'tr') return [...full.slice(0, -1), turkicBase(last, seen)];
  if (language === 'de') return [...full.slice(0, -1), germanBase(last, seen)];
  return full;
};
