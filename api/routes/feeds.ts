import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Feed } from '../../schemas/feed.ts';
import { addFeed, listFeeds, removeFeed, setFeedState } from '../../store/feeds.ts';
import type { Desk } from '../desk.ts';
import { findFeedOrRefuse } from '../find-feed.ts';

const newFeedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: 'an http or https address is needed' }),
  publisher: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  intervalMs: z.number().int().min(1000).default(300_000),
});

/** `GET /v1/feeds`; with the token: `POST /v1/feeds`, `POST /v1/feeds/:feed/pause|resume`, `DELETE /v1/feeds/:feed` (an id or the address). */
export function feedRoutes(app: FastifyInstance, desk: Desk): void {
  type ByFeed = { Params: { feed: string } };
  app.get('/v1/feeds', async () => ({ feeds: await listFeeds(desk.db) }));
  app.post('/v1/feeds', async (request, reply) => {
    const { url, intervalMs, publisher = new URL(url).host, title = null } = newFeedSchema.parse(request.body);
    const now = new Date(desk.now()).toISOString();
    const feed = await addFeed(desk.db, { url, kind: 'feed', publisher, title, intervalMs }, now);
    await desk.feedChanged(feed);
    return reply.status(201).send(feed);
  });
  app.post<ByFeed>('/v1/feeds/:feed/pause', async ({ params }) => setState(desk, params.feed, 'paused'));
  app.post<ByFeed>('/v1/feeds/:feed/resume', async ({ params }) => setState(desk, params.feed, 'active'));
  app.delete<ByFeed>('/v1/feeds/:feed', async ({ params }) => {
    const feed = await findFeedOrRefuse(desk.db, params.feed);
    await desk.feedRemoved(feed.id);
    await removeFeed(desk.db, feed.id);
    return feed;
  });
}

async function setState(desk: Desk, name: string, state: Feed['state']): Promise<Feed> {
  const { id } = await findFeedOrRefuse(desk.db, name);
  await setFeedState(desk.db, id, state);
  const feed = await findFeedOrRefuse(desk.db, id);
  await desk.feedChanged(feed);
  return feed;
}
