import { createHash } from 'node:crypto';
import { RetryLater, Unprocessable } from '../../queues/outcomes.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { JobData } from '../../schemas/job.ts';
import { getCapture, saveCapture } from '../../store/captures.ts';
import { getEntry, otherEntryOf, recordFetch } from '../../store/entries.ts';
import { cancelByUrl } from '../../store/save-items.ts';
import { decodeText } from './decode-text.ts';
import type { PageFetch } from './fetch-page.ts';
import { fetchPage } from './fetch-page.ts';
import { ownAddress } from './own-address.ts';
import { passRobots } from './robots-worker.ts';
import type { FetchContext } from './worker.ts';
import { takeHostTurn } from './worker.ts';

/** Fetches one page into the archive and enqueues its parse; a page that is gone cancels its items. */
export async function capturePage(context: FetchContext, data: JobData<'fetch-page'>): Promise<string> {
  const entry = await getEntry(context.db, data.entryId);
  if (!entry) throw new Unprocessable(`entry ${data.entryId} is no longer stored`);
  await passRobots(context, entry.url);
  await takeHostTurn(context, entry.url);
  const fetched = await fetchPage(entry, context.get);
  switch (fetched.kind) {
    case 'captured': {
      const own = ownAddressOf(fetched, entry);
      const page = own ? await otherEntryOf(context.db, own, entry.id) : null;
      if (page) return passToPage(context, entry, page, data, fetched);
      const known = own ? { ...entry, pageUrl: own } : entry;
      const capture = await archivePage(context, data.feedId, known, fetched.body, fetched);
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
    url: entry.pageUrl ?? entry.url,
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
  // What was captured as another page's address is that page's story as long as the page has a capture of its own.
  const pageUrl = (entry.captureId && (await getCapture(context.db, entry.captureId))?.url) || entry.url;
  const page = await otherEntryOf(context.db, pageUrl, entry.id);
  if (page) {
    await recordFetch(context.db, entry.id, { mark, etag: null, lastModified: null });
    return `gone, but ${page.url} is another address of its page`;
  }
  const canceled = await cancelByUrl(
    context.db,
    pageUrl,
    `The publisher withdrew the page (${why})`,
    new Date(context.now()).toISOString(),
  );
  await recordFetch(context.db, entry.id, { mark, etag: null, lastModified: null });
  return canceled ? 'gone: its story is canceled' : 'gone';
}
