import type { FastifyInstance } from 'fastify';
import { counts as readCounts } from '../../store/counts.ts';
import { driftedPages, driftWatchedFrom } from '../../store/drift.ts';
import type { Desk } from '../desk.ts';

/** `GET /healthz`: 200 while the store answers. `GET /v1/counts`: stage counters for the desk's page. `GET /v1/drift`: pages of the last week that came out far outside their publisher's habit. */
export function healthRoutes(app: FastifyInstance, desk: Desk): void {
  app.get('/healthz', async () => {
    const counts = await readCounts(desk.db);
    return { status: 'ok', ...counts };
  });
  app.get('/v1/drift', async () => ({ pages: await driftedPages(desk.db, driftWatchedFrom(desk.now())) }));
  app.get('/v1/counts', async () => ({ ...(await readCounts(desk.db)), jobs: await desk.openJobs() }));
}
