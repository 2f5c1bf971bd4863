import type { Entry } from '../../schemas/entry.ts';
import type { Get } from './fetch-feed.ts';
import { busyMs, faultOf } from './fetch-feed.ts';
import type { FetchResult } from './http/fetch-result.ts';

/** What became of one request for a page. `gone` is 410; `missing` is 404, which may be a mistake of an hour. */
export type PageFetch = { result: FetchResult } & (
  | { kind: 'captured'; body: Uint8Array }
  | { kind: 'not-modified' | 'gone' | 'missing' }
  | { kind: 'busy'; retryAfterMs: number }
  | { kind: 'refused'; error: string }
  | { kind: 'failed'; error: string }
);

/** Asks for the page of an entry with the validators of its last capture. Throws nothing. */
export async function fetchPage(entry: Entry, get: Get): Promise<PageFetch> {
  const result = await get(entry.url, { etag: entry.etag, lastModified: entry.lastModified });
  switch (result.outcome) {
    case 'ok':
      return { kind: 'captured', body: result.body ?? new Uint8Array(), result };
    case 'not-modified':
    case 'gone':
      return { kind: result.outcome, result };
    case 'rate-limited':
      return { kind: 'busy', retryAfterMs: result.retryAfterMs ?? busyMs, result };
    case 'error':
      return failure(result);
  }
}

function failure(result: FetchResult): PageFetch {
  const error = faultOf(result);
  if (result.status === 404) return { kind: 'missing', result };
  // A client error or a refused address answers the same way however often it is asked.
  const final = result.refused || (result.status >= 400 && result.status < 500);
  return { kind: final ? 'refused' : 'failed', error, result };
}
