/** The validators of an earlier answer, to be sent back verbatim. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What one call of the fetcher came to. Times are milliseconds; header names are in lower case. */
export interface FetchResult {
  /** `rate-limited` is 429, or 503 with Retry-After. */
  outcome: 'ok' | 'not-modified' | 'gone' | 'rate-limited' | 'error';
  /** 0 when no answer came. */
  status: number;
  /** Unpacked (no content encoding left); null unless the outcome is `ok`. */
  body: Uint8Array | null;
  /** As they came, so `content-encoding` and `content-length` describe the bytes on the wire, not `body`. */
  headers: Record<string, string>;
  /** What was sent on the last hop, without credentials. */
  requestHeaders: Record<string, string>;
  finalUrl: string;
  /** Where the permanent redirects (301, 308) at the head of the chain lead; null without one. */
  permanentUrl: string | null;
  etag: string | null;
  lastModified: string | null;
  retryAfterMs: number | null;
  freshForMs: number | null;
  /** The address may not be asked at all (private network, scheme that is not http): asking again changes nothing. */
  refused: boolean;
  /** One line; null unless the outcome is `error`. */
  error: string | null;
}
