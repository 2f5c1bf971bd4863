import type { Token } from '../text/tokenize.ts';
import { findUnspacedPeople } from './find-unspaced-people.ts';
import { nameRole } from './name-role.ts';
import type { Weights } from './name-tagger.ts';
import { tagNames } from './name-tagger.ts';
import { readNameText } from './name-text.ts';
import { peopleWeights } from './people-weights.ts';

/**
 * A name found in a text: tokens `first` to `last` inclusive, UTF-16 offsets `start` to `end` exclusive.
 * `isFull`: of more than one word. `confidence`: 0 to 1.
 */
export type FoundName = {
  first: number;
  last: number;
  start: number;
  end: number;
  isFull: boolean;
  role: string | null;
  confidence: number;
  /** The person's full name where the finder itself knows it (scripts without spaces), else null. */
  fullName: string | null;
};

/** Jr. and a surname cut to its initial ("Hanna K.") keep their full stop. */
const endOf = (text: string, tokens: readonly Token[], last: number, language: string): number => {
  const token = tokens[last];
  if (!token) return 0;
  const next = tokens[last + 1];
  // Case endings belong to a mention as it stands.
  if (language === 'az' && next?.gap === '-' && /^\p{Ll}{1,4}$/u.test(next.text)) return next.end;
  return text[token.end] === '.' && /^(?:Jr|Sr|\p{Lu})$/u.test(token.text) ? token.end + 1 : token.end;
};

// What stands before a name out of courtesy is never part of it; the tagger learnt few of these with a capital.
const honorific =
  /^(?:mr|mrs|ms|miss|dr|sir|madame|monsieur|мистер|миссис|мисс|господин|господина|госпожа|госпожи|г-жа|г-н|сэр|леди|лорд|bay|bayan|sayın|cənab|xanım|herr|herrn|frau|señor|señora)$/u;

const withoutHonorific = (tokens: readonly Token[], first: number, last: number): number => {
  let at = first;
  while (at < last && honorific.test(tokens[at]?.text.toLowerCase() ?? '')) at++;
  return at;
};

const unspaced = (text: string, tokens: readonly Token[], language: string): FoundName[] => {
  let at = 0;
  return findUnspacedPeople(text, language).map(({ start, end, name }) => {
    while (at + 1 < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    return { first: at, last: at, start, end, isFull: name.length > 2, role: null, confidence: 0.8, fullName: name };
  });
};

/** The people named in a text: by the trained tagger, or by cues in scripts that part no words. */
export const findPeople = (
  text: string,
  tokens: readonly Token[],
  language: string,
  model: { first: Weights; second: Weights } = peopleWeights(),
): FoundName[] => {
  if (language === 'ja' || language === 'zh' || language === 'ko') return unspaced(text, tokens, language);
  const nameText = readNameText(tokens, language);
  return tagNames(nameText, model.first, model.second).map(({ first: begin, last, confidence }) => {
    const first = withoutHonorific(tokens, begin, last);
    return {
      first,
      last,
      start: tokens[first]?.start ?? 0,
      end: endOf(text, tokens, last, language),
      isFull: last > first,
      role: nameRole(text, tokens, nameText, first),
      confidence,
      fullName: null,
    };
  });
};
