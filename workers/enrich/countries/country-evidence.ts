import type { How } from '../gazetteer/gazetteer.ts';
import type { Token } from '../text/tokenize.ts';
import type { Span } from './find-hits.ts';
import type { LocatedHit } from './locate-hits.ts';

// A city counts by its size: big, middling, town.
type Kind = How | 'middling' | 'town';
const kinds: readonly Kind[] = [
  'name',
  'demonym',
  'capital',
  'city',
  'middling',
  'town',
  'region',
  'metonym',
  'institution',
];

const placeKinds: ReadonlySet<Kind> = new Set(['city', 'middling', 'town', 'capital']);

/** What is known of a country in a text, in the order of the model's weights; each value lies between 0 and about 3. */
export const evidenceNames: readonly string[] = [
  'bias',
  ...kinds.map((kind) => `clean ${kind}`),
  ...kinds.map((kind) => `only doubtful ${kind}`),
  'log mentions',
  'share of mentions, whole from a quarter on',
  'early',
  'after a preposition',
  'always beside a capital',
  'lower case elsewhere',
  'always begins a sentence',
  'namesakes',
  'namesake supported',
  'several phrases',
  'clean names of others',
  'home of the language',
  'unspaced script',
  'always inflected by a stem',
  'long ending',
  'acronym only',
  'demonym before a capital',
  'one mention',
  'one lone demonym',
  'one lone city',
  'one lone institution',
  'Cyrillic',
  'Cyrillic, by places alone',
  'Cyrillic, one mention',
];

const prepositions: Record<string, RegExp> = {
  en: /^(?:in|at|from|near|to|into|toward|towards|across|outside|around|throughout|inside|with|between|against|of|for)$/,
  de: /^(?:in|im|aus|nach|bei|von|gegen|mit|zwischen|fur)$/,
  ru: /^(?:в|во|из|на|под|с|со|к|из-за|между|из-под|о|об)$/,
  uk: /^(?:в|у|із|з|на|до|від)$/,
  fr: /^(?:a|en|de|au|aux|du|vers|avec|contre)$/,
  es: /^(?:en|de|desde|a|con|contra|hacia)$/,
  it: /^(?:in|a|da|di|con|contro)$/,
  pt: /^(?:em|no|na|de|do|da|para|com)$/,
};
const turkicPlaceCase = /[dt][aəe](?:n|k[iı]\p{L}*)?$/u;

const homes: Record<string, readonly string[]> = {
  en: ['US', 'GB'],
  de: ['DE', 'AT', 'CH'],
  ru: ['RU'],
  tr: ['TR'],
  az: ['AZ'],
  fr: ['FR'],
  es: ['ES'],
  it: ['IT'],
  pt: ['BR', 'PT'],
  no: ['NO'],
  nb: ['NO'],
  sv: ['SE'],
  da: ['DK'],
  fi: ['FI'],
  nl: ['NL', 'BE'],
  pl: ['PL'],
  cs: ['CZ'],
  uk: ['UA'],
  ko: ['KR'],
  ja: ['JP'],
  zh: ['CN', 'TW'],
  id: ['ID'],
  el: ['GR'],
  ka: ['GE'],
  hy: ['AM'],
  kk: ['KZ'],
  uz: ['UZ'],
  ro: ['RO'],
  hu: ['HU'],
  bg: ['BG'],
  sr: ['RS'],
  he: ['IL'],
  fa: ['IR'],
};

/** What the whole text says, once for all its countries. */
export type TextContext = {
  text: string;
  tokens: readonly Token[];
  language: string;
  lowerCase: ReadonlySet<string>;
  /** First five letters of lower-case words, in languages that lengthen their words. */
  lowerStarts: ReadonlySet<string>;
  hits: readonly LocatedHit[];
  /** Tokens of places and people: a place beside one of them is not part of a longer name. */
  namedTokens: ReadonlySet<number>;
};

export const describeText = (
  text: string,
  tokens: readonly Token[],
  language: string,
  hits: readonly LocatedHit[],
  people: readonly Span[],
): TextContext => {
  const lowerCase = new Set<string>();
  const lowerStarts = new Set<string>();
  const isTurkic = language === 'tr' || language === 'az';
  if (hits.length > 0)
    for (const { capital, folded } of tokens) {
      if (capital) continue;
      lowerCase.add(folded);
      if (isTurkic && folded.length > 4) lowerStarts.add(folded.slice(0, 5));
    }
  const namedTokens = new Set<number>();
  for (const hit of hits) for (let at = hit.first; at >= 0 && at <= hit.last; at++) namedTokens.add(at);
  let person = 0;
  for (let at = 0; at < tokens.length && person < people.length; at++) {
    const start = tokens[at]?.start ?? 0;
    while ((people[person]?.end ?? Number.POSITIVE_INFINITY) <= start) person++;
    if ((people[person]?.start ?? Number.POSITIVE_INFINITY) <= start) namedTokens.add(at);
  }
  return { text, tokens, language, lowerCase, lowerStarts, hits, namedTokens };
};

type Clues = {
  kind: Kind;
  besideCapital: boolean;
  beforeCapital: boolean;
  isLowerElsewhere: boolean;
  isAfterPreposition: boolean;
  isInitial: boolean;
  isClean: boolean;
};

const kindOf = ({ entry }: LocatedHit): Kind => {
  if (entry.how !== 'city' || entry.size >= 2) return entry.how;
  return entry.size === 1 ? 'middling' : 'town';
};

const isStranger = (context: TextContext, at: number): boolean => {
  const token = context.tokens[at];
  return Boolean(token?.capital && !context.namedTokens.has(at) && !/^\p{N}/u.test(token.text));
};

const cluesOf = (hit: LocatedHit, context: TextContext): Clues => {
  const { tokens, language, lowerCase } = context;
  const kind = kindOf(hit);
  const first = tokens[hit.first];
  const next = tokens[hit.last + 1];
  if (!first)
    return {
      kind,
      besideCapital: false,
      beforeCapital: false,
      isLowerElsewhere: false,
      isAfterPreposition: false,
      isInitial: false,
      isClean: true,
    };
  // German writes every noun with a capital.
  const asksNeighbours = language !== 'de';
  const before =
    asksNeighbours &&
    !first.initial &&
    /^[ -]$/.test(first.gap) &&
    isStranger(context, hit.first - 1) &&
    !tokens[hit.first - 1]?.initial;
  const beforeCapital =
    asksNeighbours && next !== undefined && /^[ -]$/.test(next.gap) && isStranger(context, hit.last + 1);
  const isLowerElsewhere =
    first.capital &&
    hit.first === hit.last &&
    (lowerCase.has(first.folded) || context.lowerStarts.has(first.folded.slice(0, 5))) &&
    hit.entry.how !== 'demonym';
  const previous = tokens[hit.first - 1];
  const isAfterPreposition =
    (!first.initial && previous !== undefined && prepositions[language]?.test(previous.folded) === true) ||
    ((language === 'tr' || language === 'az') && hit.ending !== null && turkicPlaceCase.test(hit.ending));
  const isStrange = kind === 'name' || kind === 'demonym' ? false : before || beforeCapital;
  const isClean = !hit.entry.doubtful && !isLowerElsewhere && !isStrange && (hit.support === null || hit.support > 0);
  return {
    kind,
    besideCapital: before || beforeCapital,
    beforeCapital,
    isLowerElsewhere,
    isAfterPreposition,
    isInitial: first.initial,
    isClean,
  };
};

/** The evidence for one country, as `evidenceNames` lists it. `own`: the country's hits, at least one. */
export const evidenceFor = (code: string, own: readonly LocatedHit[], context: TextContext): Float64Array => {
  const row = new Float64Array(evidenceNames.length);
  const clues = own.map((hit) => cluesOf(hit, context));
  const every = (test: (clue: Clues) => boolean): number => (clues.every(test) ? 1 : 0);
  const some = (test: (clue: Clues) => boolean): number => (clues.some(test) ? 1 : 0);
  // There an ending says nothing: nearly every name has one.
  const isTurkic = context.language === 'tr' || context.language === 'az';
  const isCyrillic = /^(?:ru|uk|be|bg|sr|mk|kk|ky)$/.test(context.language);
  const only = own.length === 1 ? clues[0] : undefined;
  const cleanOthers = new Set(
    context.hits
      .filter((hit) => hit.code !== code && hit.entry.how === 'name' && !hit.entry.doubtful)
      .map((hit) => hit.code),
  ).size;
  const values = [
    1,
    ...kinds.map((kind) => some((clue) => clue.kind === kind && clue.isClean)),
    ...kinds.map((kind) =>
      some((clue) => clue.kind === kind) && every((clue) => clue.kind !== kind || !clue.isClean) ? 1 : 0,
    ),
    Math.min(3, Math.log2(own.length)),
    Math.min(1, (4 * own.length) / context.hits.length),
    own.some((hit) => hit.start < Math.max(200, context.text.length / 8)) ? 1 : 0,
    some((clue) => clue.isAfterPreposition),
    every((clue) => clue.besideCapital),
    some((clue) => clue.isLowerElsewhere),
    every((clue) => clue.isInitial),
    own.every((hit) => hit.entry.codes.length > 1) ? 1 : 0,
    own.some((hit) => (hit.support ?? 0) > 0) ? 1 : 0,
    new Set(own.map((hit) => hit.entry)).size > 1 ? 1 : 0,
    Math.min(3, Math.log2(1 + cleanOthers)),
    homes[context.language]?.includes(code) ? 1 : 0,
    own.every((hit) => hit.first < 0) ? 1 : 0,
    own.every((hit) => hit.ending !== null && hit.ending !== '') && !isTurkic ? 1 : 0,
    own.every((hit) => (hit.ending?.length ?? 0) > 3) && !isTurkic ? 1 : 0,
    own.every((hit) => hit.entry.exact !== null) ? 1 : 0,
    every((clue) => clue.kind === 'demonym' && clue.beforeCapital),
    only ? 1 : 0,
    only?.kind === 'demonym' ? 1 : 0,
    only && placeKinds.has(only.kind) ? 1 : 0,
    only?.kind === 'institution' ? 1 : 0,
    isCyrillic ? 1 : 0,
    isCyrillic ? every((clue) => placeKinds.has(clue.kind)) : 0,
    isCyrillic && only ? 1 : 0,
  ];
  row.set(values);
  return row;
};
