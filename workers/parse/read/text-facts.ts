import { cueCount, cuesOf } from '../story/cue-words.ts';
import type { Block } from './block.ts';
import { hashStart, hashStep } from './word-hash.ts';

/** How a text ends: the last character that is no closing quote or bracket. */
export const ending = { none: 0, sentence: 1, ellipsis: 2, colon: 3, comma: 4 } as const;

/** What one block's text is made of, from one pass over its characters. */
export type TextFacts = {
  words: number;
  letters: number;
  digits: number;
  uppers: number;
  /** Words that begin with a capital. */
  capitalised: number;
  commas: number;
  /** Full stops and the like that end a sentence. */
  sentences: number;
  quotes: number;
  /** Bars, arrows, bullets and other signs that prose has none of. */
  signs: number;
  /** Characters of scripts that put no blanks between words. */
  unspaced: number;
  /** Latin letters, and the vowels among them: text scrambled behind a paywall has too few. */
  latin: number;
  vowels: number;
  ending: number;
  /** 0 lower case, 1 capital, 2 digit, 3 quote, 4 other. */
  start: number;
  /** How many words of each kind of cue (cue-words.ts) it has. */
  cues: Uint8Array;
  /** Kinds of cue among its first four words, as bits. */
  firstCues: number;
  /** Hashes of the first six letters of each word, in reading order. */
  stems: readonly number[];
  /** Hash of all its words: two printings of one line are equal. */
  hash: number;
  /** What the text says for being story prose, in characters. */
  prose: number;
};

/** Longer texts prove no more than their beginning does: a hostile block has a megabyte. */
const maxChars = 6000;
const stemLetters = 6;
/** a, e, i, o, u and y by their places in the alphabet. */
const vowelBits = (1 << 0) | (1 << 4) | (1 << 8) | (1 << 14) | (1 << 20) | (1 << 24);
/** Most blocks have no cue. */
const noCues = new Uint8Array(cueCount);

export function textFacts({ text, heading, linkChars, tag, listItem }: Block): TextFacts {
  const facts = countCharacters(text);
  const length = Math.min(text.length, 700);
  const units = facts.words + facts.unspaced / 2;
  if (heading === 0 && units >= 6) {
    const plain = 1 - Math.min(1, linkChars / Math.max(text.length, 1));
    const listed = tag === 'p' ? 1 : listItem ? 0.4 : 0.7;
    facts.prose = length * plain * plain * listed * (facts.ending === ending.sentence ? 1 : 0.25);
  }
  return facts;
}

/** Hashes of the first six letters of each word of a text, in reading order. */
export const stemsIn = (text: string): readonly number[] => countCharacters(text).stems;

function countCharacters(text: string): TextFacts {
  const end = Math.min(text.length, maxChars);
  const facts = emptyFacts();
  const stems: number[] = [];
  let hash = hashStart;
  let stem = hashStart;
  let whole = hashStart;
  let letters = 0;
  let words = 0;
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32;
    const lower = lowerLetter(code);
    if (lower !== 0) {
      if (letters === 0 && lower !== code) facts.capitalised++;
      if (lower !== code) facts.uppers++;
      hash = hashStep(hash, lower);
      if (letters < stemLetters) stem = hash;
      letters++;
      if (lower >= 48 && lower <= 57) facts.digits++;
      else facts.letters++;
      if (lower >= 97 && lower <= 122) {
        facts.latin++;
        if ((vowelBits & (1 << (lower - 97))) !== 0) facts.vowels++;
      } else if (lower >= 0xe0 && lower < 0x250) {
        // Letters with marks are vowels far more often than not.
        facts.latin++;
        facts.vowels++;
      }
      if (code >= 0x2e80 && isUnspaced(code)) facts.unspaced++;
      continue;
    }
    if (letters > 0) {
      noteWord(facts, hash, words);
      whole = hashStep(whole, hash);
      stems.push(stem);
      words++;
      hash = hashStart;
      letters = 0;
    }
    noteSign(facts, code, text, at);
  }
  facts.words = words;
  facts.stems = stems;
  facts.hash = whole;
  facts.start = startOf(text);
  facts.ending = endingOf(text);
  return facts;
}

const emptyFacts = (): TextFacts => ({
  words: 0,
  letters: 0,
  digits: 0,
  uppers: 0,
  capitalised: 0,
  commas: 0,
  sentences: 0,
  quotes: 0,
  signs: 0,
  unspaced: 0,
  latin: 0,
  vowels: 0,
  ending: 0,
  start: 4,
  cues: noCues,
  firstCues: 0,
  stems: [],
  hash: 0,
  prose: 0,
});

function noteWord(facts: TextFacts, hash: number, index: number): void {
  const bits = cuesOf(hash);
  if (bits === 0) return;
  if (facts.cues === noCues) facts.cues = new Uint8Array(cueCount);
  if (index < 4) facts.firstCues |= bits;
  for (let cue = 0; cue < cueCount; cue++)
    if ((bits & (1 << cue)) !== 0 && (facts.cues[cue] as number) < 255)
      facts.cues[cue] = (facts.cues[cue] as number) + 1;
}

/** The letter or digit in lower case; 0 for anything else. */
function lowerLetter(code: number): number {
  if (code < 128) {
    if (code >= 97 && code <= 122) return code;
    if (code >= 65 && code <= 90) return code + 32;
    return code >= 48 && code <= 57 ? code : 0;
  }
  if (code < 0xc0) return 0;
  if (code <= 0xde && code !== 0xd7) return code + 32;
  if (code >= 0x410 && code <= 0x42f) return code + 32;
  if (code < 0x2000) return code === 0xd7 || code === 0xf7 ? 0 : otherCase(code);
  return code < 0x2c00 || (code >= 0x3000 && code <= 0x3004) || (code >= 0x3008 && code <= 0x3030) || code >= 0xfe00
    ? 0
    : code;
}

/** Latin Extended-A and the rest of Cyrillic and Greek come in pairs or need the table of the language itself. */
function otherCase(code: number): number {
  if (code >= 0xdf && code < 0x100) return code;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

const isUnspaced = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3 ? false : code >= 0xf900 && code <= 0xfaff);

function noteSign(facts: TextFacts, code: number, text: string, at: number): void {
  switch (code) {
    case 44:
    case 0x60c:
    case 0x3001:
      facts.commas++;
      return;
    case 46:
    case 33:
    case 63:
    case 0x2026: {
      const next = text.charCodeAt(at + 1);
      if (!(next > 32) || next === 34 || next === 0x201d) facts.sentences++;
      return;
    }
    case 0x3002:
    case 0x964:
      facts.sentences++;
      return;
    case 34:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      facts.quotes++;
      return;
    case 124:
    case 62:
    case 60:
    case 64:
    case 0x203a:
    case 0x2022:
    case 0xb7:
    case 0x2192:
    case 0xa9:
    case 47:
    case 95:
    case 35:
      facts.signs++;
      return;
    default:
  }
}

function startOf(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return 2;
  if (code === 34 || code === 39 || code === 0x201c || code === 0x201e || code === 0xab || code === 0x2018) return 3;
  const lower = lowerLetter(code);
  if (lower === 0) return 4;
  return lower === code ? 0 : 1;
}

const closing = '"\'”’»›)]“ ';

function endingOf(text: string): number {
  let at = text.length - 1;
  while (at > 0 && text.length - at < 6 && closing.includes(text[at] as string)) at--;
  const last = text[at] ?? '';
  if (last === '…' || (last === '.' && text[at - 1] === '.')) return ending.ellipsis;
  if ('.!?。！？।։'.includes(last)) return ending.sentence;
  if (last === ':' || last === '：') return ending.colon;
  return last === ',' || last === ';' ? ending.comma : ending.none;
}
