import { freshForMs, isChallenge, isSameEdition, retryAfterMs } from '../workers/fetch/http/response-hints.ts';

const cached = { etag: '"cached"', lastModified: 'Wed, 21 Oct 2015 07:28:00 GMT' };
const nowMs = Date.UTC(2026, 10, 24);
const unitMs: Record<string, number> = { Second: 1000, Minute: 60_000, Hour: 3_600_000 };
/** The tables' fresh dates carry no fraction of a second, and their author counts in minutes. */
const toleranceMs = 60_000;

/** One line of miniflux's response-header tables: a Go literal, `Field: value, …`, with what is expected of it. */
export function goHeaderCase({ suite, go }: Record<string, unknown>): { got: unknown; ok: boolean } {
  const text = String(go);
  switch (suite) {
    case 'TestIsModified': {
      const etag = headerIn(text, 'ETag');
      const got = !text.includes('Status: 304') && !isSameEdition(cached, etag);
      return { got, ok: String(got) === field(text, 'IsModified') };
    }
    case 'TestRetryDelay':
      return duration(retryAfterMs(headerIn(text, 'RetryAfterHeader') ?? '', nowMs), field(text, 'ExpectedDelay'));
    case 'TestExpiresInMinutes':
      return duration(freshForMs({ expires: headerIn(text, 'ExpiresHeader') ?? '' }, nowMs), field(text, 'Expected'));
    case 'TestCacheControlMaxAgeInMinutes':
      return duration(
        freshForMs({ 'cache-control': headerIn(text, 'CacheControlHeader') ?? '' }, nowMs),
        field(text, 'Expected'),
      );
    case 'TestIsCloudflareChallenge': {
      const got = isChallenge(headersIn(text));
      return { got, ok: String(got) === field(text, 'expected') };
    }
    default:
      return { got: `no rule for the table ${suite}`, ok: false };
  }
}

function duration(gotMs: number | null, expected: string): { got: unknown; ok: boolean } {
  return { got: gotMs, ok: Math.abs((gotMs ?? 0) - goDuration(expected)) < toleranceMs };
}

/** `10 * time.Minute`, or 0. */
function goDuration(text: string): number {
  const [, count, unit] = /(\d+) ?\* ?time\.(\w+)/.exec(text) ?? [];
  return Number(count ?? 0) * (unitMs[unit ?? ''] ?? 0);
}

const field = (text: string, name: string): string => new RegExp(`\\b${name}: ([^,]+)`).exec(text)?.[1] ?? '';

/** A quoted string, one of the two cached validators, or a date counted from now. */
function headerIn(text: string, name: string): string | null {
  const [, quoted, code = ''] = new RegExp(`\\b${name}: (?:"((?:[^"\\\\]|\\\\.)*)"|([^,]+))`).exec(text) ?? [];
  if (quoted !== undefined) return quoted;
  if (code === 'cachedEtag') return cached.etag;
  if (code === 'cachedLastModified') return cached.lastModified;
  return code.startsWith('time.Now()') ? new Date(nowMs + goDuration(code)).toUTCString() : null;
}

const headersIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/"([\w-]+)": "([^"]*)"/g)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
