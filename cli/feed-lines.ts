import type { Feed } from '../schemas/feed.ts';
import { durationWords } from '../workers/fetch/schedule/duration-words.ts';

const kinds: Record<Feed['kind'], string | null> = {
  feed: null,
  list: 'a page of links to articles',
  page: 'one page',
};

/** A feed as `wiredesk feeds show` prints it: one fact a line, those that say nothing left out. */
export function feedLines(feed: Feed, nowMs: number): string {
  const pause = feed.adaptive
    ? `${durationWords(feed.cadenceMs)} now, adaptive from ${durationWords(feed.intervalMs)} to ${durationWords(feed.intervalMs * 12)}`
    : `${durationWords(feed.intervalMs)}, fixed`;
  const rows: [string, string | null][] = [
    ['id', feed.id],
    ['address', feed.url],
    ['title', feed.title],
    ['publisher', feed.publisher],
    ['kind', kinds[feed.kind]],
    ['state', feed.state],
    ['lane', feed.lane],
    ['pause', pause],
    ['window', feed.window],
    ['credentials', feed.credentials && `${feed.credentials} (never shown)`],
    ['last check', feed.lastCheckedAt && `${when(feed.lastCheckedAt, nowMs)}: ${feed.lastOutcome}`],
    ['fault', feed.lastError && `${feed.lastError} (${feed.failures} in a row)`],
    ['next check', feed.state === 'paused' ? 'none: it is paused' : nextCheck(feed, nowMs)],
    ['known', feed.seenShare === null ? null : `${Math.round(feed.seenShare * 100)} % of the last poll's entries`],
    ['last news', feed.lastNewAt && when(feed.lastNewAt, nowMs)],
    ['silent', feed.silent],
    ['moved', feed.movedTo && `redirects permanently to ${feed.movedTo}, ${feed.movedTimes} of 10 polls in a row`],
    ['push', pushOf(feed, nowMs)],
    ['repairs', feed.repairs > 0 ? `${feed.repairs} lost polls asked for again` : null],
  ];
  return rows.flatMap(([name, value]) => (value ? [`${name.padEnd(11)} ${value}`] : [])).join('\n');
}

function pushOf({ hub, hubError, pushedUntil }: Feed, nowMs: number): string | null {
  if (hub === null) return null;
  if (hubError !== null) return `${hub} does not push it: ${hubError}`;
  return pushedUntil === null ? `${hub} is asked` : `by ${hub} until ${when(pushedUntil, nowMs)}`;
}

function nextCheck({ nextCheckAt, nextCheckReason }: Feed, nowMs: number): string {
  if (nextCheckAt === null) return 'at once, when the desk runs';
  if (Date.parse(nextCheckAt) <= nowMs)
    return `due since ${when(nextCheckAt, nowMs)}; a running desk polls it as soon as its host's other requests let it`;
  return `${when(nextCheckAt, nowMs)}: ${nextCheckReason}`;
}

function when(iso: string, nowMs: number): string {
  const awayMs = Date.parse(iso) - nowMs;
  return awayMs > 0 ? `${iso} (in ${durationWords(awayMs)})` : `${iso} (${durationWords(-awayMs)} ago)`;
}
