import { createHash } from 'node:crypto';
import type { WarcWriter } from '../../archive/warc-writer.ts';
import { RetryLater, Unprocessable } from '../../queues/outcomes.ts';
import type { Enqueue } from '../../queues/work.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { Feed } from '../../schemas/feed.ts';
import type { JobData } from '../../schemas/job.ts';
import { saveCapture } from '../../store/captures.ts';
import type { Database } from '../../store/database.ts';
import { getEntry, recordFetch, upsertEntry } from '../../store/entries.ts';
import { getFeed, recordCheck, setFeedState, setFeedUrl } from '../../store/feeds.ts';
import { reserveSlot } from '../../store/hosts.ts';
import { cancelByUrl } from '../../store/save-items.ts';
import { canonicalUrl } from './canonical-url.ts';
import type { FeedPoll, Get, NamedEntry } from './fetch-feed.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { PageFetch } from './fetch-page.ts';
import { fetchPage } from './fetch-page.ts';
import { nextCheck } from './next-check.ts';

export interface FetchContext {
  db: Database;
  archive: WarcWriter;
  get: Get;
  enqueue: Enqueue;
  now(): number;
  /** Pause between two requests to one host, in ms. */
  hostDelayMs(host: string): number;
}

/** Polls one feed: saves what it says of itself, upserts its entries, and enqueues the pages that are new or edited. */
export async function pollFeed(context: FetchContext, data: JobData<'fetch-feed'>): Promise<string> {
  const feed = await getFeed(context.db, data.feedId);
  if (feed?.state !== 'active') return 'feed is not active';
  const poll = await fetchFeed(feed, context.get);
  if (poll.kind === 'busy') throw new RetryLater(poll.retryAfterMs, `${feed.url} asks to wait`);
  await recordPoll(context, feed, poll);
  switch (poll.kind) {
    case 'entries':
      return `${poll.entries.length} entries, ${await takeEntries(context, feed, poll.entries)} to fetch`;
    case 'page':
      return takeSinglePage(context, feed);
    case 'discovered':
      await setFeedUrl(context.db, feed.id, poll.feedUrl);
      return `feed discovered at ${poll.feedUrl}; ${await pollFeed(context, data)}`;
    case 'failed':
      return `failed: ${poll.error}`;
    default:
      return poll.kind;
  }
}

async function recordPoll(context: FetchContext, feed: Feed, poll: FeedPoll): Promise<void> {
  const failures = poll.kind === 'failed' ? feed.failures + 1 : 0;
  const { delayMs } = nextCheck({
    intervalMs: feed.intervalMs,
    failures,
    retryAfterMs: poll.result.retryAfterMs,
    freshForMs: poll.result.freshForMs,
    ttlMinutes: poll.kind === 'entries' ? poll.ttlMinutes : null,
    jitterKey: feed.id,
  });
  await recordCheck(context.db, feed.id, {
    outcome: poll.kind,
    error: poll.kind === 'failed' ? poll.error : null,
    // The validators of an answer that could not be read would turn the next poll into a 304 and hide the fault.
    etag: poll.kind === 'failed' ? feed.etag : poll.result.etag,
    lastModified: poll.kind === 'failed' ? feed.lastModified : poll.result.lastModified,
    checkedAt: new Date(context.now()).toISOString(),
    nextCheckAt: new Date(context.now() + delayMs).toISOString(),
    failures,
    ...(poll.kind === 'entries' && poll.title ? { title: poll.title } : {}),
  });
  if (poll.kind === 'gone') await setFeedState(context.db, feed.id, 'gone');
}

async function takeEntries(context: FetchContext, feed: Feed, entries: NamedEntry[]): Promise<number> {
  let taken = 0;
  for (const named of entries) {
    const { entry, changed } = await upsertEntry(context.db, feed.id, named, named.mark);
    if (!changed) continue;
    await enqueuePage(context, feed, entry);
    taken++;
  }
  return taken;
}

async function takeSinglePage(context: FetchContext, feed: Feed): Promise<string> {
  const named = { url: canonicalUrl(feed.url), guid: null, title: null, published: null, updated: null, summary: null };
  const { entry } = await upsertEntry(context.db, feed.id, named, String(context.now()));
  await enqueuePage(context, feed, entry);
  return 'a single page';
}

async function enqueuePage(context: FetchContext, feed: Feed, entry: Entry): Promise<void> {
  const { host } = new URL(entry.url);
  const delayMs = await reserveSlot(context.db, host, context.hostDelayMs(host), context.now());
  await context.enqueue('fetch-page', { feedId: feed.id, entryId: entry.id, mark: entry.mark }, { delayMs });
}

/** Fetches one page into the archive and enqueues its parse; a page that is gone cancels its items. */
export async function capturePage(context: FetchContext, data: JobData<'fetch-page'>): Promise<string> {
  const entry = await getEntry(context.db, data.entryId);
  if (!entry) throw new Unprocessable(`entry ${data.entryId} is no longer stored`);
  const fetched = await fetchPage(entry, context.get);
  switch (fetched.kind) {
    case 'captured': {
      const capture = await archivePage(context, data.feedId, entry, fetched.body, fetched);
      await recordFetch(context.db, entry.id, { mark: data.mark, captureId: capture.id, ...validators(fetched) });
      await context.enqueue('parse', { captureId: capture.id });
      return `${capture.bytes} bytes`;
    }
    case 'not-modified':
      await recordFetch(context.db, entry.id, { mark: data.mark, ...validators(fetched) });
      return 'not modified';
    case 'gone':
      return cancelPage(context, entry, data.mark, '410 Gone');
    case 'missing':
      if (entry.captureId) return cancelPage(context, entry, data.mark, '404 Not Found');
      throw new Unprocessable(`${entry.url} answers 404: the feed names a page that is not there`);
    case 'busy':
      throw new RetryLater(fetched.retryAfterMs, `${entry.url} asks to wait`);
    case 'refused':
      throw new Unprocessable(`${entry.url}: ${fetched.error}`);
    case 'failed':
      throw new Error(`${entry.url}: ${fetched.error}`);
  }
}

const validators = ({ result }: PageFetch) => ({ etag: result.etag, lastModified: result.lastModified });

async function archivePage(
  context: FetchContext,
  feedId: string,
  entry: Entry,
  body: Uint8Array,
  { result }: PageFetch,
): Promise<Capture> {
  const fetchedAt = new Date(context.now()).toISOString();
  const sha256 = createHash('sha256').update(body).digest('hex');
  const id = createHash('sha256').update(`${entry.id} ${fetchedAt} ${sha256}`).digest('hex').slice(0, 24);
  const place = await context.archive.write({
    captureId: id,
    url: result.finalUrl,
    status: result.status,
    requestHeaders: result.requestHeaders,
    responseHeaders: result.headers,
    body,
    fetchedAt,
  });
  const capture: Capture = {
    id,
    feedId,
    entryId: entry.id,
    url: entry.url,
    finalUrl: result.finalUrl,
    status: result.status,
    contentType: result.headers['content-type'] ?? null,
    sha256,
    bytes: body.byteLength,
    fetchedAt,
    ...place,
  };
  await saveCapture(context.db, capture);
  return capture;
}

async function cancelPage(context: FetchContext, entry: Entry, mark: string, why: string): Promise<string> {
  const canceled = await cancelByUrl(
    context.db,
    entry.url,
    `The publisher withdrew the page (${why})`,
    new Date(context.now()).toISOString(),
  );
  await recordFetch(context.db, entry.id, { mark, etag: null, lastModified: null });
  return canceled ? 'gone: its story is canceled' : 'gone';
}
