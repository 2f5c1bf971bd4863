import { z } from 'zod';

/** A source that is polled. `kind: page` is a single page taken as it stands. Times are ISO 8601 UTC. */
export const feedSchema = z.object({
  id: z.string(),
  url: z.string(),
  kind: z.enum(['feed', 'page']),
  title: z.string().nullable(),
  publisher: z.string(),
  state: z.enum(['active', 'paused', 'gone']),
  intervalMs: z.number().int().positive(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  lastCheckedAt: z.string().nullable(),
  nextCheckAt: z.string().nullable(),
  lastOutcome: z.string().nullable(),
  lastError: z.string().nullable(),
  failures: z.number().int(),
  createdAt: z.string(),
});
export type Feed = z.infer<typeof feedSchema>;
