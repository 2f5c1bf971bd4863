import { createHash } from 'node:crypto';
import type { JobData, Stage } from '../schemas/job.ts';

/** Lanes: every job carries one, since BullMQ runs jobs without a priority before all others. Lower runs first. */
export const lanes = { breaking: 1, live: 10, backfill: 100, replay: 1000 } as const;
export type Lane = keyof typeof lanes;

/** The queue of a stage; one name on all three homes. */
export const queueName = (stage: Stage): string => `wiredesk-${stage}`;

/** A job's id, `<stage>.<hash>`: the same work asked for twice is one job. BullMQ forbids `:` and bare integers. */
export function jobId<S extends Stage>(stage: S, data: JobData<S>): string {
  const key = JSON.stringify(Object.entries(data).sort());
  return `${stage}.${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}
