import type { FastifyInstance } from 'fastify';
import { replayRequestSchema } from '../../schemas/replay.ts';
import { listReplays } from '../../store/replays.ts';
import type { Desk } from '../desk.ts';
import { findFeedOrRefuse } from '../find-feed.ts';

/** `GET /v1/replays` lists past replays, newest first. `POST /v1/replays` with the token: a dry run unless `apply` is true; answers what was or would be added, removed, changed. */
export function replayRoute(app: FastifyInstance, desk: Desk): void {
  app.get('/v1/replays', async () => ({ replays: await listReplays(desk.db) }));
  app.post('/v1/replays', async (request) => {
    const asked = replayRequestSchema.parse(request.body);
    return desk.replay({ ...asked, feed: asked.feed && (await findFeedOrRefuse(desk.db, asked.feed)).id });
  });
}
