import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { credentialsSchema, splitUserInfo } from '../../schemas/credentials.ts';
import { daySpanSchema } from '../../schemas/day-span.ts';
import type { Feed } from '../../schemas/feed.ts';
import { feedKindSchema, feedLaneSchema } from '../../schemas/feed.ts';
import { publisherOf } from '../../schemas/publisher-of.ts';
import { removeCredentials, setCredentials } from '../../store/credentials.ts';
import { addFeed, changeFeed, listFeeds, removeFeed, setFeedState } from '../../store/feeds.ts';
import type { Desk } from '../desk.ts';
import { ApiError } from '../errors.ts';
import { findFeedOrRefuse } from '../find-feed.ts';

const settings = {
  publisher: z.string().min(1).optional(),
  intervalMs: z.number().int().min(1000).optional(),
  adaptive: z.boolean().optional(),
  lane: feedLaneSchema.optional(),
};
const addressNeeded = 'an http or https address is needed, or a folder (file:///…/)';
const isFile = (url: string): boolean => new URL(url).protocol === 'file:';
const newFeedSchema = z
  .strictObject({
    ...settings,
    // A folder gives its mails and text files; a single file, named as a page, could be any that the desk may read.
    url: z
      .url({ protocol: /^(https?|file)$/, error: addressNeeded })
      .refine((url) => !isFile(url) || url.endsWith('/'), addressNeeded),
    kind: feedKindSchema.default('feed'),
    title: z.string().min(1).optional(),
    window: daySpanSchema.optional(),
  })
  .refine(({ url, kind }) => kind === 'feed' || !isFile(url), {
    path: ['kind'],
    error: 'a folder is polled as a feed',
  });
const changeSchema = z.strictObject({ ...settings, window: daySpanSchema.nullable().optional() });
const defaultIntervalMs = 300_000;

/**
 * `GET /v1/feeds`, `/v1/feeds/:feed` (an id or the address); with the token: `POST /v1/feeds`,
 * `POST /v1/feeds/:feed/pause|resume|fetch`, `PATCH` and `DELETE /v1/feeds/:feed`, `PUT` and `DELETE` of its `/credentials`,
 * which are never shown back.
 */
export function feedRoutes(app: FastifyInstance, desk: Desk): void {
  type ByFeed = { Params: { feed: string } };
  app.get('/v1/feeds', async () => ({ feeds: await listFeeds(desk.db) }));
  app.get<ByFeed>('/v1/feeds/:feed', async ({ params }) => findFeedOrRefuse(desk.db, params.feed));
  app.post('/v1/feeds', async (request, reply) => {
    const { url: address, ...given } = newFeedSchema.parse(request.body);
    const { url, credentials } = splitUserInfo(address);
    // Sealed before the feed is added: without a key there is no feed that would be polled without them.
    if (credentials) desk.secrets.seal('', '');
    const { publisher = publisherOf(url), title = null, intervalMs = defaultIntervalMs } = given;
    const now = new Date(desk.now()).toISOString();
    // Who names a pause wants that pause.
    const adaptive = given.adaptive ?? given.intervalMs === undefined;
    const feed = await addFeed(desk.db, { ...given, url, publisher, title, intervalMs, adaptive }, now);
    if (credentials) await setCredentials(desk.db, desk.secrets, feed, credentials);
    return reply.status(201).send(await findFeedOrRefuse(desk.db, feed.id));
  });
  app.patch<ByFeed>('/v1/feeds/:feed', async ({ params, body }) => {
    const change = changeSchema.parse(body);
    const { id } = await findFeedOrRefuse(desk.db, params.feed);
    return changeFeed(desk.db, id, { ...change, adaptive: change.adaptive ?? (change.intervalMs ? false : undefined) });
  });
  app.put<ByFeed>('/v1/feeds/:feed/credentials', async ({ params, body }) => {
    const feed = await findFeedOrRefuse(desk.db, params.feed);
    await setCredentials(desk.db, desk.secrets, feed, credentialsSchema.parse(body));
    return findFeedOrRefuse(desk.db, feed.id);
  });
  app.delete<ByFeed>('/v1/feeds/:feed/credentials', async ({ params }) => {
    const feed = await findFeedOrRefuse(desk.db, params.feed);
    await removeCredentials(desk.db, feed.id);
    return findFeedOrRefuse(desk.db, feed.id);
  });
  app.post<ByFeed>('/v1/feeds/:feed/pause', async ({ params }) => setState(desk, params.feed, 'paused'));
  app.post<ByFeed>('/v1/feeds/:feed/resume', async ({ params }) => setState(desk, params.feed, 'active'));
  app.post<ByFeed>('/v1/feeds/:feed/fetch', async ({ params }) => {
    const feed = await findFeedOrRefuse(desk.db, params.feed);
    if (feed.state === 'paused') throw new ApiError(409, `${feed.url} is paused: resume it, that polls it at once`);
    await desk.pollNow(feed.id);
    return feed;
  });
  app.delete<ByFeed>('/v1/feeds/:feed', async ({ params }) => {
    const feed = await findFeedOrRefuse(desk.db, params.feed);
    await removeFeed(desk.db, feed.id);
    return feed;
  });
}

async function setState(desk: Desk, name: string, state: Feed['state']): Promise<Feed> {
  const { id } = await findFeedOrRefuse(desk.db, name);
  await setFeedState(desk.db, id, state);
  return findFeedOrRefuse(desk.db, id);
}
