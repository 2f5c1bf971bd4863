import { describe, expect, test } from '@jest/globals';
import { canonicalUrl } from '../../../workers/fetch/canonical-url.ts';
import { discoverFeeds } from '../../../workers/fetch/discover-feeds.ts';
import { nextCheck } from '../../../workers/fetch/next-check.ts';
import { allowedByRobots, crawlDelayMs } from '../../../workers/fetch/robots.ts';

test.each([
  ['HTTPS://WWW.Wire.Example:443/A?b=2&a=1#top', 'https://www.wire.example/A?b=2&a=1'],
  ['https://wire.example/p?id=7&utm_source=rss&fbclid=x', 'https://wire.example/p?id=7'],
  ['https://wire.example/p?UTM_medium=x', 'https://wire.example/p'],
  ['https://wire.example/i.jpg?crop/14x7/format', 'https://wire.example/i.jpg?crop/14x7/format'],
  ['https://wire.example./p?q=%7Ea%20b', 'https://wire.example/p?q=%7Ea%20b'],
])('the one address of %s is %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
  expect(canonicalUrl(canonical)).toBe(canonical);
});

test('feeds of a page are found in its head, absolute, each once', () => {
  const html = `<link rel="alternate" type="application/rss+xml" href="/rss"><LINK REL="feed alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">
    <link rel=alternate type=application/rss+xml href=/rss><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="alternate" hreflang="az" href="/az">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" type="application/rss+xml">`;
  expect(discoverFeeds(html, 'https://wire.example/news/')).toEqual([
    'https://wire.example/rss',
    'https://wire.example/news/atom.xml',
  ]);
});

test('robots.txt speaks to the bot by its name, and allows what it does not mention', () => {
  const robots =
    'User-agent: *\nDisallow: /private\n\nUser-agent: wiredesk\nCrawl-delay: 2\nDisallow: /*.pdf$\nAllow: /private/open\n';
  expect(allowedByRobots(robots, 'https://wire.example/a.pdf', 'wiredesk/0.1 (+https://x)')).toBe(false);
  expect(allowedByRobots(robots, 'https://wire.example/private', 'wiredesk/0.1')).toBe(true);
  expect(allowedByRobots(robots, 'https://wire.example/private', 'other')).toBe(false);
  expect(allowedByRobots('', 'https://wire.example/x', 'wiredesk')).toBe(true);
  expect(crawlDelayMs(robots, 'https://wire.example/', 'wiredesk/0.1')).toBe(2000);
});

describe('the next check of a feed', () => {
  const hints = {
    intervalMs: 600_000,
    failures: 0,
    retryAfterMs: null,
    freshForMs: null,
    ttlMinutes: null,
    jitterKey: 'feed-1',
  };
  test('follows its interval with a jitter that is always the same', () => {
    const { delayMs, reason } = nextCheck(hints);
    expect(delayMs).toBeGreaterThanOrEqual(600_000);
    expect(delayMs).toBeLessThan(660_001);
    expect(reason).toBe('interval');
    expect(nextCheck(hints).delayMs).toBe(delayMs);
    expect(nextCheck({ ...hints, jitterKey: 'feed-2' }).delayMs).not.toBe(delayMs);
  });
  test.each([
    [{ failures: 2 }, 2_400_000, 'back-off after 2 failures'],
    [{ retryAfterMs: 900_000 }, 900_000, 'Retry-After'],
    [{ freshForMs: 1_200_000 }, 1_200_000, 'cache headers'],
    [{ ttlMinutes: 60 }, 3_600_000, "the feed's ttl"],
  ])('waits longer for %j', (more, least, reason) => {
    const next = nextCheck({ ...hints, ...more });
    expect(next.reason).toBe(reason);
    expect(next.delayMs).toBeGreaterThanOrEqual(least);
    expect(next.delayMs).toBeLessThanOrEqual(least * 1.1);
  });
  test('is never further off than a day', () => {
    for (const more of [{ failures: 1000 }, { retryAfterMs: 1e12 }, { ttlMinutes: 1e9 }]) {
      expect(nextCheck({ ...hints, ...more })).toMatchObject({
        delayMs: 86_400_000,
        reason: expect.stringContaining('capped at 24 h'),
      });
    }
  });
});
