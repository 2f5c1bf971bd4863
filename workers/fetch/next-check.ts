import { createHash } from 'node:crypto';

export interface CheckHints {
  /** The feed's own cadence. */
  intervalMs: number;
  /** Polls that failed in a row. */
  failures: number;
  retryAfterMs: number | null;
  freshForMs: number | null;
  /** What the feed itself asks for. */
  ttlMinutes: number | null;
  /** Spreads feeds of one cadence; the same key always gives the same share. */
  jitterKey: string;
}

/** No hint and no failure puts a feed further off than a day, so that none dies silently (miniflux#879, #2895). */
const maxDelayMs = 24 * 3_600_000;
/** Enough to reach the cap from the shortest cadence, one second. */
const maxDoublings = 17;
const jitterShare = 0.1;

/** When a feed is to be asked again and why: the longest wait among its cadence, back-off and the publisher's hints, capped at 24 h, plus up to 10 %. */
export function nextCheck(hints: CheckHints): { delayMs: number; reason: string } {
  const waits: [number, string][] = [
    [hints.intervalMs, 'interval'],
    [
      hints.failures > 0 ? hints.intervalMs * 2 ** Math.min(hints.failures, maxDoublings) : 0,
      `back-off after ${hints.failures} failures`,
    ],
    [hints.retryAfterMs ?? 0, 'Retry-After'],
    [hints.freshForMs ?? 0, 'cache headers'],
    [(hints.ttlMinutes ?? 0) * 60_000, "the feed's ttl"],
  ];
  const [longest, reason] = waits.reduce((best, wait) => (wait[0] > best[0] ? wait : best));
  const delayMs = Math.min(longest * (1 + jitterShare * share(hints.jitterKey)), maxDelayMs);
  return { delayMs: Math.round(delayMs), reason: longest > maxDelayMs ? `${reason}, capped at 24 h` : reason };
}

/** A number in [0, 1) that depends on the key alone. */
const share = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
