import type { FastifyInstance } from 'fastify';
import { counts as readCounts } from '../../store/counts.ts';
import type { Desk } from '../desk.ts';

/** `GET /healthz`: 200 while the store answers. `GET /v1/counts`: stage counters for the desk's page. */
export function healthRoutes(app: FastifyInstance, desk: Desk): void {
  app.get('/healthz', async () => {
    const counts = await readCounts(desk.db);
    return { status: 'ok', ...counts };
  });
  app.get('/v1/counts', async () => ({ ...(await readCounts(desk.db)), jobs: await desk.openJobs() }));
}
