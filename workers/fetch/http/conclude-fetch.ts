import type { FetchResult, Validators } from './fetch-result.ts';
import { freshForMs, retryAfterMs } from './response-hints.ts';

/** One answer as it came, its body unpacked; `body` is null when the status promises none worth keeping. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  setCookies: string[];
  requestHeaders: Record<string, string>;
  body: Uint8Array | null;
}

/** What an answer that is no redirect comes to. `nowMs` is what dates in its headers are counted from. */
export function conclude(
  answer: Answer,
  chain: { finalUrl: string; permanentUrl: string | null },
  previous: Validators,
  nowMs: number,
): FetchResult {
  const { status, headers, requestHeaders } = answer;
  const base: FetchResult = {
    ...blank(chain.finalUrl),
    status,
    headers,
    requestHeaders,
    permanentUrl: chain.permanentUrl,
    etag: headers['etag'] ?? null,
    lastModified: headers['last-modified'] ?? null,
    retryAfterMs: retryAfterMs(headers['retry-after'], nowMs),
    freshForMs: freshForMs(headers, nowMs),
  };
  const asked = 'if-none-match' in requestHeaders || 'if-modified-since' in requestHeaders;
  if (status === 304 && asked) {
    return {
      ...base,
      outcome: 'not-modified',
      etag: base.etag ?? previous.etag,
      lastModified: base.lastModified ?? previous.lastModified,
    };
  }
  if (status === 410) return { ...base, outcome: 'gone' };
  if (status === 429 || (status === 503 && base.retryAfterMs !== null)) return { ...base, outcome: 'rate-limited' };
  if (!answer.body) return { ...base, error: `HTTP ${status}` };
  if (answer.body.byteLength === 0) return { ...base, error: `an empty answer (HTTP ${status})` };
  return { ...base, outcome: 'ok', body: answer.body };
}

/** A call that brought nothing; `rest` adds what is known all the same. */
export function failure(url: string, error: string, rest: Partial<FetchResult> = {}): FetchResult {
  return { ...blank(url), error: error.replace(/[\s\p{Cc}]+/gu, ' '), ...rest };
}

const blank = (finalUrl: string): FetchResult => ({
  outcome: 'error',
  status: 0,
  body: null,
  headers: {},
  requestHeaders: {},
  finalUrl,
  permanentUrl: null,
  etag: null,
  lastModified: null,
  retryAfterMs: null,
  freshForMs: null,
  refused: false,
  error: null,
});
