import type { Feed, FeedCheck, FeedHabit } from '../../../schemas/feed.ts';
import { followMove } from '../address/moved-feed.ts';
import type { FeedPoll } from '../fetch-feed.ts';
import { adaptCadence } from './adapt-cadence.ts';
import { durationWords } from './duration-words.ts';
import { learnHabit, silenceOf } from './feed-habit.ts';
import { nextCheck } from './next-check.ts';

export interface PolledFeed {
  feed: Feed;
  habit: FeedHabit;
  poll: FeedPoll;
  /** How many of the poll's entries were new or edited. */
  fresh: number;
  nowMs: number;
  quietHours: string | null;
}

/** A feed that its publisher declared gone (410) is asked once a day all the same: some come back. */
const goneCheckMs = 24 * 3_600_000;

/** Pushes get lost, and a hub may be dead for days before its lease ends (FreshRSS#4448, lion-reader#1566). */
const pushedCadence = {
  cadenceMs: 24 * 3_600_000,
  cadenceReason: 'its hub pushes it (WebSub): polled once a day to be sure',
};

/** What a poll leaves on its feed: its state and health, its next check with the reason, and the address it moved to for good. */
export function concludePoll(polled: PolledFeed): { check: FeedCheck; takeOver: string | null } {
  const { feed, poll, nowMs } = polled;
  const failures = failuresAfter(feed, poll);
  const answered = poll.kind !== 'failed' && poll.kind !== 'busy' && poll.kind !== 'gone';
  const { seenShare, cadenceMs, cadenceReason } = cadenceAfter(polled, answered);
  const { takeOver, ...move } = answered
    ? followMove(feed.url, feed, poll.result.permanentUrl)
    : { movedTo: feed.movedTo, movedTimes: feed.movedTimes, takeOver: null };
  const pushed = feed.pushedUntil !== null && Date.parse(feed.pushedUntil) > nowMs;
  const { atMs, reason } = nextCheck({
    nowMs,
    ...(pushed ? pushedCadence : { cadenceMs, cadenceReason }),
    failures,
    retryAfterMs: poll.kind === 'busy' ? poll.retryAfterMs : poll.result.retryAfterMs,
    freshForMs: poll.result.freshForMs,
    ttlMinutes: poll.kind === 'entries' ? poll.ttlMinutes : null,
    window: feed.window,
    quietHours: feed.lane === 'breaking' ? null : polled.quietHours,
    jitterKey: feed.id,
  });
  const check: FeedCheck = {
    outcome: poll.kind,
    error: errorOf(feed, poll),
    // The validators of an answer that could not be read would turn the next poll into a 304 and hide the fault.
    etag: answered ? poll.result.etag : feed.etag,
    lastModified: answered ? poll.result.lastModified : feed.lastModified,
    checkedAt: iso(nowMs),
    nextCheckAt: iso(atMs),
    nextCheckReason: reason,
    failures,
    // Of a gone feed the cadence is not what decides; it is kept for the day it comes back.
    cadenceMs: poll.kind === 'gone' ? feed.cadenceMs : cadenceMs,
    seenShare,
    ...rememberNews(polled),
    ...move,
    state: poll.kind === 'gone' ? 'gone' : answered ? 'active' : feed.state,
    title: poll.kind === 'entries' ? poll.title : null,
  };
  return { check, takeOver };
}

/** A busy host that names its time is no failure; one that names none is backed off from. */
function failuresAfter(feed: Feed, poll: FeedPoll): number {
  if (poll.kind === 'failed') return feed.failures + 1;
  if (poll.kind === 'busy') return poll.result.retryAfterMs === null ? feed.failures + 1 : feed.failures;
  return 0;
}

function cadenceAfter({ feed, poll, fresh }: PolledFeed, answered: boolean) {
  if (poll.kind === 'gone')
    return { seenShare: null, cadenceMs: goneCheckMs, cadenceReason: 'gone (410): asked once a day' };
  const fixed = `every ${durationWords(feed.intervalMs)}, as set`;
  if (!feed.adaptive)
    return {
      seenShare: answered ? seenOf(poll, fresh) : feed.seenShare,
      cadenceMs: feed.intervalMs,
      cadenceReason: fixed,
    };
  // The first poll finds all new, and a failed one nothing: neither says how busy the feed is.
  const seenShare = answered && feed.lastCheckedAt !== null ? seenOf(poll, fresh) : feed.seenShare;
  const cadenceMs =
    answered && seenShare !== null
      ? adaptCadence(feed.cadenceMs, feed.intervalMs, feed.seenShare, seenShare)
      : feed.cadenceMs;
  const share = seenShare === null ? '' : `, ${Math.round(seenShare * 100)} % of its entries were known`;
  return { seenShare, cadenceMs, cadenceReason: `every ${durationWords(cadenceMs)} (adaptive${share})` };
}

/** A 304 and a feed without entries say that there is nothing new. */
function seenOf(poll: FeedPoll, fresh: number): number {
  const total = poll.kind === 'entries' ? poll.entries.length : 0;
  return total === 0 ? 1 : 1 - fresh / total;
}

function errorOf(feed: Feed, poll: FeedPoll): string | null {
  if (poll.kind === 'failed') return poll.error;
  if (poll.kind === 'gone') return `${feed.url} answers 410 Gone; it is asked once a day until it is removed`;
  return null;
}

/** A new feed's own dates tell its habit at once; after that the times at which it brought something do. */
function rememberNews({ feed, habit, poll, fresh, nowMs }: PolledFeed) {
  const before = feed.lastNewAt === null ? null : Date.parse(feed.lastNewAt);
  const dates = poll.kind === 'entries' && before === null ? poll.entries.map((entry) => entry.published) : [];
  const past = dates.flatMap((date) => (date && Date.parse(date) <= nowMs ? [Date.parse(date)] : []));
  const arrivals = before === null ? past : fresh > 0 ? [nowMs] : [];
  const first = before ?? (fresh > 0 ? nowMs : null);
  const lastNewAtMs = arrivals.length > 0 ? Math.max(...arrivals) : first;
  const learned = learnHabit(habit, before, arrivals);
  return {
    habit: learned,
    lastNewAt: lastNewAtMs === null ? null : iso(lastNewAtMs),
    silent: silenceOf(learned, lastNewAtMs, nowMs),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();
