import type { Token } from '../text/tokenize.ts';
import type { WordFacts } from './name-facts.ts';
import { cue, wordFacts } from './name-facts.ts';

/** A run of tokens (`from` inclusive, `end` exclusive) that may hold names. */
export type Run = { from: number; end: number };

/** A text as the name tagger reads it: one entry a token in every array. */
export type NameText = {
  facts: WordFacts[];
  /** Bits of `place`. */
  places: Uint8Array;
  /** What stands before the token: a small number, the same for alike gaps. */
  gaps: Uint8Array;
  /** How often a word of this key stands here with a capital. */
  counts: Uint16Array;
  runs: Run[];
  /** Read without looking at the words themselves: training does so at times, to learn what holds in languages it never met. */
  isWordless: boolean;
};

/** Where in its sentence and text a token stands. */
export const place = {
  initial: 1,
  inTitle: 2,
  startsLine: 4,
  lowerElsewhere: 8,
  hyphenTail: 16,
  aloneElsewhere: 32,
} as const;

/** The most tokens of one run. Longer ones are lists of words in capitals; the bound keeps memory small. */
export const longestRun = 120;

const gapKinds = [
  ' ',
  '-',
  '. ',
  '.',
  '\u00a0',
  ', ',
  ',',
  ': ',
  '; ',
  '\n',
  ' (',
  ') ',
  ' "',
  '" ',
  '? ',
  '’ ',
  ' “',
  '” ',
  '/',
  ' – ',
  ' — ',
  '. \n',
  '\n\n',
  '',
];
const gapNumbers = new Map(gapKinds.map((gap, at) => [gap, at + 1]));
const gapOf = (gap: string): number => {
  if (gap === ' ') return 1;
  const known = gapNumbers.get(gap);
  if (known !== undefined) return known;
  if (gap.includes('\n')) return 30;
  if (/[.!?]/.test(gap)) return 31;
  if (/["“”„«»‘’]/.test(gap)) return 32;
  if (/[()[\]]/.test(gap)) return 33;
  return /[,;:]/.test(gap) ? 34 : 35;
};

const joinsNames = /^(?:[ \u00a0]|[-‐‑]|\.[ \u00a0]?|['’]|,? ?["“”„«»‘’'(][ ]?| ?["“”„«»’')][ ]|\/)$/;
const hyphen = 2;

const lineIsTitle = (tokens: readonly Token[], from: number, end: number): boolean => {
  let capitals = 0;
  let long = 0;
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    if (!token || token.text.length < 4) continue;
    long++;
    if (token.capital) capitals++;
  }
  return long > 2 && capitals / long > 0.7;
};

const markLines = (tokens: readonly Token[], places: Uint8Array): void => {
  for (let from = 0; from < tokens.length; ) {
    let end = from + 1;
    while (end < tokens.length && !tokens[end]?.gap.includes('\n')) end++;
    const bits = lineIsTitle(tokens, from, end) ? place.inTitle : 0;
    places[from] = (places[from] ?? 0) | place.startsLine;
    for (; from < end; from++) places[from] = (places[from] ?? 0) | bits;
  }
};

/** "Gerrard-ın": Azerbaijani joins case endings to foreign names with a hyphen. "un" and "in" end Korean names as often. */
const isCaseEnding = (text: string): boolean =>
  /^(?:n?[ıü]n|n[iu]n|n?[ıiuüaə]|y[aəıiuü]|n?d[aə]n?|l[aə]|yl[aə])$/u.test(text);

/** Kim Jong-un: the second syllable of a given name has no capital. */
const isHyphenTail = (tokens: readonly Token[], gaps: Uint8Array, at: number): boolean => {
  const token = tokens[at];
  return Boolean(
    token &&
      gaps[at] === hyphen &&
      !token.capital &&
      tokens[at - 1]?.capital &&
      /^\p{Ll}{2,6}$/u.test(token.text) &&
      !isCaseEnding(token.text),
  );
};

const isJoined = (tokens: readonly Token[], facts: readonly WordFacts[], at: number): boolean => {
  const gap = tokens[at]?.gap ?? '';
  if (!joinsNames.test(gap)) return false;
  if (!gap.startsWith('.')) return true;
  // "Smith. Jones" are two sentences, "J. Smith", "Dr. Smith", "St. John" one run.
  const before = facts[at - 1];
  return Boolean(
    before && (before.cues & (cue.initial | cue.role | cue.title) || (tokens[at - 1]?.text.length ?? 9) < 5),
  );
};

const isInside = (text: NameText, tokens: readonly Token[], at: number): boolean => {
  const facts = text.facts[at];
  if (!facts) return false;
  if (facts.capital || facts.uncased) return true;
  if ((text.places[at] ?? 0) & place.hyphenTail) return true;
  if (!(facts.cues & cue.particle)) return false;
  for (let next = at + 1; next < at + 4; next++) {
    const after = text.facts[next];
    if (!after || !/^[ \u00a0'’-]$/.test(tokens[next]?.gap ?? '')) return false;
    if (after.capital) return true;
    if (!(after.cues & cue.particle)) return false;
  }
  return false;
};

const findRuns = (text: NameText, tokens: readonly Token[]): Run[] => {
  const runs: Run[] = [];
  for (let from = 0; from < tokens.length; ) {
    if (!isInside(text, tokens, from) || (text.places[from] ?? 0) & place.hyphenTail) {
      from++;
      continue;
    }
    let end = from + 1;
    while (
      end < tokens.length &&
      end - from < longestRun &&
      isInside(text, tokens, end) &&
      isJoined(tokens, text.facts, end)
    )
      end++;
    runs.push({ from, end });
    from = end;
  }
  return runs;
};

const countWords = (text: NameText, tokens: readonly Token[]): void => {
  const capitals = new Map<number, number>();
  const alone = new Set<number>();
  const lower = new Set<number>();
  for (const [at, { capital, uncased, key, own }] of text.facts.entries()) {
    if (!capital && !uncased) {
      lower.add(own);
      continue;
    }
    capitals.set(key, (capitals.get(key) ?? 0) + 1);
    const isAlone =
      !tokens[at]?.initial &&
      !((text.places[at] ?? 0) & place.inTitle) &&
      !(text.facts[at - 1]?.capital && text.gaps[at] === 1) &&
      !(text.facts[at + 1]?.capital && text.gaps[at + 1] === 1);
    if (isAlone) alone.add(key);
  }
  for (const [at, { capital, uncased, key, own }] of text.facts.entries()) {
    if (!capital && !uncased) continue;
    text.counts[at] = Math.min(capitals.get(key) ?? 0, 65_535);
    if (lower.has(own)) text.places[at] = (text.places[at] ?? 0) | place.lowerElsewhere;
    if (alone.has(key)) text.places[at] = (text.places[at] ?? 0) | place.aloneElsewhere;
  }
};

/** Reads the tokens of a text in `language` (two letters) for the name tagger. */
export const readNameText = (tokens: readonly Token[], language: string): NameText => {
  const text: NameText = {
    facts: tokens.map((token) => wordFacts(token.text, language)),
    places: new Uint8Array(tokens.length),
    gaps: new Uint8Array(tokens.length),
    counts: new Uint16Array(tokens.length),
    runs: [],
    isWordless: false,
  };
  for (const [at, token] of tokens.entries()) {
    text.gaps[at] = gapOf(token.gap);
    if (token.initial) text.places[at] = place.initial;
    if (isHyphenTail(tokens, text.gaps, at)) text.places[at] = (text.places[at] ?? 0) | place.hyphenTail;
  }
  markLines(tokens, text.places);
  countWords(text, tokens);
  text.runs = findRuns(text, tokens);
  return text;
};
