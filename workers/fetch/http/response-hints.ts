/** The wait that Retry-After asks for (RFC 9110, 10.2.3: seconds or a date) in ms; null without a valid one. */
export function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  const text = value?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  return untilMs(text, nowMs);
}

/** How long the answer says it stays fresh (Cache-Control max-age less Age, else Expires) in ms; null if it does not say. */
export function freshForMs(headers: Record<string, string>, nowMs: number): number | null {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(headers['cache-control'] ?? '')?.[1];
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - (Number(headers['age']) || 0)) * 1000;
  const expires = headers['expires'];
  if (!expires) return null;
  const sentAt = Date.parse(headers['date'] ?? '');
  return untilMs(expires, Number.isNaN(sentAt) ? nowMs : sentAt);
}

/** `Expires: 0` and other non-dates mean "already expired" in RFC 9111, which is no hint for a poll. */
function untilMs(date: string, nowMs: number): number | null {
  if (!/[a-z]/i.test(date)) return null;
  const at = Date.parse(date);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** Whether a full answer repeats the ETag of the last one: servers that ignore If-None-Match still say so (RFC 9110, 8.8.3). */
export const isSameEdition = (previous: { etag: string | null }, etag: string | null): boolean =>
  etag !== null && etag !== '' && etag === previous.etag;

/** Whether the answer is Cloudflare's page for browsers in place of the site's own (it names itself by this header). */
export const isChallenge = (headers: Record<string, string>): boolean =>
  (headers['cf-mitigated'] ?? '').toLowerCase() === 'challenge';
