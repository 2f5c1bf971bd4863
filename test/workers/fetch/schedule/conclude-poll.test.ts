import { describe, expect, test } from '@jest/globals';
import type { Feed, FeedHabit } from '../../../../schemas/feed.ts';
import type { FeedPoll } from '../../../../workers/fetch/fetch-feed.ts';
import { concludePoll } from '../../../../workers/fetch/schedule/conclude-poll.ts';
import { aFeed, busy, days, entriesOf, failed, gone, hours, minutes, noon, notModified } from '../feed.ts';

const poll = (feed: Feed, found: FeedPoll, fresh = 0, more: { habit?: FeedHabit; quietHours?: string } = {}) =>
  concludePoll({ feed, habit: more.habit ?? [], poll: found, fresh, nowMs: noon, quietHours: more.quietHours ?? null });
const times = (count: number) => Array.from({ length: count }, (_, n) => noon - hours(n));
const waitMs = (nextCheckAt: string) => Date.parse(nextCheckAt) - noon;

describe('the cadence of a feed', () => {
  test('slows down over polls that find nothing new, and says why', () => {
    let feed = aFeed({ seenShare: 1 });
    for (let n = 0; n < 9; n++) {
      const { check } = poll(feed, notModified());
      feed = aFeed({ ...check });
    }
    expect(feed.cadenceMs).toBe(hours(1));
    expect(feed.nextCheckReason).toBe('every 1 h (adaptive, 100 % of its entries were known)');
  });

  test('does not take the first poll, where all is new, for a busy feed', () => {
    const { check } = poll(aFeed({ lastCheckedAt: null }), entriesOf(times(10)), 10);
    expect(check).toMatchObject({ seenShare: null, cadenceMs: minutes(5) });
  });

  test('stays as it was set where it was set', () => {
    const { check } = poll(aFeed({ adaptive: false, seenShare: 1 }), notModified());
    expect(check).toMatchObject({ cadenceMs: minutes(5), nextCheckReason: 'every 5 min, as set' });
  });
});

describe('a feed in trouble', () => {
  test('keeps its validators, is backed off from, and is never given up', () => {
    let feed = aFeed({ etag: '"1"' });
    for (let n = 1; n <= 40; n++) {
      const { check } = poll(feed, failed());
      expect(check).toMatchObject({ failures: n, etag: '"1"', error: 'HTTP 500', state: 'active' });
      expect(waitMs(check.nextCheckAt)).toBeLessThanOrEqual(days(1));
      feed = aFeed({ ...check });
    }
    expect(poll(feed, notModified()).check).toMatchObject({ failures: 0, error: null });
  });

  test('that is busy waits as long as it asks, without a failure; where it names no time it is backed off from', () => {
    const named = poll(aFeed(), busy(hours(2))).check;
    expect(named).toMatchObject({ failures: 0, error: null, nextCheckReason: "the publisher's Retry-After" });
    expect(waitMs(named.nextCheckAt)).toBeGreaterThanOrEqual(hours(2));
    expect(poll(aFeed({ failures: 2 }), busy(null)).check.failures).toBe(3);
  });

  test('that is gone is told so, asked once a day, and active again when it answers', () => {
    const { check } = poll(aFeed(), gone());
    expect(check).toMatchObject({ state: 'gone', error: expect.stringContaining('410 Gone') });
    expect(waitMs(check.nextCheckAt)).toBe(days(1));
    expect(poll(aFeed({ state: 'gone', cadenceMs: minutes(5) }), notModified()).check).toMatchObject({
      state: 'active',
      error: null,
    });
  });

  test('of the breaking lane is polled in the quiet hours, others are not', () => {
    const quietHours = '11:00-18:00';
    expect(waitMs(poll(aFeed(), notModified(), 0, { quietHours }).check.nextCheckAt)).toBeGreaterThanOrEqual(hours(6));
    const breaking = poll(aFeed({ lane: 'breaking' }), notModified(), 0, { quietHours }).check;
    expect(waitMs(breaking.nextCheckAt)).toBeLessThan(minutes(6));
  });
});

describe('a permanent redirect', () => {
  const there = { permanentUrl: 'https://new.example/rss' };

  test('is taken over after ten polls in a row, not before', () => {
    let feed = aFeed();
    for (let n = 1; n <= 10; n++) {
      const { check, takeOver } = poll(feed, notModified(there));
      expect(check.movedTimes).toBe(n);
      expect(takeOver).toBe(n < 10 ? null : there.permanentUrl);
      feed = aFeed({ ...check });
    }
  });

  test('counts anew when it leads elsewhere or nowhere, and outlasts a failure', () => {
    const feed = aFeed({ movedTo: there.permanentUrl, movedTimes: 9 });
    expect(poll(feed, notModified({ permanentUrl: 'https://other.example/' })).check.movedTimes).toBe(1);
    expect(poll(feed, notModified()).check).toMatchObject({ movedTo: null, movedTimes: 0 });
    expect(poll(feed, failed()).check.movedTimes).toBe(9);
  });

  test('to the same address on https is taken over at once', () => {
    const feed = aFeed({ url: 'http://wire.example/rss?x=1' });
    expect(poll(feed, notModified({ permanentUrl: 'https://wire.example/rss?x=1' })).takeOver).toBe(
      'https://wire.example/rss?x=1',
    );
    expect(poll(feed, notModified({ permanentUrl: 'https://wire.example/rss' })).takeOver).toBeNull();
  });
});

describe('the habit of a feed', () => {
  /** Every three hours by day, never at night: its longest pause is twelve hours. */
  const byDay = Array.from({ length: 10 }, (_, day) =>
    [8, 11, 14, 17, 20].map((hour) => noon - days(day + 1) - hours(12 - hour)),
  ).flat();

  test('is learnt from the dates of its first entries', () => {
    const { check } = poll(aFeed({ lastCheckedAt: null }), entriesOf(byDay), byDay.length);
    expect(Math.max(...check.habit.map(({ pauseMs }) => pauseMs))).toBe(hours(12));
    expect(check.lastNewAt).toBe(new Date(noon - hours(16)).toISOString());
    expect(check.silent).toBeNull();
  });

  test('raises a flag when it is silent beyond it, which its next entry takes down', () => {
    const { habit, lastNewAt } = poll(aFeed({ lastCheckedAt: null }), entriesOf(byDay), byDay.length).check;
    const later = (atMs: number, found: FeedPoll, fresh: number) =>
      concludePoll({ feed: aFeed({ lastNewAt }), habit, poll: found, fresh, nowMs: atMs, quietHours: null }).check;
    expect(later(noon + hours(1), notModified(), 0).silent).toBeNull();
    const silent = later(noon + hours(3), notModified(), 0);
    expect(silent.silent).toBe('no new entry for 19 h; its longest pause before was 12 h');
    expect(later(noon + hours(3), entriesOf([noon + hours(3)]), 1)).toMatchObject({ silent: null });
  });

  test('of a young feed is not known, so nothing is said of it', () => {
    const { habit } = poll(aFeed({ lastCheckedAt: null }), entriesOf(byDay.slice(0, 10)), 10).check;
    const feed = aFeed({ lastNewAt: new Date(noon).toISOString() });
    const { check } = concludePoll({
      feed,
      habit,
      poll: notModified(),
      fresh: 0,
      nowMs: noon + days(20),
      quietHours: null,
    });
    expect(check.silent).toBeNull();
  });
});
