import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { gazetteerFor } from './gazetteer/gazetteer.ts';
import { bodyWords, functionWords, particles, roleWords } from './lexicon/name-cues.ts';
import { isCuedRun, isHyphenTail, isLonePerson, isNameLike } from './name-evidence.ts';
import type { NameWord } from './name-word.ts';
import { describeWords } from './name-word.ts';
import type { Token } from './tokenize.ts';

/** A name found in a text: tokens `first` to `last` inclusive. `isFull`: given name and surname, not a surname alone. */
export type FoundName = { first: number; last: number; isFull: boolean; role: string | null };

const maxNameTokens = 6;
// Longer runs of capitals are title lines and lists; the bound keeps the search linear.
const maxRun = 24;
const joinsNames = /^(?:[ \u00a0]|-|\.[ \u00a0]?| ?["“„«(][ ]?)$/;

/** The end (exclusive) of the run of capitalised words and particles that begins at `at`. */
const runEnd = (words: readonly NameWord[], at: number): number => {
  let end = at + 1;
  while (end < words.length && end - at < maxRun) {
    const word = words[end];
    const previous = words[end - 1];
    if (!word || !previous || !joinsNames.test(word.gap) || word.startsLine) break;
    if (word.gap.startsWith('.') && !previous.isInitial && !previous.isRole && previous.folded.length > 3) break;
    if (!word.capital && !isHyphenTail(word) && !(word.isParticle && followsCapital(words, end))) break;
    end++;
  }
  return end;
};

const followsCapital = (words: readonly NameWord[], at: number): boolean => {
  const next = words[at + 1];
  if (!next || !/^[ \u00a0-]$/.test(next.gap)) return false;
  return next.capital || (next.isParticle && Boolean(words[at + 2]?.capital));
};

// Regnal and generational numbers close a name: Elizabeth II, Davis Jr.
const closesName = (word: NameWord | undefined): boolean =>
  /^(?:I{2,3}|IV|V|VI{1,3}|IX|XI{0,3}|XIV|XV|XVI|Jr|Sr)$/.test(word?.text ?? '');

/** A word of two natures (Bill, West, Brook) is a name beside a given name that is nothing else. */
const isSurnameOfTwoNatures = (word: NameWord | undefined, given: NameWord): boolean =>
  Boolean(
    word?.capital &&
      given.isStrongGiven &&
      /^(?:west|north|east|young|law|house|hall|street|bush|park|banks|church|rice|star|marsh|hill|field|march|may|little|great|long|post|king|pope|prince|bishop|judge|major|page|cook|baker|speaker)$/.test(
        word.folded,
      ),
  );

const isGivenOfTwoNatures = (word: NameWord): boolean =>
  /^(?:bill|will|may|mark|grant|art|june|april|august|dean)$/.test(word.folded);

/** How many words from `at` make one full name, 0 if none. */
const nameLength = (words: readonly NameWord[], at: number, end: number): number => {
  const start = words[at];
  if (!start || start.isParticle) return 0;
  const isOpen =
    (isNameLike(start) && (start.isGiven || start.isInitial)) ||
    (isGivenOfTwoNatures(start) && Boolean(words[at + 1]?.isSurname || start.folded === 'bill'));
  if (!isOpen) return 0;
  if (start.isGiven && at + 1 < end && closesName(words[at + 1])) return 2;
  let length = 1;
  let content = 0;
  // "Camille Ferrand Armed Forces Minister …": what stands before the next office belongs to the office.
  const mostContent = hasRoleSoon(words, at + 2, end) ? 1 : 3;
  while (at + length < end && length < maxNameTokens && content < mostContent) {
    const word = words[at + length];
    if (content > 0 && closesName(word)) return length + 1;
    if (
      !word ||
      (!isNameLike(word) && !(content === 0 && isSurnameOfTwoNatures(word, start))) ||
      (word.gap !== ' ' && !/^[\u00a0.-]/.test(word.gap))
    )
      break;
    // A place after a complete name ends it; right after the given name it is the surname (Michael Jordan).
    if (content > 0 && (word.isPlace || word.isCommon || word.isAcronym) && word.gap !== '-') break;
    if (content > 0 && startsAnother(words, at + length, end)) break;
    if (!word.isParticle && !word.isInitial && !isHyphenTail(word)) content++;
    length++;
  }
  while (length > 1 && words[at + length - 1]?.isParticle) length--;
  return content > 0 ? length : 0;
};

const hasRoleSoon = (words: readonly NameWord[], from: number, end: number): boolean =>
  words.slice(from, Math.min(end, from + 4)).some((word) => word.isRole && word.capital);

/** Two people side by side: a known given name and one more name-like word begin here, and what came before is complete. */
const startsAnother = (words: readonly NameWord[], at: number, end: number): boolean => {
  const word = words[at];
  const next = words[at + 1];
  return Boolean(
    word?.isGiven &&
      !word.isSurname &&
      at + 1 < end &&
      isNameLike(next) &&
      !next.isInitial &&
      next.isSurname &&
      words[at - 1]?.isSurname,
  );
};

// Places that are as often given names; any other place begins the name of something there.
const givenPlaces = new Set(
  'virginia georgia carolina jordan chad israel austin dallas sydney charlotte madison lincoln brooklyn houston savannah florence paris victoria alexandria kent devon dakota phoenix orlando milan sofia santiago perry jackson tyler'.split(
    ' ',
  ),
);

const isDoubtful = (words: readonly NameWord[], at: number, length: number): boolean => {
  const start = words[at];
  const second = words[at + 1];
  const last = words[at + length - 1];
  if (!start || !second || !last) return true;
  if (closesName(last)) return false;
  if (start.isPlace && !last.isSurname && (last.isCommon || !givenPlaces.has(start.folded))) return true;
  // "Peter" is a verb too, but inside a sentence its capital speaks for the name.
  if (start.isCommon && !last.isSurname && (start.initial || start.inTitle || last.isCommon)) return true;
  if (start.isInitial && length === 2 && (last.isCommon || last.isPlace)) return true;
  if (start.inTitle && last.isCommon) return true;
  return last.isCommon && !last.isSurname && !start.isStrongGiven;
};

const followedByBody = (words: readonly NameWord[], last: number): boolean => {
  const next = words[last + 1];
  if (hasRoleSoon(words, last + 2, runEnd(words, last))) return false;
  return Boolean(next?.isBody && next.capital && /^[ -]$/.test(next.gap));
};

/** Title or office directly before a name, as the text has it. */
const roleBefore = (text: string, words: readonly NameWord[], first: number): string | null => {
  let at = first;
  let start = first;
  while (at > 0 && first - at < 8) {
    const word = words[at - 1];
    const gap = words[at]?.gap ?? '';
    if (!word || !/^\.?[ \u00a0]$/.test(gap)) break;
    if (word.isRole) start = at - 1;
    else if (!(word.isPlace && word.capital) && !/^(?:of|for|and|u\.?s)$/.test(word.folded)) break;
    else if (word.capital && start === at) start = at - 1;
    at--;
  }
  while (start < first && /^(?:of|for|and)$/.test(words[start]?.folded ?? '')) start++;
  const from = words[start];
  const to = words[first - 1];
  if (start >= first || !from || !to || !words.slice(start, first).some((word) => word.isRole)) return null;
  return text.slice(from.start, to.end);
};

const isName = (words: readonly NameWord[], at: number, length: number): boolean =>
  length > 0 && !isDoubtful(words, at, length) && !followedByBody(words, at + length - 1) && !words[at - 1]?.isShip;

const namesInRun = (text: string, words: readonly NameWord[], from: number, end: number): FoundName[] => {
  const found: FoundName[] = [];
  let at = from;
  while (at < end) {
    const length = nameLength(words, at, end);
    if (isName(words, at, length)) {
      found.push({ first: at, last: at + length - 1, isFull: true, role: roleBefore(text, words, at) });
      at += length;
    } else if (isCuedRun(text, words, at, end)) {
      found.push({ first: at, last: end - 1, isFull: true, role: roleBefore(text, words, at) });
      at = end;
    } else {
      if (isLonePerson(words, at, end))
        found.push({ first: at, last: at, isFull: false, role: roleBefore(text, words, at) });
      at += 1;
    }
  }
  return found;
};

/** The people named in a text, by rules and lexicons: full names, and surnames that a title or a verb of speech gives away. */
export const findPeople = (text: string, tokens: readonly Token[], language: string): FoundName[] => {
  const gazetteer: Gazetteer = gazetteerFor(language);
  const words = describeWords(text, tokens, gazetteer, language, { roleWords, bodyWords, functionWords, particles });
  const found: FoundName[] = [];
  for (let at = 0; at < words.length; ) {
    if (!words[at]?.capital) {
      at++;
      continue;
    }
    const end = runEnd(words, at);
    found.push(...namesInRun(text, words, at, end));
    at = end;
  }
  return found;
};
