import { createHash } from 'node:crypto';
import { RetryLater, Unprocessable } from '../../queues/outcomes.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { JobData } from '../../schemas/job.ts';
import { getCapture, saveCapture } from '../../store/captures.ts';
import { getEntry, otherEntryOf, recordFetch } from '../../store/entries.ts';
import { getFeed } from '../../store/feeds.ts';
import { reserveSlot } from '../../store/hosts.ts';
import { claimRechecks, getRecheck, markBack, markGone, startRechecks } from '../../store/rechecks.ts';
import { cancelPage } from '../../store/save-items.ts';
import { findWithdrawal } from './address/find-withdrawal.ts';
import { ownAddress } from './address/own-address.ts';
import { decodeText } from './feed/decode-text.ts';
import type { PageFetch } from './fetch-page.ts';
import { fetchPage } from './fetch-page.ts';
import { passRobots } from './robots-worker.ts';
import type { FetchContext } from './worker.ts';
import { getAs, takeHostTurn } from './worker.ts';

/** Fetches one page into the archive and enqueues its parse; a page that is gone cancels its items. */
export async function capturePage(context: FetchContext, data: JobData<'fetch-page'>): Promise<string> {
  const entry = await getEntry(context.db, data.entryId);
  if (!entry) throw new Unprocessable(`entry ${data.entryId} is no longer stored`);
  await passRobots(context, entry.url);
  await takeHostTurn(context, entry.url);
  const feed = await getFeed(context.db, data.feedId);
  const fetched = await fetchPage(entry, feed ? await getAs(context, feed) : context.get);
  switch (fetched.kind) {
    case 'captured':
      return takeAnswer(context, data, entry, fetched);
    case 'not-modified':
      await recordFetch(context.db, entry.id, { mark: data.mark, ...validators(fetched) });
      return 'not modified';
    case 'gone':
      return withdrawPage(context, entry, data.mark, '410 Gone');
    case 'missing':
      if (entry.captureId) return withdrawPage(context, entry, data.mark, '404 Not Found');
      throw new Unprocessable(`${entry.url} answers 404: the feed names a page that is not there`);
    case 'busy':
      throw new RetryLater(fetched.retryAfterMs, `${entry.url} asks to wait`);
    case 'refused':
      throw new Unprocessable(`${entry.url}: ${fetched.error}`);
    case 'failed':
      throw new Error(`${entry.url}: ${fetched.error}`);
  }
}

/** An answer is captured and parsed, unless it is the page as it was, byte for byte, or says that the page was withdrawn. */
async function takeAnswer(
  context: FetchContext,
  data: JobData<'fetch-page'>,
  entry: Entry,
  fetched: PageFetch & { kind: 'captured' },
): Promise<string> {
  const { db } = context;
  const own = ownAddressOf(fetched, entry);
  const page = own ? await otherEntryOf(db, own, entry.id) : null;
  if (page) return passToPage(context, entry, page, data, fetched);
  const before = entry.captureId ? await getCapture(db, entry.captureId) : null;
  const wasGone = before !== null && (await getRecheck(db, entry.id))?.goneAt != null;
  if (before && !wasGone && before.sha256 === sha256Of(fetched.body)) {
    await recordFetch(db, entry.id, { mark: data.mark, ...validators(fetched) });
    return 'the page as it was';
  }
  const notice = before ? findWithdrawal(decodeText(fetched.body, fetched.result.headers['content-type'])) : null;
  const known = own ? { ...entry, pageUrl: own } : entry;
  const capture = await archivePage(context, data.feedId, known, notice, fetched);
  if (notice) return withdrawPage(context, entry, data.mark, `it says: “${notice}”`, capture.id);
  await recordFetch(db, entry.id, { mark: data.mark, captureId: capture.id, ...validators(fetched) });
  await context.enqueue('parse', { captureId: capture.id });
  if (wasGone) await markBack(db, entry.id);
  if (!before && isYoung(entry, context.now())) await startRechecks(db, entry.id, context.now());
  return `${capture.bytes} bytes`;
}

/** An old page that a feed names for the first time has had its corrections; a file tells of its own. */
const isYoung = ({ published, url }: Entry, nowMs: number): boolean =>
  !url.startsWith('file:') && (published === null || nowMs - Date.parse(published) < youngMs);
const youngMs = 7 * 24 * 3_600_000;

/** Enqueues another look at the young pages that are due for one. Answers how many. */
export async function recheckPages(context: FetchContext, limit = 200): Promise<number> {
  const due = await claimRechecks(context.db, context.now(), limit);
  for (const data of due) {
    const entry = await getEntry(context.db, data.entryId);
    if (!entry) continue;
    const { host } = new URL(entry.url);
    const delayMs = await reserveSlot(context.db, host, context.hostDelayMs(host), context.now());
    await context.enqueue('fetch-page', data, { again: true, unlessOpen: true, lane: 'backfill', delayMs });
  }
  return due.length;
}

const sha256Of = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

const validators = ({ result }: PageFetch) => ({ etag: result.etag, lastModified: result.lastModified });

function ownAddressOf({ body, result }: PageFetch & { kind: 'captured' }, entry: Entry): string | null {
  if (entry.pageUrl) return null; // known under an older address: that one stays
  return ownAddress(decodeText(body, result.headers['content-type']), entry.url, result.finalUrl);
}

/** The entry is another address of a page that the desk fetches by its own: an edit announced here is looked for there. */
async function passToPage(
  context: FetchContext,
  entry: Entry,
  page: Entry,
  { feedId, mark }: JobData<'fetch-page'>,
  fetched: PageFetch,
): Promise<string> {
  if (entry.fetchedMark !== null) await context.enqueue('fetch-page', { feedId, entryId: page.id, mark });
  await recordFetch(context.db, entry.id, { mark, ...validators(fetched) });
  return `another address of ${page.url}`;
}

async function archivePage(
  context: FetchContext,
  feedId: string,
  entry: Entry,
  notice: string | null,
  { result, body }: PageFetch & { kind: 'captured' },
): Promise<Capture> {
  const fetchedAt = new Date(context.now()).toISOString();
  const sha256 = sha256Of(body);
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
    url: entry.pageUrl ?? entry.url,
    finalUrl: result.finalUrl,
    status: result.status,
    contentType: result.headers['content-type'] ?? null,
    sha256,
    bytes: body.byteLength,
    fetchedAt,
    ...place,
  };
  await saveCapture(context.db, capture, notice);
  return capture;
}

/** A 410 and a notice are the publisher's word; after a 404 the page is still looked at again. */
async function withdrawPage(
  context: FetchContext,
  entry: Entry,
  mark: string,
  why: string,
  captureId: string | null = null,
): Promise<string> {
  const { db, now } = context;
  // What was captured as another page's address is that page's story as long as the page has a capture of its own.
  const pageUrl = (entry.captureId && (await getCapture(db, entry.captureId))?.url) || entry.url;
  const page = await otherEntryOf(db, pageUrl, entry.id);
  if (page) {
    await recordFetch(db, entry.id, { mark, etag: null, lastModified: null });
    return `gone, but ${page.url} is another address of its page`;
  }
  await markGone(db, entry.id, now(), !why.startsWith('404'));
  const canceled = await cancelPage(db, pageUrl, why, new Date(now()).toISOString());
  await recordFetch(db, entry.id, { mark, captureId, etag: null, lastModified: null });
  return `withdrawn (${why}); ${canceled.length} items canceled`;
}
