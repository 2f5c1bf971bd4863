import { createHash } from 'node:crypto';
import { untilInside, untilOutside } from './day-span.ts';
import { durationWords } from './duration-words.ts';

export interface CheckHints {
  nowMs: number;
  /** The pause in force between two polls, and why it is that long. */
  cadenceMs: number;
  cadenceReason: string;
  /** Polls that failed in a row. */
  failures: number;
  retryAfterMs: number | null;
  freshForMs: number | null;
  /** What the feed itself asks for. */
  ttlMinutes: number | null;
  /** The part of the day in which the feed is polled, and the one in which nothing is (`daySpanSchema`). */
  window: string | null;
  quietHours: string | null;
  /** Spreads feeds of one cadence; the same key always gives the same share. */
  jitterKey: string;
}

/** No hint and no failure puts a feed further off than a day, so that none dies silently (miniflux#879, #2895). */
const maxDelayMs = 24 * 3_600_000;
/** Enough to reach the cap from the shortest cadence, one second. */
const maxDoublings = 17;
const jitterShare = 0.1;
/** Feeds that were held until a window opens do not all come in its first minute. */
const openingSpreadMs = 10 * 60_000;

/**
 * When a feed is to be asked again and why: the longest wait among its cadence, back-off and the publisher's hints,
 * capped at 24 h, plus up to 10 %, and held until its window opens and the quiet hours end.
 */
export function nextCheck(hints: CheckHints): { atMs: number; reason: string } {
  const waits: [number, string][] = [
    [hints.cadenceMs, hints.cadenceReason],
    [
      hints.failures > 0 ? hints.cadenceMs * 2 ** Math.min(hints.failures, maxDoublings) : 0,
      `back-off after ${hints.failures} ${hints.failures === 1 ? 'failure' : 'failures in a row'}`,
    ],
    [hints.retryAfterMs ?? 0, "the publisher's Retry-After"],
    [hints.freshForMs ?? 0, "the publisher's cache headers"],
    [(hints.ttlMinutes ?? 0) * 60_000, "the feed's own ttl"],
  ];
  const [longest, why] = waits.reduce((best, wait) => (wait[0] > best[0] ? wait : best));
  const capped = longest > maxDelayMs ? `${why} (${durationWords(longest)}, capped at 24 h)` : why;
  const delayMs = Math.min(longest * (1 + jitterShare * share(hints.jitterKey)), maxDelayMs);
  return hold(Math.round(hints.nowMs + delayMs), capped, hints);
}

function hold(atMs: number, reason: string, { window, quietHours, jitterKey }: CheckHints) {
  let held = atMs;
  // Twice: the end of the quiet hours may lie outside the window, and its opening in them.
  for (let round = 0; round < 2; round++) {
    if (window) held += untilInside(window, held);
    if (quietHours) held += untilOutside(quietHours, held);
  }
  if (held === atMs) return { atMs, reason };
  const by = window && untilInside(window, atMs) > 0 ? `its daily window ${window}` : `the quiet hours ${quietHours}`;
  return { atMs: Math.round(held + openingSpreadMs * share(jitterKey)), reason: `${reason}; held by ${by}` };
}

/** A number in [0, 1) that depends on the key alone. */
const share = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
