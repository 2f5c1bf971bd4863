import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ApiError } from './errors.ts';

/** Reading is open to whoever reaches the port; every change needs the desk's token, so that no web page can make one. */
export function requireToken(token: string): (request: FastifyRequest) => Promise<void> {
  const expected = Buffer.from(`Bearer ${token}`);
  return async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (request.url.startsWith('/websub/')) return; // a hub has no token: its signature is what counts
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length === expected.length && timingSafeEqual(given, expected)) return;
    throw new ApiError(
      401,
      'changes need the desk token (Authorization: Bearer …); the wiredesk command sends it by itself',
    );
  };
}
