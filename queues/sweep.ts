import type { JobData, Stage } from '../schemas/job.ts';
import type { Enqueue } from './work.ts';

/** Saved rows whose next job may be missing, by the stage that must come next. */
export type Orphans = { [S in Exclude<Stage, 'fetch-feed'>]: JobData<S>[] };

/**
 * Enqueues the next job of every saved row that has none: a crash between save and enqueue leaves such rows.
 * A job that is there already keeps its id, so nothing runs twice. Returns how many jobs were asked for.
 */
export async function sweep(orphans: Orphans, enqueue: Enqueue): Promise<number> {
  const missing = { again: true, unlessOpen: true };
  for (const data of orphans['fetch-page']) await enqueue('fetch-page', data, missing);
  for (const data of orphans.parse) await enqueue('parse', data, missing);
  for (const data of orphans.enrich) await enqueue('enrich', data, missing);
  return orphans['fetch-page'].length + orphans.parse.length + orphans.enrich.length;
}
