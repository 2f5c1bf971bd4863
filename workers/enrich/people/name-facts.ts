import { functionWords, functionWordsOf, particles, speechVerbs, surnameTitles } from '../lexicon/name-cues.ts';
import { foldWord, romanise } from '../text/fold.ts';
import { coarseClass, lexiconOf, nameBits } from './name-lexicon.ts';
import { isBodyWord, isInflecting, isRoleWord } from './role-word.ts';
import { mixHash, wordHash } from './word-hash.ts';
import { wordStem } from './word-stem.ts';

/** What is known of a word wherever it stands. Hashes are unsigned 32-bit numbers. */
export type WordFacts = {
  capital: boolean;
  /** A word of a script without capitals: Arabic, Hebrew, Hangul, Han … */
  uncased: boolean;
  /** The folded word in its language. */
  own: number;
  /** The romanised word, the same in every language. */
  roman: number;
  /** The hash under which all forms of the word meet in one text. */
  key: number;
  /** `nameBits` of the word or, if unknown, of its base forms. */
  bits: number;
  fine: number;
  coarse: number;
  shape: number;
  /** Bits of `cue`. */
  cues: number;
  /** A small number: what the word looks like as part of a name (given name, surname, initial, office …). */
  letter: number;
  text: string;
  language: string;
  /** The features of the word by itself; null until `featuresOf` is asked, for few words in lower case are. */
  features: Uint32Array | null;
};

/** What cue lists say of a word. */
export const cue = {
  role: 1,
  body: 2,
  function: 4,
  particle: 8,
  speech: 16,
  title: 32,
  initial: 64,
  acronym: 128,
} as const;

const shapeOf = (text: string): number => {
  let shape = 1;
  let previous = 0;
  for (const char of text) {
    const kind = /\p{Lu}/u.test(char)
      ? 1
      : /\p{Ll}/u.test(char)
        ? 2
        : /\p{N}/u.test(char)
          ? 3
          : /\p{L}/u.test(char)
            ? 4
            : 5;
    if (kind !== previous && shape < 4096) shape = shape * 6 + kind;
    previous = kind;
  }
  return shape;
};

const cuesOf = (text: string, folded: string, key: string, language: string): number => {
  let cues = 0;
  if (isRoleWord(folded, key, language)) cues |= cue.role;
  if (isBodyWord(folded, key, language)) cues |= cue.body;
  // A page's language may be any word, "constructor" too.
  const own = Object.hasOwn(functionWordsOf, language) ? functionWordsOf[language] : undefined;
  if (functionWords.has(folded) || own?.has(folded)) cues |= cue.function;
  if (particles.has(folded)) cues |= cue.particle;
  if (speechVerbs.has(folded)) cues |= cue.speech;
  if (surnameTitles.has(folded)) cues |= cue.title;
  if (text.length === 1 || /^(?:\p{Lu}\.){2,}\p{Lu}?$/u.test(text)) cues |= cue.initial;
  if (text.length > 1 && text.length < 6 && /^\p{Lu}+$/u.test(text)) cues |= cue.acronym;
  return cues;
};

const anyGiven = nameBits.male | nameBits.female | nameBits.given;

const letterOf = (bits: number, cues: number, capital: boolean): number => {
  if (!capital) return cues & cue.particle ? 1 : cues & cue.function ? 2 : cues & cue.role ? 3 : 4;
  if (cues & cue.initial) return 5;
  if (cues & cue.role) return 6;
  if (cues & cue.body) return 7;
  if (cues & cue.function) return 8;
  const name =
    bits & anyGiven ? (bits & nameBits.surname ? 3 : 1) : bits & nameBits.surname ? 2 : bits & nameBits.human ? 4 : 0;
  const other = (bits & (nameBits.common | nameBits.frequent) ? 1 : 0) + (bits & nameBits.place ? 2 : 0);
  return 10 + name * 8 + other * 2 + (cues & cue.acronym ? 1 : 0);
};

// Kinds of features; a kind's number is part of the trained model, so none is ever reused.
const kind = {
  roman: 1,
  own: 2,
  prefix: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  shape: 7,
  bits: 8,
  fine: 9,
  coarse: 10,
  cues: 11,
  both: 12,
  ownSuffix: 13,
  letter: 14,
  bias: 15,
};

/** How many of a word's features say nothing of the word itself: they mean the same in every language. */
export const plainFeatures = 8;

const describe = (text: string, language: string, withFeatures: boolean): WordFacts => {
  const folded = foldWord(text);
  const plain = romanise(text);
  const capital = /^\p{Lu}/u.test(text);
  const uncased = /^\p{Lo}/u.test(text);
  const roman = wordHash(plain);
  const exact = lexiconOf(roman);
  const isCandidate = capital || uncased;
  // A plain word's stem only tells whether it is an office.
  const stem = isCandidate || isInflecting(language) ? wordStem(text, language) : { key: plain, bases: [] };
  let bits = exact & 255;
  let stripped = 0;
  if (stem.bases.length > 0 && isCandidate) {
    for (const base of stem.bases) stripped |= lexiconOf(wordHash(base)) & 255;
    // "Владимира" is in no list: what its base forms are, it is.
    if ((bits & (anyGiven | nameBits.surname | nameBits.place)) === 0)
      bits |= stripped & ~(nameBits.common | nameBits.frequent);
  }
  const isLatin = /^[\p{Script=Latin}]/u.test(text);
  const fine = exact >> 8;
  const coarse = coarseClass(fine);
  const cues = cuesOf(text, folded, stem.key, language);
  const letter = letterOf(bits, cues, isCandidate);
  const own = wordHash(`${language}:${folded}`);
  const shape = shapeOf(text) * 8 + Math.min(7, text.length >> 1);
  const script = isLatin ? 1 : 2;
  const isNeeded = withFeatures || isCandidate || (cues & cue.particle) !== 0;
  const features = isNeeded
    ? [
        mixHash(kind.shape, shape),
        mixHash(kind.bits, (exact & 255) * 512 + (stripped & 255) * 2 + script),
        mixHash(kind.fine, fine * 4 + script),
        mixHash(kind.coarse, coarse * 4 + script),
        mixHash(kind.cues, cues),
        mixHash(kind.both, (bits * 256 + coarse) * 4 + script),
        mixHash(kind.letter, letter),
        mixHash(kind.bias, 0),
        // From here on the word itself (`plainFeatures`).
        mixHash(kind.roman, roman),
        mixHash(kind.own, own),
        mixHash(kind.prefix, wordHash(plain.slice(0, 3))),
        mixHash(kind.suffix2, wordHash(plain.slice(-2))),
        mixHash(kind.suffix3, wordHash(plain.slice(-3))),
        mixHash(kind.suffix4, wordHash(plain.slice(-4))),
        mixHash(kind.ownSuffix, wordHash(`${language}${folded.slice(-3)}`)),
      ]
    : null;
  return {
    capital,
    uncased,
    own,
    roman,
    key: wordHash(stem.key),
    bits,
    fine,
    coarse,
    shape,
    cues,
    letter,
    text,
    language,
    features: features && Uint32Array.from(features),
  };
};

// News says the same words again and again: what is known of them is worked out once. The bound keeps memory small.
const remembered = new Map<string, Map<string, WordFacts>>();
const mostRemembered = 30_000;

/** What is known of one word of a text in `language` (two letters). */
export const wordFacts = (text: string, language: string): WordFacts => {
  let words = remembered.get(language);
  if (!words) {
    words = new Map();
    remembered.set(language, words);
  }
  const known = words.get(text);
  if (known) return known;
  if (words.size >= mostRemembered) words.clear();
  const facts = describe(text, language, false);
  words.set(text, facts);
  return facts;
};

/** The features of a word by itself, those that say nothing of the word first (`plainFeatures` of them). */
export const featuresOf = (word: WordFacts): Uint32Array => {
  word.features ??= describe(word.text, word.language, true).features ?? new Uint32Array();
  return word.features;
};
