import type { JobsOptions, JobType, Processor, WorkerOptions } from 'bullmq';
import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Stage } from '../schemas/job.ts';
import { stages } from '../schemas/job.ts';
import type { Database } from '../store/database.ts';
import { queueName } from './names.ts';

/** What the desk uses of a BullMQ queue, alike on every backend. */
export interface JobQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  addBulk(jobs: { name: string; data: unknown; opts: { jobId: string; priority: number } }[]): Promise<unknown>;
  remove(jobId: string): Promise<number>;
  /** `unknown` when there is no such job. */
  getJobState(jobId: string): Promise<string>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What the desk uses of a BullMQ worker. */
export interface JobWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(
    event: 'failed',
    listener: (job: { data: Record<string, string>; attemptsMade: number } | undefined, error: Error) => void,
  ): unknown;
  close(): Promise<void>;
}

/** The queues of one home: embedded and postgres stand in the store's own database, redis in Redis. */
export interface Backend {
  kind: 'embedded' | 'postgres' | 'redis';
  queues: Record<Stage, JobQueue>;
  worker(stage: Stage, processor: Processor, options: Omit<WorkerOptions, 'connection'>): JobWorker;
  close(): Promise<void>;
}

/**
 * Removal is bounded by age and count, since BullMQ keeps all jobs for ever by default and age alone removes big
 * backlogs in one blocking script (bullmq#3672). The facts live in our store.
 */
const defaultJobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.3 },
  removeOnComplete: { age: 3600, count: 1000, limit: 500 },
  removeOnFail: { age: 86_400, count: 1000, limit: 500 },
};

/** A poll's job is named after its feed: one that had ended and was kept would keep the feed's next poll out. */
const optionsOf = (stage: Stage) =>
  stage === 'fetch-feed' ? { ...defaultJobOptions, removeOnComplete: true, removeOnFail: true } : defaultJobOptions;

/**
 * Opens the queues: on Redis when `redisUrl` is given, else on the store's database (BullMQ's own migrations run first).
 * Throws with a one-line remedy when Redis can't be reached or may evict keys.
 */
export async function openBackend(db: Database, redisUrl: string | null): Promise<Backend> {
  return redisUrl ? openRedis(redisUrl) : openOnDatabase(db);
}

async function openOnDatabase(db: Database): Promise<Backend> {
  const pool = db.bullPool;
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const make = (stage: Stage) =>
    new Queue(queueName(stage), { connection: pool, defaultJobOptions: optionsOf(stage) }, createPostgresBackend);
  return assemble(db.kind === 'pglite' ? 'embedded' : 'postgres', make, (stage, processor, options) => {
    return new Worker(queueName(stage), processor, { ...options, connection: pool }, createPostgresBackend);
  });
}

async function openRedis(url: string): Promise<Backend> {
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    lazyConnect: true,
    retryStrategy: (n) => Math.min(n * 200, 5000),
  });
  connection.on('error', () => {}); // BullMQ's own listeners report it; without one ioredis prints a stack
  await connectOrRefuse(connection, url);
  // One hash tag for all keys, so that Redis Cluster keeps them in one slot.
  const shared = { connection, prefix: '{wiredesk}' };
  const make = (stage: Stage) => new Queue(queueName(stage), { ...shared, defaultJobOptions: optionsOf(stage) });
  return assemble(
    'redis',
    make,
    (stage, processor, options) => new Worker(queueName(stage), processor, { ...options, ...shared }),
    async () => {
      await connection.quit();
    },
  );
}

async function connectOrRefuse(connection: Redis, url: string): Promise<void> {
  const where = url.replace(/\/\/[^@/]*@/, '//');
  try {
    await connection.connect();
  } catch (error) {
    connection.disconnect();
    throw new Error(`Redis at ${where} can't be reached (${message(error)}): start it or mend REDIS_URL`);
  }
  const [, policy] = (await connection.config('GET', 'maxmemory-policy')) as string[];
  if (policy !== 'noeviction') {
    connection.disconnect();
    throw new Error(`Redis at ${where} has maxmemory-policy ${policy}, which drops jobs: set it to noeviction`);
  }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function assemble(
  kind: Backend['kind'],
  makeQueue: (stage: Stage) => JobQueue,
  makeWorker: Backend['worker'],
  closeConnection: () => Promise<void> = async () => {},
): Backend {
  const queues = Object.fromEntries(stages.map((stage) => [stage, makeQueue(stage)])) as Record<Stage, JobQueue>;
  for (const queue of Object.values(queues)) queue.on('error', () => {}); // a closed connection at shutdown is no crash
  return {
    kind,
    queues,
    worker: makeWorker,
    async close() {
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      await closeConnection();
    },
  };
}
