import { famousSurnames, speechVerbs, surnameTitles } from './lexicon/name-cues.ts';
import type { NameWord } from './name-word.ts';

/** Kim Jong-un: the second syllable of a given name has no capital. */
export const isHyphenTail = (word: NameWord): boolean =>
  word.gap === '-' &&
  !word.capital &&
  !/^(?:based|led|backed|style|born|owned|era|like|run|made|free|wide|held|in|to|of|and|the)$/.test(word.folded) &&
  word.folded.length > 1 &&
  word.folded.length < 7 &&
  /^\p{L}+$/u.test(word.text);

/** May this word be part of a person's name? */
export const isNameLike = (word: NameWord | undefined): word is NameWord =>
  word !== undefined &&
  (isHyphenTail(word) ||
    ((word.capital || word.isParticle) &&
      !word.isRole &&
      !word.isBody &&
      !word.isFunction &&
      !word.isAcronym &&
      !word.isPlacePart));

/** A lone capitalised word that a title or a verb of speech makes a person. */
export const isLonePerson = (words: readonly NameWord[], at: number, end: number): boolean => {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (!word || (before?.capital && /^[ -]$/.test(word.gap) && !before.isRole)) return false;
  if (famousSurnames.has(word.folded)) return true;
  if (
    !isNameLike(word) ||
    word.isParticle ||
    word.isInitial ||
    word.isPlace ||
    word.folded.length < 3 ||
    end - at !== 1
  )
    return false;
  if (before && surnameTitles.has(before.folded) && /^\.?[ \u00a0]$/.test(word.gap))
    return !word.isCommon || !word.inTitle;
  if (word.isCommon) return false;
  return Boolean(
    after &&
      word.gap !== '-' &&
      after.gap === ' ' &&
      speechVerbs.has(after.folded) &&
      (word.isSurname || word.isGiven || !word.initial),
  );
};

/** A run of two or three unknown words after a title, or before a cue of a person, is a name too. */
export const isCuedRun = (text: string, words: readonly NameWord[], at: number, end: number): boolean => {
  if (end - at < 2 || end - at > 4) return false;
  const run = words.slice(at, end);
  if (run.some((word) => !isNameLike(word) || word.isPlace || (word.isCommon && !isHyphenTail(word)))) return false;
  // "Experte Christoph Fischer": the name begins at the given name, not here.
  if (run.slice(1, -1).some((word) => word.isStrongGiven)) return false;
  const before = words[at - 1];
  if (before?.isRole && /^\.?[ \u00a0]$/.test(run[0]?.gap ?? '')) return true;
  const after = text.slice(run.at(-1)?.end ?? 0, (run.at(-1)?.end ?? 0) + 12);
  const next = words[end];
  if (next && next.gap === ' ' && speechVerbs.has(next.folded)) return true;
  return (
    /^(?:, \d\d\b|,? who\b| \(\d\d\)|, (?:a|an|the) )/.test(after) ||
    Boolean((run.at(-1)?.isSurname || run.at(-1)?.standsAlone) && !run[0]?.inTitle)
  );
};
