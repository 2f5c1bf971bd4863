import { romanise } from './fold.ts';
import { lexiconOf, nameBits } from './name-lexicon.ts';
import { russianReadings } from './russian-base.ts';
import { wordHash } from './word-hash.ts';

const anyName = nameBits.male | nameBits.female | nameBits.given | nameBits.surname | nameBits.human;
const isKnownName = (word: string): boolean => (lexiconOf(wordHash(romanise(word))) & anyName) !== 0;

const isCyrillic = (word: string): boolean => /^[\u0400-\u04ff]/.test(word);

/** The nominative that all forms of one Russian name agree on best. `forms`: the full forms first, each as its words. */
const russianBase = (forms: readonly (readonly string[])[], seen: ReadonlySet<string>): string[] => {
  const full = forms[0] ?? [];
  const totals = new Map<string, number>();
  for (const form of forms.filter((one) => one.length === full.length)) {
    const bestOfForm = new Map<string, number>();
    for (const { words, score } of russianReadings(form, seen)) {
      const name = words.join(' ');
      bestOfForm.set(name, Math.max(bestOfForm.get(name) ?? -99, score));
    }
    for (const [name, score] of bestOfForm) totals.set(name, (totals.get(name) ?? 0) + Math.max(score, 0));
  }
  // What one surname says alone counts too: Лужковым is no woman's.
  for (const [surname] of forms.filter((one) => one.length === 1 && full.length > 1))
    for (const { words, score } of russianReadings([surname ?? ''], seen))
      for (const [name, total] of totals)
        if (name.endsWith(` ${words[0]}`)) totals.set(name, total + Math.max(0, score) / 4);
  let best = full.join(' ');
  for (const [name, total] of totals) if (total > (totals.get(best) ?? 0)) best = name;
  return best.split(' ');
};

// "Елизавету II", "Буша-младшего": what tells namesakes apart stands outside the reading.
const tail = /^(?:[IVX]+|младш\p{L}+|старш\p{L}+)$/u;
const tailBase = (word: string): string => word.replace(/^(младш|старш)\p{L}+$/u, '$1ий');
const withoutNumbers = (forms: readonly (readonly string[])[], seen: ReadonlySet<string>): string[] => {
  const full = forms[0] ?? [];
  const kept = forms.map((form) => form.filter((word) => !tail.test(word))).filter((form) => form.length > 0);
  const rest = full.filter((word) => tail.test(word)).map(tailBase);
  return kept.length > 0 ? [...russianBase(kept, seen), ...rest] : [...full];
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
  let most = isKnownName(word) ? 2.2 : 0.8;
  for (const one of candidates) {
    const stem = word.slice(0, -one.length);
    if (stem.length < 3 || !isHarmonic(stem, one)) continue;
    // A stem on a vowel takes n or y before a vowel: "Kavanonun" is Kavano's or Kavanon's, "Kavanou" nobody's.
    if (/[aıoueəiöü]$/u.test(stem) === /^[aıoueəiöü]/u.test(one)) continue;
    const score = (seen.has(stem.toLowerCase()) ? 2 : 0) + (isKnownName(stem) ? 1 : 0) + Math.min(one.length, 3) * 0.35;
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
 * The words of a name in the base form. `forms`: the name as it stands in the text, each form as its words, the fullest first;
 * `seen`: words of the text, in lower case.
 */
export const baseForm = (
  forms: readonly (readonly string[])[],
  language: string,
  seen: ReadonlySet<string>,
): string[] => {
  const full = [...(forms[0] ?? [])];
  const last = full.at(-1) ?? '';
  if ((language === 'ru' || language === 'uk') && isCyrillic(last)) return withoutNumbers(forms, seen);
  if (language === 'az' || language === 'tr') {
    // "Gerrard-ın": an ending after a hyphen.
    if (full.length > 1 && /^\p{Ll}{1,3}$/u.test(last)) return full.slice(0, -1);
    return [...full.slice(0, -1), turkicBase(last, seen)];
  }
  if (language === 'de') return [...full.slice(0, -1), germanBase(last, seen)];
  return full;
};
