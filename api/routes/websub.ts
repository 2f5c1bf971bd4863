import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endLease, findSubscription, recordLease } from '../../store/subscriptions.ts';
import type { Desk } from '../desk.ts';
import { ApiError } from '../errors.ts';
import { isSignedBy } from '../signature.ts';

const intentSchema = z.object({
  'hub.mode': z.enum(['subscribe', 'unsubscribe', 'denied']),
  'hub.topic': z.string().optional(),
  'hub.challenge': z.string().max(4096).optional(),
  'hub.reason': z.string().max(300).optional(),
  'hub.lease_seconds': z.coerce
    .number()
    .int()
    .positive()
    .default(86_400)
    // Hubs grant what they like, also a century; a refusal would end what works.
    .transform((seconds) => Math.min(seconds, 366 * 86_400)),
});

/** A push is a hint, and its size is the hub's affair; 5 MB is more than a feed that is polled may have. */
const bodyLimit = 5_000_000;

/**
 * The callback of WebSub (W3C, 2018). `GET /websub/:path`: a hub asks whether we meant to subscribe. `POST`: it pushes. A push
 * that is signed with the subscription's secret polls the feed, the usual way, before all others; what it brought is not
 * read, so that a push and a poll can never tell two things.
 */
export async function websubRoutes(app: FastifyInstance, desk: Desk): Promise<void> {
  type ByPath = { Params: { path: string } };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
  const find = async (path: string) => {
    const known = await findSubscription(desk.db, path);
    if (!known) throw new ApiError(410, 'no such subscription (any more)');
    return known;
  };

  app.get<ByPath>('/websub/:path', async ({ params, query }, reply) => {
    const { feedId, topic } = await find(params.path);
    const intent = intentSchema.parse(query);
    if (intent['hub.mode'] === 'denied') {
      await endLease(desk.db, feedId, `the hub denies the subscription: ${intent['hub.reason'] ?? 'no reason given'}`);
      return reply.send('');
    }
    // We never unsubscribe: a removed feed's callback is gone, and that ends it.
    if (intent['hub.mode'] !== 'subscribe' || intent['hub.topic'] !== topic || !intent['hub.challenge'])
      throw new ApiError(404, 'this is not what was asked for');
    const until = new Date(desk.now() + intent['hub.lease_seconds'] * 1000).toISOString();
    await recordLease(desk.db, feedId, { until, error: null });
    return reply.type('text/plain').send(intent['hub.challenge']);
  });

  app.post<ByPath>('/websub/:path', async ({ params, body, headers }, reply) => {
    const { feedId, secret } = await find(params.path);
    const signature = headers['x-hub-signature'];
    // The hub is not told that its signature was wrong (W3C WebSub, 8.1): who guesses learns nothing.
    if (isSignedBy([signature].flat()[0], secret, Buffer.isBuffer(body) ? body : Buffer.alloc(0)))
      await desk.pollNow(feedId);
    return reply.status(202).send('');
  });
}
