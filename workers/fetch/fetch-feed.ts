import type { FeedEntry } from '../../schemas/entry.ts';
import type { Feed } from '../../schemas/feed.ts';
import { canonicalUrl } from './address/canonical-url.ts';
import { discoverFeeds } from './address/discover-feeds.ts';
import { decodeText } from './feed/decode-text.ts';
import type { ReadFeed } from './feed/feed-document.ts';
import { findPageLinks } from './feed/find-page-links.ts';
import { NotAFeed, readFeed, toFeedEntries } from './feed/read-feed.ts';
import { storableText } from './feed/storable-text.ts';
import type { FetchResult } from './http/fetch-result.ts';
import { isChallenge, isSameEdition } from './http/response-hints.ts';

/**
 * Asks for a URL with the validators of the last answer; it resolves, whatever the server does. `secrets` are headers for
 * the URL's own host alone.
 */
export type Get = (
  url: string,
  previous?: { etag: string | null; lastModified: string | null },
  secrets?: Record<string, string>,
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
      return isSameEdition(feed, result.etag) ? { kind: 'not-modified', result } : readAnswer(feed, result, get);
  }
}

/** What went wrong, in words that tell what can be done about it. */
export function faultOf({ error, status, headers }: FetchResult): string {
  const fault = error ?? `HTTP ${status}`;
  return isChallenge(headers)
    ? `${fault}: the site lets only browsers in (a Cloudflare challenge); its publisher can let wiredesk in`
    : fault;
}

async function readAnswer(feed: Feed, result: FetchResult, get: Get): Promise<FeedPoll> {
  const body = result.body ?? new Uint8Array();
  if (feed.kind === 'list') return readList(feed, result, body);
  try {
    const read = await readFeed(body, result.headers, result.finalUrl);
    const { sitemaps } = read;
    return sitemaps ? await readSitemaps(feed, result, sitemaps, get) : { ...entriesOf(feed, read), result };
  } catch (error) {
    if (!(error instanceof NotAFeed))
      return { kind: 'failed', error: `unreadable feed: ${(error as Error).message}`, result };
    if (error.found !== 'html') return { kind: 'failed', error: error.message, result };
    // Once it has been a feed, a page in its place is a fault of the publisher's, never an article.
    if (feed.title !== null) return { kind: 'failed', error: error.message, result };
    const html = decodeText(body, result.headers['content-type']);
    const feedUrl = discoverFeeds(html, result.finalUrl).find((url) => url !== feed.url);
    return feedUrl ? { kind: 'discovered', feedUrl, result } : { kind: 'page', result };
  }
}

function entriesOf(feed: Feed, read: ReadFeed) {
  const hosts = [feed.url, read.feed.link ?? ''].flatMap((url) => (URL.canParse(url) ? new URL(url).hostname : []));
  const entries = toFeedEntries(read).flatMap((entry) => nameEntry(entry, feed, hosts));
  return {
    kind: 'entries',
    title: read.feed.title && storableText(read.feed.title),
    ttlMinutes: read.feed.ttlMinutes,
    entries,
  } as const;
}

/** The sitemaps of an index that one poll asks for: the news ones and the last changed stand in front. */
const maxSitemaps = 5;

/** Reads the first sitemaps of an index as one feed; some may fail, not all. */
async function readSitemaps(feed: Feed, result: FetchResult, sitemaps: string[], get: Get): Promise<FeedPoll> {
  const polls = await Promise.all(
    sitemaps.slice(0, maxSitemaps).map(async (url): Promise<{ entries: NamedEntry[] } | { error: string }> => {
      const answer = await get(url);
      if (answer.outcome !== 'ok' || !answer.body) return { error: `${url}: ${faultOf(answer)}` };
      return readFeed(answer.body, answer.headers, answer.finalUrl)
        .then((read) => entriesOf(feed, read))
        .catch((error: Error) => ({ error: error.message }));
    }),
  );
  const entries = polls.flatMap((poll) => ('entries' in poll ? poll.entries : []));
  const errors = polls.flatMap((poll) => ('error' in poll ? poll.error : []));
  if (errors.length > 0 && errors.length === polls.length)
    return { kind: 'failed', error: `none of its sitemaps can be read: ${errors[0]}`, result };
  // The index keeps its validators when its sitemaps change: without any, the next poll asks for them again.
  return {
    kind: 'entries',
    title: null,
    ttlMinutes: null,
    entries,
    result: { ...result, etag: null, lastModified: null },
  };
}

/** A list page names its pages by links; that a page was edited it doesn't tell. */
function readList(feed: Feed, result: FetchResult, body: Uint8Array): FeedPoll {
  const { title, links } = findPageLinks(decodeText(body, result.headers['content-type']), result.finalUrl);
  if (links.length === 0)
    return { kind: 'failed', error: `${feed.url} shows no links to articles; it may need a browser`, result };
  const entries = links.map((link) => ({
    ...noEntry,
    title: link.title,
    url: canonicalUrl(link.url),
    mark: link.title,
  }));
  return { kind: 'entries', title, ttlMinutes: null, entries, result };
}

const noEntry = { guid: null, title: null, published: null, updated: null, summary: null };

/** Only a folder of files names files, and only its own: a feed of the web must not make the desk read its disk. */
function nameEntry(entry: FeedEntry, feed: Feed, hosts: string[]): NamedEntry[] {
  if (!entry.url || !URL.canParse(entry.url)) return [];
  const url = canonicalUrl(entry.url, hosts);
  const ownFile = feed.url.startsWith('file:') && url.startsWith(feed.url);
  return ownFile || /^https?:/.test(url) ? [{ ...entry, url, mark: entry.updated ?? entry.published ?? '' }] : [];
}
