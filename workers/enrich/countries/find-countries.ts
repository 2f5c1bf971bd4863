import type { FoundCountry } from '../found-tags.ts';
import { countryThreshold, countryWeights } from '../model/countries.ts';
import type { Token } from '../text/tokenize.ts';
import { describeText, evidenceFor } from './country-evidence.ts';
import { findHits, type Span } from './find-hits.ts';
import { type LocatedHit, locateHits } from './locate-hits.ts';

/** The countries a text may mention, in order of first mention, each with the places that speak for it. */
export const candidateCountries = (
  text: string,
  tokens: readonly Token[],
  language: string,
  people: readonly Span[],
): { code: string; hits: LocatedHit[]; evidence: Float64Array }[] => {
  const hits = locateHits(findHits(text, tokens, language, people), text);
  const context = describeText(text, tokens, language, hits, people);
  const byCode = new Map<string, LocatedHit[]>();
  for (const hit of hits) {
    const own = byCode.get(hit.code);
    if (own) own.push(hit);
    else byCode.set(hit.code, [hit]);
  }
  return [...byCode].map(([code, own]) => ({ code, hits: own, evidence: evidenceFor(code, own, context) }));
};

const chance = (evidence: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < evidence.length; at++) sum += (evidence[at] ?? 0) * (countryWeights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

/** The countries a text mentions, in order of first mention; words inside `people` (UTF-16 spans, ascending) name none. */
export const findCountries = (
  text: string,
  tokens: readonly Token[],
  language: string,
  people: readonly Span[],
): FoundCountry[] =>
  candidateCountries(text, tokens, language, people).flatMap(({ code, hits, evidence }) => {
    const confidence = chance(evidence);
    if (confidence < countryThreshold) return [];
    const mentions = hits.map(({ start, end, entry }) => ({
      start,
      end,
      text: text.slice(start, end),
      how: entry.how,
    }));
    return [{ code, mentions, confidence: Math.round(confidence * 100) / 100 }];
  });
