import type { Entry } from '../gazetteer/gazetteer.ts';
import { gazetteerFor } from '../gazetteer/gazetteer.ts';
import type { Token } from '../text/tokenize.ts';
import { findUnspacedCountries } from './find-unspaced-countries.ts';
import { placeAt } from './match-place.ts';

/** UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };
/** One place in a text that may name a country. `first` and `last` are its tokens (-1 in scripts that part no words). */
export type Hit = { entry: Entry; ending: string | null; start: number; end: number; first: number; last: number };

/** The places of a text that may name a country, in order; words inside `people` (ascending) name none. */
export const findHits = (text: string, tokens: readonly Token[], language: string, people: readonly Span[]): Hit[] => {
  const gazetteer = gazetteerFor(language);
  const hits: Hit[] = [];
  let person = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    while ((people[person]?.end ?? Number.POSITIVE_INFINITY) <= token.start) person++;
    const isPerson = (people[person]?.start ?? Number.POSITIVE_INFINITY) <= token.start;
    const found = isPerson ? null : placeAt(tokens, at, gazetteer);
    const last = found && tokens[at + found.words - 1];
    if (found?.entry.code && last && !isLanguageName(tokens, at, at + found.words))
      hits.push({
        entry: found.entry,
        ending: found.ending,
        start: token.start,
        end: last.end,
        first: at,
        last: at + found.words - 1,
      });
    at += found?.words ?? 1;
  }
  if (gazetteer.unspacedNames.size > 0)
    for (const { entry, start, end } of findUnspacedCountries(text, gazetteer))
      if (entry.code) hits.push({ entry, ending: null, start, end, first: -1, last: -1 });
  return hits;
};

const language = /^(?:язык|мов[аиоу]|language|speaking|sprachig|dil(?:i|l)|lisan)/u;
// "на английском, немецком и французском языках": how far a list of languages reaches.
const longestList = 9;
// What comes before a language that stands alone: "in English.", "speaks French and", "знание английского".
const beforeLanguage =
  /^(?:in|into|speaks?|spoke|speaking|learn|learns|learning|learned|studying|fluent|auf|ins|на|знани[ею]|знает|изуча\p{L}*|владе\p{L}*|говор\p{L}*|учи\p{L}*)$/u;
const adjective =
  /(?:^(?:english|french|german|spanish|italian|russian|chinese|arabic|turkish|japanese|portuguese|swedish|dutch|polish)|(?:ск|цк)(?:ий|ом|ого|им|и)|isch)$/u;
const closes = /[.,;:!?)\n»"”]/;
const conjunction = /^(?:and|or|but|as|that|which|for|и|или|und|oder|а|но)$/u;

/** "английский язык", "English-language", "ingilis dili", and lists of such, name languages; so does an adjective with no noun after "in" or "speaks". */
const isLanguageName = (tokens: readonly Token[], first: number, after: number): boolean => {
  for (let at = after; at < Math.min(tokens.length, after + longestList); at++) {
    const token = tokens[at];
    if (!token) return false;
    if (language.test(token.folded)) return true;
    if (!/(?:ий|ом|ого|им|их|и|или)$|^(?:and|or|və|ve|und)$/u.test(token.folded) || /[.;:!?\n]/.test(token.gap)) break;
  }
  return standsAsLanguage(tokens, first, after);
};

const standsAsLanguage = (tokens: readonly Token[], first: number, after: number): boolean => {
  const word = tokens[first];
  const next = tokens[after];
  if (!word || after > first + 1 || !adjective.test(word.folded)) return false;
  const isAlone = !next || closes.test(next.gap) || conjunction.test(next.folded);
  // German adjectives have no capital of their own: Englisch is the language.
  if (/isch$/.test(word.folded)) return word.capital && !word.initial && !(next?.capital && next.gap === ' ');
  // "на пяти языках — итальянском, французском и немецком": the word stands before its list.
  for (let at = first - 1; at >= Math.max(0, first - longestList); at--) {
    const before = tokens[at]?.folded ?? '';
    if (language.test(before)) return true;
    if (!adjective.test(before) && !conjunction.test(before)) break;
  }
  return isAlone && beforeLanguage.test(tokens[first - 1]?.folded ?? '');
};
