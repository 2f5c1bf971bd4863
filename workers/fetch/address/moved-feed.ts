/** A publisher's mistake of a day answers 301 too; NewsBlur takes an address over after ten in a row as well. */
const stableRun = 10;

export interface Move {
  /** Where the permanent redirects led at the last polls; null when they led nowhere. */
  movedTo: string | null;
  /** Polls in a row that led there. */
  movedTimes: number;
}

/** Counts a poll's permanent redirect; `takeOver` is the address to use from now on, null while the old one stays. */
export function followMove(url: string, before: Move, permanentUrl: string | null): Move & { takeOver: string | null } {
  if (permanentUrl === null || permanentUrl === url) return { movedTo: null, movedTimes: 0, takeOver: null };
  const movedTimes = permanentUrl === before.movedTo ? before.movedTimes + 1 : 1;
  const takeOver = isHttpsUpgrade(url, permanentUrl) || movedTimes >= stableRun ? permanentUrl : null;
  return { movedTo: permanentUrl, movedTimes, takeOver };
}

/** The same address on https cannot be a mistake worth waiting out (feedbin#100: 450 hits a day on one 301). */
function isHttpsUpgrade(from: string, to: string): boolean {
  const [a, b] = [new URL(from), new URL(to)];
  return a.protocol === 'http:' && b.protocol === 'https:' && a.hostname === b.hostname && rest(a) === rest(b);
}

const rest = (url: URL): string => url.pathname + url.search;
