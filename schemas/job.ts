import { z } from 'zod';

/** Jobs carry keys, never text. */
export const jobSchemas = {
  'fetch-feed': z.object({ feedId: z.string() }),
  /** `mark` names the edition the feed announced, so that an edited page is a job of its own. */
  'fetch-page': z.object({ feedId: z.string(), entryId: z.string(), mark: z.string() }),
  parse: z.object({ captureId: z.string() }),
  enrich: z.object({ captureId: z.string() }),
} as const;

export type Stage = keyof typeof jobSchemas;
export type JobData<S extends Stage> = z.infer<(typeof jobSchemas)[S]>;
export const stages = Object.keys(jobSchemas) as Stage[];
