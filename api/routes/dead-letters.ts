import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getDeadLetter, listDeadLetters, removeDeadLetter } from '../../store/dead-letters.ts';
import type { Desk } from '../desk.ts';
import { ApiError } from '../errors.ts';

const retrySchema = z.strictObject({ ids: z.array(z.string()).min(1) });

/** `GET /v1/dead-letters`; with the token: `POST /v1/dead-letters/retry {ids}` runs them again with today's code. */
export function deadLetterRoutes(app: FastifyInstance, desk: Desk): void {
  app.get('/v1/dead-letters', async () => ({ deadLetters: await listDeadLetters(desk.db) }));
  app.post('/v1/dead-letters/retry', async (request) => {
    const { ids } = retrySchema.parse(request.body);
    const letters = await Promise.all(ids.map((id) => getDeadLetter(desk.db, id)));
    const missing = ids.find((_, n) => !letters[n]);
    if (missing) throw new ApiError(404, `no dead letter ${missing}: "wiredesk dead-letters list" names them`);
    for (const letter of letters) {
      if (!letter) continue;
      await desk.retry(letter.stage, letter.data);
      // Taken away last: a crash in between repeats the job, and repeating harms nothing.
      await removeDeadLetter(desk.db, letter.id);
    }
    return { retried: ids };
  });
}
