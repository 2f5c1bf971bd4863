import type { Entry, Gazetteer } from '../gazetteer/gazetteer.ts';
import { firstWordStem } from '../gazetteer/inflection.ts';
import type { Token } from '../text/tokenize.ts';

/** A phrase of the gazetteer in a text: how many words it has, what it means, and the ending that was cut off a stem (null: it stands as it is). */
export type PlaceMatch = { words: number; entry: Entry; ending: string | null };

const joinable = /^(?:[ \u00a0]|-|–| – | — | - |\. ?| & |['’] ?|['’]s )$/;
const maxPhraseWords = 6;
// No stem is longer; a token of a million letters must not cost a million look-ups of a million letters.
const longestStem = 40;
// Bounds the memory of words already looked up; news repeats its words, so most look-ups end there.
const mostKnownWords = 50_000;
// Endings that make a lower-case word an adjective or a demonym; names proper need their capital.
const lowerCyrillic =
  /(?:ск|цк|ськ|цьк)(?:ий|ая|ое|ие|и|ого|ому|им|ом|ой|ую|их|ими|а|е|і|у|ої|ою|о)$|(?:ц|анин|ян|ин|ец|к|нк)(?:|а|у|ы|и|і|е|ем|ом|ев|ов|ів|ам|ами|ах)$/u;
const lowerGerman = /isch(?:e|en|er|es|em)?$|deutsch(?:e|en|er|es|em)?$|sche[nrsm]?$/u;

const slavicLatin = /^(?:cs|sk|sl|hr|bs)$/;
const westSlavicAdjective = /(?:sk|ck)(?:y|e|a|i|u|o|eho|ega|og|oga|emu|omu|em|om|ou|oj|ych|ih|im|ym|ymi|imi)$/;

const mayBeLower = (folded: string, entry: Entry, { language, inflection }: Gazetteer): boolean => {
  if (entry.endings === inflection?.peopleEndings) return true;
  // rakouský from Rakousko: the adjective of a country on -sko has its stem.
  if (slavicLatin.test(language) && entry.how === 'name') return westSlavicAdjective.test(folded);
  if (language === 'de') return lowerGerman.test(folded);
  if (/^(?:ru|uk|be|bg|sr|mk)$/.test(language)) return lowerCyrillic.test(folded);
  return entry.how === 'demonym';
};

const acceptsPhrase = (
  tokens: readonly Token[],
  at: number,
  words: number,
  entry: Entry,
  isUncased: boolean,
): boolean => {
  const first = tokens[at];
  const last = tokens[at + words - 1];
  if (!first || !last) return false;
  if (entry.exact) {
    // US$ and US dollars are money.
    if (tokens[at + words]?.gap.startsWith('$') || /^dollars?$/.test(tokens[at + words]?.folded ?? '')) return false;
    let letters = '';
    for (let index = at; index < at + words; index++) letters += tokens[index]?.text.replaceAll('.', '') ?? '';
    return letters === entry.exact;
  }
  if (entry.abbreviation)
    return first.capital && first.gap === ', ' && (tokens[at + words]?.gap.startsWith('.') ?? true);
  if (entry.code === null || isUncased) return true;
  return (first.capital && /\p{Lu}/u.test(last.text)) || (words === 1 && !/\p{Ll}/u.test(first.text));
};

/** Longest phrase that begins at token `at`. */
const phraseAt = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): PlaceMatch | null => {
  const first = tokens[at];
  const longest = first && gazetteer.longest.get(first.folded);
  if (!first || !longest) return null;
  const keys = [first.folded];
  for (let next = at + 1; keys.length < Math.min(longest, maxPhraseWords); next++) {
    const token = tokens[next];
    if (!token || !(joinable.test(token.gap) || token.gap === ', ')) break;
    // Of the phrases with a comma, the gazetteer has only American towns and their state.
    if (token.gap === ', ' && (keys.length > 1 || !token.capital)) break;
    keys.push(`${keys[keys.length - 1]} ${token.folded}`);
  }
  for (let words = keys.length; words > 0; words--) {
    const entry = gazetteer.phrases.get(keys[words - 1] ?? '');
    const hasComma = words > 1 && tokens[at + 1]?.gap === ', ';
    if (entry && (!hasComma || entry.code === 'US') && acceptsPhrase(tokens, at, words, entry, gazetteer.isUncased))
      return { words, entry, ending: null };
  }
  return null;
};

/** Longest stem after `before` whose ending the language has. */
const stemOf = (token: Token, before: string, gazetteer: Gazetteer): { entry: Entry; rest: string } | null => {
  const { folded, capital } = token;
  const shortest = before ? 1 : 2;
  for (let length = Math.min(folded.length, longestStem); length >= shortest; length--) {
    for (const entry of gazetteer.stems.get(before + folded.slice(0, length)) ?? []) {
      const rest = folded.slice(length);
      if (!entry.endings?.test(rest)) continue;
      if (entry.exact && !token.text.toLowerCase().startsWith(entry.exact)) continue;
      // Китай, not Кит; Ливия, not Ливи: a stem on -и is no word of its own.
      if (rest === '' && entry.how === 'name' && /[иу]$/u.test(folded) && entry.endings.test('я')) continue;
      if (capital || before || gazetteer.isUncased || mayBeLower(folded, entry, gazetteer)) return { entry, rest };
    }
  }
  return null;
};

const wordStem = (token: Token, gazetteer: Gazetteer): { entry: Entry; rest: string } | null => {
  const known = gazetteer.known.get(token.text);
  if (known !== undefined) return known;
  const found =
    token.folded.length > 1 && gazetteer.stemStarts.has(token.folded.slice(0, 4)) ? stemOf(token, '', gazetteer) : null;
  const short =
    found ?? (token.folded.length > 1 ? (stemOfShort(token, gazetteer) ?? prefixedStem(token, gazetteer)) : null);
  if (gazetteer.known.size > mostKnownWords) gazetteer.known.clear();
  gazetteer.known.set(token.text, short);
  return short;
};

// prorussisch, antiamerikanisch, ostdeutsch, пророссийский: adjectives alone take these.
const adjectivePrefix: Record<string, RegExp> = {
  de: /^(?:pro|anti|inner|gesamt|neo|post|ost|west|nord|sud|mittel)(?=\p{L}{6})/u,
  ru: /^(?:про|анти|обще|внутри|все|нео|пост)(?=\p{L}{6})/u,
};

const prefixedStem = (token: Token, gazetteer: Gazetteer): { entry: Entry; rest: string } | null => {
  const prefix = adjectivePrefix[gazetteer.language]?.exec(token.folded)?.[0];
  if (!prefix || !/(?:isch|deutsch|ск|цк)\p{L}{0,3}$/u.test(token.folded)) return null;
  return stemOf({ ...token, folded: token.folded.slice(prefix.length) }, '', gazetteer);
};

// Stems of two and three letters begin words that share only those letters.
const stemOfShort = (token: Token, gazetteer: Gazetteer): { entry: Entry; rest: string } | null => {
  for (const length of [3, 2])
    if (gazetteer.stemStarts.has(token.folded.slice(0, length)))
      return stemOf({ ...token, folded: token.folded }, '', gazetteer);
  return null;
};

/** Longest run of stems at token `at`. */
const stemsAt = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): PlaceMatch | null => {
  const { inflection } = gazetteer;
  const first = tokens[at];
  if (
    !first ||
    !inflection ||
    (!first.capital && !inflection.lowerDerived && !gazetteer.stemPrefixes.has(first.folded))
  )
    return null;
  const found = wordStem(first, gazetteer);
  let best: PlaceMatch | null = found && { words: 1, entry: found.entry, ending: found.rest };
  if (!first.capital && !gazetteer.isUncased) return best;
  let before = firstWordStem(first.folded, inflection);
  for (let words = 2; words <= 4 && gazetteer.stemPrefixes.has(before); words++) {
    const token = tokens[at + words - 1];
    if (!token || !joinable.test(token.gap)) break;
    const last = stemOf(token, `${before} `, gazetteer);
    if (last) best = { words, entry: last.entry, ending: last.rest };
    before += ` ${firstWordStem(token.folded, inflection)}`;
  }
  return best;
};

// What may follow a name's last letters in Arabic and Hebrew: the adjective's endings, with the vowel that they replace.
const semiticEndings = ['', 'ية', 'يين', 'يون', 'ي', 'ים', 'יות', 'ית', 'י', 'ת'];
const semiticFinals = ['', 'ا', 'ة', 'يا', 'ה', 'יה'];

/** A word with "and", "in", "to" or "the" before it, or made an adjective: בגרמניה, والعراقية. */
const prefixedAt = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): PlaceMatch | null => {
  const token = tokens[at];
  const prefix = token && gazetteer.prefixes?.exec(token.folded)?.[0];
  if (!token || prefix === undefined || prefix === null) return null;
  for (const whole of prefix ? [token.folded.slice(prefix.length), token.folded] : [token.folded]) {
    if (whole.length < 3) continue;
    for (const ending of semiticEndings) {
      if (!whole.endsWith(ending)) continue;
      const base = whole.slice(0, whole.length - ending.length);
      if (base.length < 3) continue;
      for (const final of ending ? semiticFinals : ['']) {
        const entry = gazetteer.phrases.get(base + final) ?? gazetteer.phrases.get(`ال${base}${final}`);
        if (entry?.code && (entry.how === 'name' || !ending)) return { words: 1, entry, ending };
      }
    }
  }
  return null;
};

/** The gazetteer's longest phrase or stem that begins at token `at`. */
export const placeAt = (tokens: readonly Token[], at: number, gazetteer: Gazetteer): PlaceMatch | null => {
  const phrase = phraseAt(tokens, at, gazetteer);
  const stem = gazetteer.inflection ? stemsAt(tokens, at, gazetteer) : null;
  if (phrase && stem) return stem.words > phrase.words ? stem : phrase;
  return phrase ?? stem ?? (gazetteer.prefixes ? prefixedAt(tokens, at, gazetteer) : null);
};
