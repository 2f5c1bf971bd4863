import { blockPrivate } from '../workers/fetch/http/block-private.ts';
import { createFetcher } from '../workers/fetch/http/fetcher.ts';

/** Limits of one request; the desk's configuration can raise them. A deadline counts from the first byte sent. */
export const fetchLimits = { timeoutMs: 30_000, maxBytes: 15_000_000, maxRedirects: 10, perHost: 2 };

/** Fetches one page for a command that needs no store. Throws one line that names the URL. */
export async function fetchOnce(
  url: string,
  allowPrivate: string[],
): Promise<{ bytes: Uint8Array; url: string; contentType: string | null }> {
  const fetcher = createFetcher({ ...fetchLimits, isBlocked: blockPrivate(allowPrivate) });
  try {
    const result = await fetcher.fetch(url);
    if (result.outcome !== 'ok' || !result.body) throw new Error(`${url}: ${result.error ?? `HTTP ${result.status}`}`);
    return { bytes: result.body, url: result.finalUrl, contentType: result.headers['content-type'] ?? null };
  } finally {
    await fetcher.close();
  }
}
