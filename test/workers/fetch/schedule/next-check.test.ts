import { describe, expect, test } from '@jest/globals';
import { adaptCadence } from '../../../../workers/fetch/schedule/adapt-cadence.ts';
import { untilInside, untilOutside } from '../../../../workers/fetch/schedule/day-span.ts';
import { durationWords } from '../../../../workers/fetch/schedule/duration-words.ts';
import { nextCheck } from '../../../../workers/fetch/schedule/next-check.ts';
import { days, hours, minutes, noon } from '../feed.ts';

describe('the next check of a feed', () => {
  const hints = {
    nowMs: noon,
    cadenceMs: minutes(10),
    cadenceReason: 'its cadence',
    failures: 0,
    retryAfterMs: null,
    freshForMs: null,
    ttlMinutes: null,
    window: null,
    quietHours: null,
    jitterKey: 'feed-1',
  };

  test('follows its cadence with a jitter that is always the same', () => {
    const { atMs, reason } = nextCheck(hints);
    expect(atMs - noon).toBeGreaterThanOrEqual(minutes(10));
    expect(atMs - noon).toBeLessThanOrEqual(minutes(11));
    expect(reason).toBe('its cadence');
    expect(nextCheck(hints).atMs).toBe(atMs);
    expect(nextCheck({ ...hints, jitterKey: 'feed-2' }).atMs).not.toBe(atMs);
  });

  test.each([
    [{ failures: 1 }, minutes(20), 'back-off after 1 failure'],
    [{ failures: 2 }, minutes(40), 'back-off after 2 failures in a row'],
    [{ retryAfterMs: minutes(15) }, minutes(15), "the publisher's Retry-After"],
    [{ freshForMs: minutes(20) }, minutes(20), "the publisher's cache headers"],
    [{ ttlMinutes: 60 }, minutes(60), "the feed's own ttl"],
    [{ ttlMinutes: 60, freshForMs: hours(2) }, hours(2), "the publisher's cache headers"],
    [{ ttlMinutes: 1, freshForMs: 1000 }, minutes(10), 'its cadence'],
  ])('takes the longest wait that is asked for: %j', (more, leastMs, reason) => {
    const next = nextCheck({ ...hints, ...more });
    expect(next.reason).toBe(reason);
    expect(next.atMs - noon).toBeGreaterThanOrEqual(leastMs);
    expect(next.atMs - noon).toBeLessThanOrEqual(leastMs * 1.1);
  });

  test('is never further off than a day, whatever fails and whatever is asked', () => {
    for (const more of [{ failures: 1000 }, { retryAfterMs: 1e12 }, { ttlMinutes: 1e9 }]) {
      const { atMs, reason } = nextCheck({ ...hints, ...more });
      expect(atMs - noon).toBe(days(1));
      expect(reason).toContain('capped at 24 h');
    }
  });

  test('waits for its daily window, and for the end of the quiet hours', () => {
    const window = nextCheck({ ...hints, window: '14:00-16:00' });
    expect(new Date(window.atMs).toISOString()).toMatch(/^2026-11-24T14:0/);
    expect(window.reason).toBe('its cadence; held by its daily window 14:00-16:00');
    const quiet = nextCheck({ ...hints, quietHours: '11:00-15:00' });
    expect(new Date(quiet.atMs).toISOString()).toMatch(/^2026-11-24T15:0/);
    expect(quiet.reason).toBe('its cadence; held by the quiet hours 11:00-15:00');
    const both = nextCheck({ ...hints, window: '14:00-16:00', quietHours: '11:00-15:00' });
    expect(new Date(both.atMs).toISOString()).toMatch(/^2026-11-24T15:0/);
    expect(nextCheck({ ...hints, window: '12:00-13:00' }).reason).toBe('its cadence');
  });
});

describe('a part of the day', () => {
  test.each([
    ['11:00-13:00', 0, hours(1)],
    ['12:00-13:00', 0, hours(1)],
    ['10:00-12:00', hours(22), 0],
    ['22:00-06:00', hours(10), 0],
    ['20:00-14:00', 0, hours(2)],
    // Noon in UTC is 16:00 in Baku.
    ['06:00-17:00 Asia/Baku', 0, hours(1)],
    ['06:00-12:00 Asia/Baku', hours(14), 0],
  ])('%s, seen from noon in UTC', (span, inside, outside) => {
    expect(untilInside(span, noon)).toBe(inside);
    expect(untilOutside(span, noon)).toBe(outside);
  });

  test('opens by the clock on the wall where summer time ends', () => {
    // 25 October 2026, 00:30 UTC is 02:30 in Berlin, half an hour before its clocks go back from 3:00 to 2:00.
    const at = Date.UTC(2026, 9, 25, 0, 30);
    expect(new Date(at + untilInside('06:00-08:00 Europe/Berlin', at)).toISOString()).toBe('2026-10-25T05:00:00.000Z');
  });
});

describe('an adaptive cadence', () => {
  const shortest = minutes(5);
  test.each([
    ['slows down when two polls in a row were mostly known', 0.9, 1, minutes(10), minutes(15)],
    ['speeds up when two polls in a row were mostly new', 0.2, 0.1, minutes(15), minutes(10)],
    ['stays between', 0.5, 0.9, minutes(10), minutes(10)],
    ['stays when only one poll was mostly known', 0.2, 0.9, minutes(10), minutes(10)],
    ['stays on the first poll', null, 1, minutes(10), minutes(10)],
    ['is at its shortest at once when entries may have been missed', 0.9, 0, minutes(60), shortest],
    ['is never shorter than its interval', 0.1, 0.1, shortest, shortest],
    ['is never longer than twelve intervals', 1, 1, minutes(59), minutes(60)],
  ])('%s', (_name, before, now, cadence, expected) => {
    expect(adaptCadence(cadence, shortest, before, now)).toBe(expected);
  });
});

test.each([
  [0, '0 s'],
  [20_000, '20 s'],
  [minutes(90), '1 h 30 min'],
  [days(3) + hours(4) + minutes(59), '3 d 4 h'],
  [days(2), '2 d'],
])('%i ms are said as %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});
