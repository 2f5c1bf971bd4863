import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { getItem, getItemVersions, listItems, newestItems } from '../../store/items.ts';
import type { Desk } from '../desk.ts';
import { ApiError } from '../errors.ts';
import { itemFilterSchema } from '../item-filter.ts';

/** An unknown word is refused: a reader who asks for a country here would take all items for that country's. */
const cursorSchema = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Newest first, for people; `after` is for programs that must miss nothing. */
const newestSchema = z.strictObject({
  ...itemFilterSchema.shape,
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});

/** `GET /v1/items?after=SEQ&limit=N` in order of `seq`; `/v1/newest`; `/v1/items/:id` with its versions on `?versions=1`. */
export function itemRoutes(app: FastifyInstance, desk: Desk): void {
  app.get('/v1/items', async (request) => listItems(desk.db, cursorSchema.parse(request.query)));
  app.get('/v1/newest', async (request) => ({ items: await newestItems(desk.db, newestSchema.parse(request.query)) }));
  app.get<{ Params: { id: string }; Querystring: { versions?: string } }>('/v1/items/:id', async (request) => {
    const { id } = request.params;
    const item = await getItem(desk.db, id);
    if (!item) throw new ApiError(404, `no item ${id}: GET /v1/items lists them`);
    return request.query.versions ? { ...item, versions: await getItemVersions(desk.db, id) } : item;
  });
}
