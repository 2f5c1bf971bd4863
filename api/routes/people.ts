import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { personIdSchema } from '../../schemas/person.ts';
import { listDecisions } from '../../store/decision-log.ts';
import { importPersonIds } from '../../store/import-person-ids.ts';
import { getPerson, listPeople } from '../../store/people.ts';
import { mergePeople, splitPerson, undoDecision } from '../../store/person-decisions.ts';
import type { Desk } from '../desk.ts';

/** A whole register in one answer: about 20 MB. */
const maxPeople = 100_000;

const listSchema = z.object({
  search: z.string().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(maxPeople).default(50),
});

const mergeSchema = z.strictObject({ from: z.array(z.string().min(1)).min(1), into: z.string().min(1) });

const splitSchema = z
  .strictObject({
    items: z.array(z.string().min(1)).default([]),
    publishers: z.array(z.string().min(1)).default([]),
    as: z
      .string()
      .regex(/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u, 'a key is small letters and digits parted by hyphens')
      .nullable()
      .default(null),
    name: z.string().min(1).nullable().default(null),
  })
  .refine(
    ({ items, publishers }) => items.length + publishers.length > 0,
    'name the items or publishers that mean another person',
  );

const importSchema = z.strictObject({
  source: z.string(),
  ids: z.array(personIdSchema).min(1),
  replace: z.boolean().default(false),
});

/** 100,000 ids with names are about 10 MB. */
const maxImportBytes = 50_000_000;

/**
 * The people register: `GET /v1/people?search=&limit=`, `/v1/people/:key` (a key or a printed name), `/v1/person-decisions`.
 * With the token: `POST /v1/people/merge`, `/v1/people/:key/split`, `/v1/people/import`, `/v1/people/undo {id?}`.
 */
export function peopleRoutes(app: FastifyInstance, { db, now }: Desk): void {
  type ByKey = { Params: { key: string } };
  const isoNow = () => new Date(now()).toISOString();
  app.get('/v1/people', async (request) => ({ people: await listPeople(db, listSchema.parse(request.query)) }));
  app.get<ByKey>('/v1/people/:key', async ({ params }) => getPerson(db, params.key));
  app.get('/v1/person-decisions', async () => ({ decisions: await listDecisions(db) }));
  app.post('/v1/people/merge', async ({ body }) => mergePeople(db, mergeSchema.parse(body), isoNow()));
  app.post<ByKey>('/v1/people/:key/split', async ({ params, body }) =>
    splitPerson(db, { person: params.key, ...splitSchema.parse(body) }, isoNow()),
  );
  app.post('/v1/people/import', { bodyLimit: maxImportBytes }, async ({ body }) =>
    importPersonIds(db, importSchema.parse(body), isoNow()),
  );
  app.post('/v1/people/undo', async ({ body }) => {
    const { id } = z.strictObject({ id: z.number().int().nullable().default(null) }).parse(body ?? {});
    return undoDecision(db, id, isoNow());
  });
}
