import type { Feed } from '../../../schemas/feed.ts';
import type { FeedPoll, NamedEntry } from '../../../workers/fetch/fetch-feed.ts';
import type { FetchResult } from '../../../workers/fetch/http/fetch-result.ts';

/** Tuesday noon, UTC. */
export const noon = Date.UTC(2026, 10, 24, 12);
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;
export const days = (n: number): number => n * 86_400_000;

/** A feed that was polled a while ago, five minutes its shortest pause. */
export const aFeed = (changes: Partial<Feed> = {}): Feed => ({
  id: 'feed-1',
  url: 'https://wire.example/rss',
  kind: 'feed',
  title: 'Wire',
  publisher: 'Wire',
  state: 'active',
  intervalMs: minutes(5),
  adaptive: true,
  cadenceMs: minutes(5),
  lane: 'live',
  window: null,
  credentials: null,
  etag: null,
  lastModified: null,
  lastCheckedAt: new Date(noon - minutes(5)).toISOString(),
  nextCheckAt: null,
  nextCheckReason: null,
  lastOutcome: 'entries',
  lastError: null,
  failures: 0,
  seenShare: null,
  lastNewAt: null,
  silent: null,
  movedTo: null,
  movedTimes: 0,
  repairs: 0,
  hub: null,
  hubError: null,
  pushedUntil: null,
  createdAt: new Date(noon - days(30)).toISOString(),
  ...changes,
});

const anAnswer = (changes: Partial<FetchResult> = {}): FetchResult => ({
  outcome: 'ok',
  status: 200,
  body: null,
  headers: {},
  requestHeaders: {},
  finalUrl: 'https://wire.example/rss',
  permanentUrl: null,
  etag: '"2"',
  lastModified: null,
  retryAfterMs: null,
  freshForMs: null,
  refused: false,
  error: null,
  ...changes,
});

/** A poll that found entries published at these times. */
export const entriesOf = (published: number[], answer: Partial<FetchResult> = {}): FeedPoll => ({
  kind: 'entries',
  title: 'Wire',
  ttlMinutes: null,
  entries: published.map(
    (at, n): NamedEntry => ({
      url: `https://wire.example/${n}`,
      guid: null,
      title: null,
      published: new Date(at).toISOString(),
      updated: null,
      summary: null,
      mark: '',
    }),
  ),
  result: anAnswer(answer),
});

export const notModified = (answer: Partial<FetchResult> = {}): FeedPoll => ({
  kind: 'not-modified',
  result: anAnswer({ outcome: 'not-modified', status: 304, ...answer }),
});

export const failed = (error = 'HTTP 500'): FeedPoll => ({
  kind: 'failed',
  error,
  result: anAnswer({ outcome: 'error', status: 500, etag: null, error }),
});

export const busy = (retryAfterMs: number | null): FeedPoll => ({
  kind: 'busy',
  retryAfterMs: retryAfterMs ?? 60_000,
  result: anAnswer({ outcome: 'rate-limited', status: 429, etag: null, retryAfterMs }),
});

export const gone = (): FeedPoll => ({ kind: 'gone', result: anAnswer({ outcome: 'gone', status: 410, etag: null }) });
