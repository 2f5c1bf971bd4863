import type { Item, PersonTag } from '../schemas/item.ts';
import { pageKey } from '../schemas/page-key.ts';
import { sha256Hex, shortKey } from './hash.ts';

/** Two texts of one publisher that share this much of their word pairs are wordings of one brief. */
export const nearDuplicateSimilarity = 0.8;

/**
 * Pairs, not longer runs: two words corrected in a brief of forty leave 35 of 43 pairs (0.81), but only 32 of 44
 * triples (0.73), and a brief with two corrections is still the same brief.
 */
const shingleWords = 2;

/** 12 bands of 2 minhashes: at similarity 0.8 one pair in 200,000 shares no band (0.36 to the twelfth), so none is missed. */
const bandCount = 12;
const rowsPerBand = 2;

/** A story is its page: its id comes from the page's key alone, guids rotate. */
export const storyId = (pageUrl: string): string => `s-${shortKey('story', pageKey(pageUrl))}`;

/** A brief has no URL: its id comes from who printed it and the fingerprint of the wording it was first seen in. */
export const briefId = (publisher: string, fingerprint: string): string =>
  `b-${shortKey('brief', publisher, fingerprint)}`;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The same for texts that differ in case, spacing or punctuation only. */
export const textFingerprint = (text: string): string => {
  const words = wordsOf(text);
  return shortKey(words.length > 0 ? words.join(' ') : text);
};

const shingles = (text: string): Set<string> => {
  const words = wordsOf(text);
  if (words.length <= shingleWords) return new Set([words.join(' ')]);
  const found = new Set<string>();
  for (let at = 0; at + shingleWords <= words.length; at += 1) found.add(words.slice(at, at + shingleWords).join(' '));
  return found;
};

/** Shared word pairs over all word pairs of two texts: 0 to 1. */
export const textSimilarity = (one: string, other: string): number => {
  const [a, b] = [shingles(one), shingles(other)];
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared += 1;
  return shared / (a.size + b.size - shared);
};

/** FNV-1a, 32 bits, seeded: a minhash needs many cheap and different hashes, not a strong one. */
const seededHash = (text: string, seed: number): number => {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** Keys (signed 32-bit) of which near-duplicates share at least one: what the store looks candidates up by. */
export const similarityBands = (text: string): number[] => {
  const found = [...shingles(text)];
  return Array.from({ length: bandCount }, (_, band) => {
    const rows = Array.from({ length: rowsPerBand }, (_, row) =>
      found.reduce((least, shingle) => Math.min(least, seededHash(shingle, band * rowsPerBand + row + 1)), 0xffffffff),
    );
    return seededHash(rows.join(':'), 1000 + band) | 0;
  });
};

/** The fingerprints of a story's first one, two and three paragraphs: a brief that equals one of them is its lead. */
export const leadFingerprints = (body: string): string[] => {
  const paragraphs = body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  const leads = [1, 2, 3].filter((count) => count <= paragraphs.length);
  return [...new Set(leads.map((count) => textFingerprint(paragraphs.slice(0, count).join('\n\n'))))];
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
};

export type HashedContent = Pick<
  Item,
  | 'kind'
  | 'headline'
  | 'section'
  | 'body'
  | 'byline'
  | 'dateline'
  | 'date'
  | 'language'
  | 'countries'
  | 'about'
  | 'pubStatus'
  | 'embargoedUntil'
> & { people: PersonTag[] };

/** Tells whether consumers have something to hear: provenance, confidence and where it stood are not content. */
export const contentHash = (item: HashedContent): string =>
  sha256Hex(
    JSON.stringify(
      sorted({
        kind: item.kind,
        headline: item.headline,
        section: item.section,
        body: item.body,
        byline: item.byline,
        dateline: item.dateline,
        date: item.date,
        language: item.language,
        countries: item.countries,
        people: item.people,
        about: item.about,
        pubStatus: item.pubStatus,
        embargoedUntil: item.embargoedUntil,
      }),
    ),
  );
