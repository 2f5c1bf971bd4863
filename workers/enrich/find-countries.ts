import { findUnspacedCountries } from './find-unspaced-countries.ts';
import type { FoundCountry } from './found-tags.ts';
import type { Entry, Gazetteer, How } from './gazetteer/gazetteer.ts';
import { gazetteerFor } from './gazetteer/gazetteer.ts';
import type { Token } from './tokenize.ts';

export type Span = { start: number; end: number };
type Hit = { code: string; how: How; start: number; end: number };

const joinable = /^(?:[ \u00a0]|-|–|\. ?| & |['’] ?|['’]s )$/;
const maxPhraseWords = 6;
// No stem is longer; a token of a million letters must not cost a million look-ups of a million letters.
const longestStem = 40;
// Endings that make a lower-case word an adjective or a demonym; names proper need their capital.
const lowerRussian =
  /(?:ск|цк)(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)$|(?:ц|анин|ян|ин|ец|к|нк)(?:|а|у|ы|и|е|ем|ом|ев|ов|ам|ами|ах)$/u;
const lowerGerman = /isch(?:e|en|er|es|em)?$|deutsch(?:e|en|er|es|em)?$|sche[nrsm]?$/u;

/** Longest phrase that begins at token `at`, as the number of its words and its meaning. */
const phraseAt = (
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
): { words: number; entry: Entry } | null => {
  const first = tokens[at];
  const longest = first && gazetteer.longest.get(first.folded);
  if (!first || !longest) return null;
  const keys = [first.folded];
  for (let next = at + 1; keys.length < Math.min(longest, maxPhraseWords); next++) {
    const token = tokens[next];
    if (!token || !joinable.test(token.gap)) break;
    keys.push(token.folded);
  }
  for (let words = keys.length; words > 0; words--) {
    const entry = gazetteer.phrases.get(keys.slice(0, words).join(' '));
    if (entry && accepts(tokens, at, words, entry)) return { words, entry };
  }
  return null;
};

const accepts = (tokens: readonly Token[], at: number, words: number, entry: Entry): boolean => {
  const first = tokens[at];
  const last = tokens[at + words - 1];
  if (!first || !last) return false;
  if (entry.exact)
    return (
      tokens
        .slice(at, at + words)
        .map((token) => token.text.replaceAll('.', ''))
        .join('') === entry.exact
    );
  if (entry.abbreviation)
    return first.capital && first.gap === ', ' && (tokens[at + words]?.gap.startsWith('.') ?? true);
  if (entry.code === null) return true;
  return first.capital && last.capital;
};

const hasEnding = (token: Token, rest: string, gazetteer: Gazetteer, how: How): boolean => {
  if (rest.length > 10 || !gazetteer.endings?.test(rest)) return false;
  // Китай, not Кит; Ливия, not Ливи: a stem on -и is no word of its own.
  if (rest === '' && token.folded.endsWith('и')) return false;
  if (token.capital) return true;
  if (gazetteer.lowerCase === 'never') return false;
  if (gazetteer.lowerCase === 'demonyms') return how === 'demonym';
  return lowerRussian.test(token.folded) || lowerGerman.test(token.folded);
};

/** Longest stem at token `at` whose ending is one of the language's. */
const stemAt = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): { words: number; entry: Entry } | null => {
  let before = '';
  let best: { words: number; entry: Entry } | null = null;
  for (let words = 1; words <= 3; words++) {
    const token = tokens[at + words - 1];
    if (!token || (words > 1 && !joinable.test(token.gap))) break;
    for (let length = Math.min(token.folded.length, longestStem); length >= (words > 1 ? 1 : 2); length--) {
      const entry = gazetteer.stems.get(before + token.folded.slice(0, length));
      if (
        !entry ||
        // Şam is Damascus, Sam a man.
        (entry.exact && !token.text.toLowerCase().startsWith(entry.exact)) ||
        !hasEnding(
          token.capital || words === 1 ? token : { ...token, capital: true },
          token.folded.slice(length),
          gazetteer,
          entry.how,
        )
      )
        continue;
      best = { words, entry };
      break;
    }
    before += token.folded;
    if (!gazetteer.stemPrefixes.has(before)) break;
    before += ' ';
  }
  return best;
};

/** "Georgia" is the state where the text speaks of America, and the country where it speaks of its own or its neighbours' cities. */
const decideHomonyms = (hits: Hit[], text: string): Hit[] => {
  const others = new Set(
    hits.filter((hit) => hit.code !== 'GE' || text.slice(hit.start, hit.end) !== 'Georgia').map((hit) => hit.code),
  );
  const isState =
    others.has('US') && !others.has('GE') && !['RU', 'AM', 'AZ', 'UA', 'MD', 'TR'].some((code) => others.has(code));
  return isState ? hits.map((hit) => (hit.code === 'GE' ? { ...hit, code: 'US', how: 'region' } : hit)) : hits;
};

const asTags = (hits: readonly Hit[], text: string): FoundCountry[] => {
  const byCode = new Map<string, FoundCountry>();
  for (const { code, how, start, end } of hits) {
    const tag = byCode.get(code) ?? { code, mentions: [], confidence: 0.5 };
    tag.mentions.push({ start, end, text: text.slice(start, end), how });
    tag.confidence = Math.max(tag.confidence, how === 'city' ? 0.7 : how === 'institution' ? 0.8 : 0.95);
    byCode.set(code, tag);
  }
  return [...byCode.values()];
};

/** The countries a text mentions, in order of first mention; words inside `people` (UTF-16 spans, ascending) name none. */
export const findCountries = (
  text: string,
  tokens: readonly Token[],
  language: string,
  people: readonly Span[],
): FoundCountry[] => {
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
    // "английский язык" is a language.
    const isLanguage = found !== null && /^язык/u.test(tokens[at + found.words]?.folded ?? '');
    if (found?.entry.code && last && !isLanguage)
      hits.push({ code: found.entry.code, how: found.entry.how, start: token.start, end: last.end });
    at += found?.words ?? 1;
  }
  for (const { entry, start, end } of findUnspacedCountries(text, language))
    if (entry.code) hits.push({ code: entry.code, how: entry.how, start, end });
  return asTags(decideHomonyms(hits, text), text);
};

/** The gazetteer's longest phrase or stem that begins at token `at`: how many words, and what it means. */
export const placeAt = (
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
): { words: number; entry: Entry } | null =>
  better(phraseAt(tokens, at, gazetteer), gazetteer.endings ? stemAt(tokens, at, gazetteer) : null);

const better = <T extends { words: number }>(one: T | null, other: T | null): T | null =>
  one && other ? (other.words > one.words ? other : one) : (one ?? other);
