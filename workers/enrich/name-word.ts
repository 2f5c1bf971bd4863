import { romanise } from './fold.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { englishWords } from './lexicon/english-words.ts';
import { givenNames } from './lexicon/given-names.ts';
import { functionWordsOf } from './lexicon/name-cues.ts';
import { surnames } from './lexicon/surnames.ts';
import { placeAt } from './match-place.ts';
import type { Token } from './tokenize.ts';

/** A token with what the lexicons and the rest of the text say of it as part of a person's name. */
export type NameWord = Token & {
  isRole: boolean;
  isBody: boolean;
  isFunction: boolean;
  isParticle: boolean;
  isInitial: boolean;
  isAcronym: boolean;
  isShip: boolean;
  isPlace: boolean;
  /** A word of a place's name of several words. */
  isPlacePart: boolean;
  /** A common word: in the English word list, or in lower case elsewhere in this text. */
  isCommon: boolean;
  isGiven: boolean;
  /** A given name that is nothing else. */
  isStrongGiven: boolean;
  isSurname: boolean;
  /** Stands in a line whose words nearly all have capitals: capitals say nothing there. */
  inTitle: boolean;
  startsLine: boolean;
  /** Stands capitalised and alone inside some sentence of the text, as a surname does after its first mention. */
  standsAlone: boolean;
};
type Cues = Record<'roleWords' | 'bodyWords' | 'functionWords' | 'particles', ReadonlySet<string>>;

// Inflected forms: Russian cases, and the case endings that Azerbaijani joins without an apostrophe.
const russianEnding = /(?:ом|ем|ым|им|ой|ей|ою|ого|его|ому|ему|а|я|у|ю|е|ы|и)$/u;
const turkicEnding = /(?:nın|nin|nun|nün|ın|in|un|ün|dan|dən|den|da|də|de|ya|yə|ye|nı|ni|a|ə|e|ı|i|u|ü)$/u;

/** Spellings under which a word may stand in a lexicon: as it is, and without a case ending. */
const spellings = (token: Token, language: string): string[] => {
  const plain = romanise(token.text);
  const ending =
    language === 'ru' || language === 'uk'
      ? russianEnding
      : language === 'tr' || language === 'az'
        ? turkicEnding
        : null;
  const lower = token.text.toLowerCase();
  const base = ending ? lower.replace(ending, '') : lower;
  if (base === lower || base.length < 3) return [plain];
  return [plain, romanise(base), romanise(`${base}а`), romanise(`${base}й`), romanise(`${base}я`)];
};

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

/** For each token: does its line begin here, and is the line in title case? */
const titleLines = (tokens: readonly Token[]): { inTitle: boolean[]; startsLine: boolean[] } => {
  const inTitle: boolean[] = [];
  const startsLine = tokens.map((token, at) => at === 0 || token.gap.includes('\n'));
  for (let from = 0; from < tokens.length; ) {
    let end = from + 1;
    while (end < tokens.length && !startsLine[end]) end++;
    const isTitle = lineIsTitle(tokens, from, end);
    for (; from < end; from++) inTitle.push(isTitle);
  }
  return { inTitle, startsLine };
};

/** Tokens that lie in a place's name: 1 for a name of one word (it may be a surname), more for the words of a longer one. */
const placeLengths = (tokens: readonly Token[], gazetteer: Gazetteer): Uint8Array => {
  const lengths = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; ) {
    const place = tokens[at]?.capital ? placeAt(tokens, at, gazetteer) : null;
    const words = place?.words ?? 1;
    if (place) lengths.fill(words, at, at + words);
    at += words;
  }
  return lengths;
};

const surnameEnding = /(?:ova?|eva?|enko|ski|sky|skaya|ian|yan|shvili|dze|zadeh?|son|ez|oglu|oglou|ic)$/;
const lowerWord = {
  isBody: false,
  isInitial: false,
  isAcronym: false,
  isShip: false,
  isPlace: false,
  isPlacePart: false,
  isGiven: false,
  isStrongGiven: false,
  isSurname: false,
};

/** What a capitalised token may be. */
const capitalWord = (
  text: string,
  token: Token,
  language: string,
  cues: Cues,
  placeWords: number,
  isCommon: boolean,
  isFunction: boolean,
) => {
  const keys = spellings(token, language);
  const isPlace = placeWords > 0;
  const isGiven = !isFunction && keys.some((key) => givenNames.has(key));
  return {
    isBody: cues.bodyWords.has(token.folded),
    isInitial:
      (token.text.length === 1 && text[token.end] === '.') || (!isPlace && /^(?:\p{Lu}\.){2}$/u.test(token.text)),
    isAcronym:
      token.text.length > 1 &&
      token.text.length < 6 &&
      token.text === token.text.toUpperCase() &&
      !token.text.includes('.'),
    isShip: /^(?:uss|hms|ss|mv)$/.test(token.folded),
    isPlace,
    isPlacePart: placeWords > 1,
    isGiven,
    isStrongGiven: isGiven && !isCommon && !isPlace,
    isSurname: keys.some((key) => surnames.has(key)) || surnameEnding.test(keys[0] ?? ''),
  };
};

const wordsAlone = (tokens: readonly Token[], inTitle: readonly boolean[]): Set<string> => {
  const alone = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const isJoined =
      (before?.capital && token.gap === ' ') || (after?.capital && /^[ -]$/.test(after.gap)) || token.gap.endsWith('-');
    if (token.capital && !isJoined && !inTitle[at]) alone.add(token.folded);
  }
  return alone;
};

/** The tokens with what is known of each as part of a name. */
export const describeWords = (
  text: string,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  language: string,
  cues: Cues,
): NameWord[] => {
  const lowerCase = new Set<string>();
  for (const token of tokens) if (!token.capital) lowerCase.add(token.folded);
  const { inTitle, startsLine } = titleLines(tokens);
  const own = functionWordsOf[language];
  const places = placeLengths(tokens, gazetteer);
  // German nouns all stand alone with a capital; Turkish and Azerbaijani endings hide the word that does.
  const alone = ['de', 'tr', 'az'].includes(language) ? new Set<string>() : wordsAlone(tokens, inTitle);
  return tokens.map((token, at) => {
    const { start, end, folded, gap, capital, initial } = token;
    const isJoined = gap === ' ' && (tokens[at - 1]?.capital ?? false);
    // Van Der Beek, De Niro: a particle with a capital, but never the first word of a run (Al Gore).
    const isParticle = cues.particles.has(folded) && (!capital || (isJoined && (places[at] ?? 0) < 2));
    const isFunction =
      !isParticle && (cues.functionWords.has(folded) || own?.has(folded) === true || /^\p{N}/u.test(token.text));
    const isCommon = !capital || lowerCase.has(folded) || englishWords.has(folded);
    const { isBody, isInitial, isAcronym, isShip, isPlace, isPlacePart, isGiven, isStrongGiven, isSurname } = capital
      ? capitalWord(text, token, language, cues, places[at] ?? 0, isCommon, isFunction)
      : lowerWord;
    return {
      start,
      end,
      text: token.text,
      folded,
      gap,
      capital,
      initial,
      isRole: cues.roleWords.has(folded),
      isFunction,
      isParticle,
      isCommon,
      isBody,
      isInitial,
      isAcronym,
      isShip,
      isPlace,
      isPlacePart,
      isGiven,
      isStrongGiven,
      isSurname,
      inTitle: inTitle[at] ?? false,
      startsLine: startsLine[at] ?? false,
      standsAlone: capital && alone.has(folded),
    };
  });
};
