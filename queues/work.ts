import type { Job } from 'bullmq';
import type { JobData, Stage } from '../schemas/job.ts';
import { jobSchemas, stages } from '../schemas/job.ts';
import type { Backend, JobWorker } from './backend.ts';
import type { Lane } from './names.ts';
import { jobId, lanes } from './names.ts';
import type { Outcome } from './outcomes.ts';
import { runJob } from './outcomes.ts';

/** One handler a stage; it resolves to a few words for the log ("4 items, 1 new") or throws (see outcomes). */
export type Handlers = { [S in Stage]: (data: JobData<S>) => Promise<string> };

export interface Observer {
  now(): number;
  deadLetter(stage: Stage, data: Record<string, string>, reason: string, attempts: number): Promise<void>;
  outcome(stage: Stage, data: Record<string, string>, outcome: Outcome): void;
  trouble(stage: Stage, error: Error): void;
}

/**
 * Fetching waits on the network: 28 feeds a second of which each takes a second need as many at once. Parse and enrich
 * fill a core each, so more at once would only hold more pages in memory.
 */
const concurrency: Record<Stage, number> = { 'fetch-feed': 32, 'fetch-page': 16, parse: 2, enrich: 2 };

/** A killed desk's jobs come back after this long; parsing one page blocks the loop for far less. */
const lockDurationMs = 15_000;

/** Starts the workers of all stages; `stop` waits for the jobs in hand and takes no more. */
export function startWorkers(backend: Backend, handlers: Handlers, observer: Observer): { stop(): Promise<void> } {
  const workers = stages.map((stage) => startWorker(backend, stage, handlers, observer));
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function startWorker<S extends Stage>(backend: Backend, stage: S, handlers: Handlers, observer: Observer): JobWorker {
  const process = async (job: Job, token?: string) => {
    const data = jobSchemas[stage].parse(job.data) as JobData<S>;
    return runJob(job, token, () => handlers[stage](data), {
      now: observer.now,
      deadLetter: (reason) => observer.deadLetter(stage, data, reason, job.attemptsMade + 1),
      outcome: (outcome) => observer.outcome(stage, data, outcome),
    });
  };
  const worker = backend.worker(stage, process, {
    concurrency: concurrency[stage],
    lockDuration: lockDurationMs,
    stalledInterval: lockDurationMs / 3,
    maxStalledCount: 5, // a desk restarted five times amid one page is no reason to give the page up
  });
  worker.on('error', (error) => observer.trouble(stage, error));
  worker.on('failed', (job, error) => {
    // A job that stalled too often never reaches runJob again: it must still become a dead letter.
    if (job && error.message.includes('stalled'))
      void observer.deadLetter(stage, job.data, error.message, job.attemptsMade);
  });
  return worker;
}

export interface EnqueueOptions {
  lane?: Lane;
  delayMs?: number;
  /** Run again although a finished job of this id is still kept. */
  again?: boolean;
  /** Leave a job of this id alone while it waits or runs: taken out and added anew it would lose its place at its host. */
  unlessOpen?: boolean;
}

export type Enqueue = <S extends Stage>(stage: S, data: JobData<S>, options?: EnqueueOptions) => Promise<void>;

const openStates: string[] = ['waiting', 'prioritized', 'delayed', 'active'];

/** Makes the one function by which jobs are added: with an id, a priority and data of the stage's schema. */
export function enqueueOn(backend: Backend): Enqueue {
  return async (stage, data, options = {}) => {
    const id = jobId(stage, data);
    const queue = backend.queues[stage];
    if (options.unlessOpen && openStates.includes(await queue.getJobState(id))) return;
    if (options.again) await queue.remove(id);
    await queue.add(stage, jobSchemas[stage].parse(data), {
      jobId: id,
      priority: lanes[options.lane ?? 'live'],
      ...(options.delayMs ? { delay: Math.ceil(options.delayMs) } : {}),
    });
  };
}

/** Jobs of one stage that have not ended; `delayed` ones wait for their time (back-off, host slots, a feed's next poll). */
export interface OpenJobs {
  waiting: number;
  active: number;
  delayed: number;
}

/** Open jobs by stage. */
export async function openJobs(backend: Backend): Promise<Record<Stage, OpenJobs>> {
  const rows = await Promise.all(
    stages.map(async (stage) => {
      const counts = await backend.queues[stage].getJobCounts('waiting', 'prioritized', 'delayed', 'active');
      const waiting = (counts['waiting'] ?? 0) + (counts['prioritized'] ?? 0);
      return [stage, { waiting, active: counts['active'] ?? 0, delayed: counts['delayed'] ?? 0 }] as const;
    }),
  );
  return Object.fromEntries(rows) as Record<Stage, OpenJobs>;
}
