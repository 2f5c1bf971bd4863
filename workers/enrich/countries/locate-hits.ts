import type { Hit } from './find-hits.ts';

/** A hit whose country is decided. `support`: how much else in the text speaks for that country; null where there was nothing to decide. */
export type LocatedHit = Hit & { code: string; support: number | null };

// Where the text speaks of them, Georgia is the country.
const georgiasNeighbours = ['RU', 'AM', 'AZ', 'UA', 'TR', 'MD'];

const weightOf = ({ entry }: Hit): number => (entry.how === 'city' || entry.how === 'institution' ? 0.5 : 1);

/** How much each country has in unmistakable hits. */
const supports = (hits: readonly Hit[]): Map<string, number> => {
  const total = new Map<string, number>();
  for (const hit of hits) {
    const { code, codes } = hit.entry;
    if (code && codes.length === 1) total.set(code, (total.get(code) ?? 0) + weightOf(hit));
  }
  return total;
};

const supportOf = (code: string, total: ReadonlyMap<string, number>): number => {
  const own = total.get(code) ?? 0;
  if (code !== 'GE') return own;
  return own * 3 + georgiasNeighbours.reduce((sum, other) => sum + (total.get(other) ?? 0), 0);
};

/** "London, Ontario": the region that follows a city says which. */
const regionAfter = (hits: readonly Hit[], index: number, text: string): Hit | null => {
  const hit = hits[index];
  const next = hits[index + 1];
  if (!hit || !next || next.entry.how !== 'region' || text.slice(hit.end, next.start) !== ', ') return null;
  return hit.entry.how === 'city' || hit.entry.how === 'capital' ? next : null;
};

/** Decides among the countries that have a place of one name: by the region that follows, else by what the rest of the text names. */
export const locateHits = (hits: readonly Hit[], text: string): LocatedHit[] => {
  const total = supports(hits);
  return hits.map((hit, index) => {
    const { codes } = hit.entry;
    const region = regionAfter(hits, index, text);
    const shared = region?.entry.codes.find((code) => codes.includes(code)) ?? region?.entry.code;
    if (shared) return { ...hit, code: shared, support: null };
    let best = codes[0] ?? '';
    if (codes.length < 2) return { ...hit, code: best, support: null };
    const follower = hits[index - 1];
    const isAfterCity =
      follower &&
      hit.entry.how !== 'city' &&
      text.slice(follower.end, hit.start) === ', ' &&
      follower.entry.how === 'city';
    // "Atlanta, Georgia": the city says which.
    if (isAfterCity && follower.entry.codes.length === 1 && codes.includes(follower.entry.codes[0] ?? ''))
      return { ...hit, code: follower.entry.codes[0] ?? best, support: 1 };
    for (const code of codes) if (supportOf(code, total) > supportOf(best, total)) best = code;
    return { ...hit, code: best, support: supportOf(best, total) };
  });
};
