import { createHmac, timingSafeEqual } from 'node:crypto';

const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether a hub's `X-Hub-Signature` ("sha256=…") is that of these bytes under this secret. */
export function isSignedBy(header: string | undefined, secret: string, body: Uint8Array): boolean {
  const [method = '', digest = ''] = (header ?? '').trim().split('=');
  if (!methods.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
