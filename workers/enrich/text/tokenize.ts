import { foldWord } from './fold.ts';

/** One word of a text. Offsets are UTF-16 units. `gap` is what stands between the word before and this one. */
export type Token = {
  start: number;
  end: number;
  text: string;
  folded: string;
  gap: string;
  capital: boolean;
  /** First word of a sentence, line or quotation: its capital says nothing. */
  initial: boolean;
};

const word = /(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|[\p{L}\p{M}\p{N}]+(?:['’ʼʻ`][\p{L}\p{M}]+)*/gu;
const suffix = /['’ʼ`]\p{Ll}+$/u;
const upper = /^\p{Lu}/u;
const breaks = /[.!?…:;"“”„«»‘\n•|]|^[^\p{L}]*[—–-]{1}\s/u;

/** Cuts the ending after an apostrophe ("Germany's", "Türkiye'nin"), but keeps O'Neill and Ma'arif. */
const baseLength = (text: string): number => {
  const ending = suffix.exec(text);
  if (!ending) return text.length;
  const isPossessive = ending[0].length === 2 && ending[0].endsWith('s');
  // "AB'deki": an acronym with an ending.
  const isAcronym = ending.index >= 2 && /^\p{Lu}+$/u.test(text.slice(0, ending.index));
  return ending.index >= 3 || isPossessive || isAcronym ? ending.index : text.length;
};

/** The words of a text in order, possessive and apostrophe endings cut off. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(word)) {
    const whole = match[0];
    const base = whole.slice(0, baseLength(whole));
    const gap = text.slice(previousEnd, match.index);
    const isAbbreviation = base.includes('.');
    const before = tokens.at(-1);
    const afterInitial = before !== undefined && before.text.length === 1 && before.capital && gap === '. ';
    tokens.push({
      start: match.index,
      end: match.index + base.length,
      text: base,
      folded: isAbbreviation ? foldWord(base.replaceAll('.', '')) : foldWord(base),
      gap,
      capital: upper.test(base),
      initial: before === undefined || (!afterInitial && breaks.test(gap)),
    });
    previousEnd = match.index + base.length;
  }
  return tokens;
};
