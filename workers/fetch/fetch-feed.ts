import type { FeedEntry } from '../../schemas/entry.ts';
import type { Feed } from '../../schemas/feed.ts';
import { canonicalUrl } from './canonical-url.ts';
import { discoverFeeds } from './discover-feeds.ts';
import type { FetchResult } from './fetch-result.ts';
import { NotAFeed, readFeed, toFeedEntries } from './read-feed.ts';
import { isChallenge, isSameEdition } from './response-hints.ts';

/** Asks for a URL with the validators of the last answer; it resolves, whatever the server does. */
export type Get = (
  url: string,
  previous?: { etag: string | null; lastModified: string | null },
) => Promise<FetchResult>;

/** An entry with the page it names and the mark that changes when the feed says that the page changed. */
export type NamedEntry = FeedEntry & { url: string; mark: string; pageUrl?: string };

/** What one poll of a feed found. `page` says that the address is a page and no feed, with nothing to discover on it. */
export type FeedPoll = { result: FetchResult } & (
  | { kind: 'entries'; title: string | null; ttlMinutes: number | null; entries: NamedEntry[] }
  | { kind: 'not-modified' | 'gone' | 'page' }
  | { kind: 'discovered'; feedUrl: string }
  | { kind: 'busy'; retryAfterMs: number }
  | { kind: 'failed'; error: string }
);

/** A busy host that names no time is asked again after this. */
export const busyMs = 60_000;

/** Polls a feed: asks for it, reads it, and names the page of each entry. Throws nothing. */
export async function fetchFeed(feed: Feed, get: Get): Promise<FeedPoll> {
  if (feed.kind === 'page') return { kind: 'page', result: await get(feed.url) };
  const result = await get(feed.url, { etag: feed.etag, lastModified: feed.lastModified });
  switch (result.outcome) {
    case 'not-modified':
    case 'gone':
      return { kind: result.outcome, result };
    case 'rate-limited':
      return { kind: 'busy', retryAfterMs: result.retryAfterMs ?? busyMs, result };
    case 'error':
      return { kind: 'failed', error: faultOf(result), result };
    case 'ok':
      return isSameEdition(feed, result.etag) ? { kind: 'not-modified', result } : readAnswer(feed, result);
  }
}

/** What went wrong, in words that tell what can be done about it. */
export function faultOf({ error, status, headers }: FetchResult): string {
  const fault = error ?? `HTTP ${status}`;
  return isChallenge(headers)
    ? `${fault}: the site lets only browsers in (a Cloudflare challenge); its publisher can let wiredesk in`
    : fault;
}

async function readAnswer(feed: Feed, result: FetchResult): Promise<FeedPoll> {
  const body = result.body ?? new Uint8Array();
  try {
    const read = await readFeed(body, result.headers, result.finalUrl);
    const hosts = [feed.url, read.feed.link ?? ''].flatMap((url) => (URL.canParse(url) ? new URL(url).hostname : []));
    const entries = toFeedEntries(read).flatMap((entry) => nameEntry(entry, hosts));
    return {
      kind: 'entries',
      title: read.feed.title ?? null,
      ttlMinutes: read.feed.ttlMinutes ?? null,
      entries,
      result,
    };
  } catch (error) {
    if (!(error instanceof NotAFeed))
      return { kind: 'failed', error: `unreadable feed: ${(error as Error).message}`, result };
    if (error.found !== 'html') return { kind: 'failed', error: error.message, result };
    // Once it has been a feed, a page in its place is a fault of the publisher's, never an article.
    if (feed.title !== null) return { kind: 'failed', error: error.message, result };
    const feedUrl = discoverFeeds(new TextDecoder().decode(body), result.finalUrl).find((url) => url !== feed.url);
    return feedUrl ? { kind: 'discovered', feedUrl, result } : { kind: 'page', result };
  }
}

function nameEntry(entry: FeedEntry, hosts: string[]): NamedEntry[] {
  if (!entry.url || !URL.canParse(entry.url)) return [];
  return [{ ...entry, url: canonicalUrl(entry.url, hosts), mark: entry.updated ?? entry.published ?? '' }];
}
