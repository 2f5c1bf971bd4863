import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from '../api/app.ts';
import type { Outcome } from '../queues/outcomes.ts';
import { scheduleFeed, unscheduleAll } from '../queues/schedule.ts';
import { openJobs, startWorkers } from '../queues/work.ts';
import type { Stage } from '../schemas/job.ts';
import { getCapture } from '../store/captures.ts';
import { addDeadLetter } from '../store/dead-letters.ts';
import { getEntry } from '../store/entries.ts';
import { getFeed, listFeeds } from '../store/feeds.ts';
import { blockPrivate } from '../workers/fetch/block-private.ts';
import { createFetcher } from '../workers/fetch/fetcher.ts';
import type { OpenDesk } from './compose.ts';
import { apiDesk, handlersOf, sweepOrphans } from './compose.ts';
import { fetchLimits } from './fetch-once.ts';
import type { Progress } from './progress.ts';

/** A crash between save and enqueue is mended within this time. */
const sweepEveryMs = 60_000;
/** One request a second to one host; the sample wire's own host is not spared. */
const hostDelayMs = 1000;

export interface RunOptions {
  once: boolean;
  host: string;
  port: number;
  allowPrivate: string[];
  timeoutMs: number;
  maxBodyBytes: number;
  /** `127.0.0.1:PORT` of the sample wire, allowed by its start and by nothing else; null without it. */
  sampleEndpoint: string | null;
}

export interface RunningDesk {
  apiUrl: string;
  /** Resolves when no job is left to run now; scheduled polls don't count. */
  idle(): Promise<void>;
  /** Takes no new job, waits for those in hand, closes the API. */
  stop(): Promise<void>;
}

/** Starts the desk's API, workers, schedules and sweep over an opened folder. Throws one line when the port is taken. */
export async function runDesk(
  open: OpenDesk,
  options: RunOptions,
  log: Logger,
  progress: Progress,
): Promise<RunningDesk> {
  const app = buildApp(apiDesk(open));
  const apiUrl = await listen(app, options.host, options.port);
  open.lock.setAddress(apiUrl, open.token);
  const fetcher = createFetcher({
    ...fetchLimits,
    timeoutMs: options.timeoutMs,
    maxBytes: options.maxBodyBytes,
    isBlocked: blockPrivate(options.allowPrivate, options.sampleEndpoint ? [options.sampleEndpoint] : []),
  });
  const delay = (host: string) => (host === options.sampleEndpoint ? 0 : hostDelayMs);
  await pollAll(open, options.once);
  await sweepOrphans(open);
  const workers = startWorkers(open.backend, handlersOf(open, fetcher.fetch, delay), observe(open, log, progress));
  const sweeping = setInterval(() => {
    sweepOrphans(open).catch((error: unknown) => log.error({ err: error }, 'the sweep failed'));
  }, sweepEveryMs);
  return {
    apiUrl,
    idle: () => untilIdle(open, options.once, progress),
    async stop() {
      clearInterval(sweeping);
      await workers.stop();
      await fetcher.close();
      await app.close();
    },
  };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      throw new Error(`port ${port} is taken: give another with --port N, or --port 0 for any free one`);
    if (code === 'EACCES')
      throw new Error(`port ${port} may not be opened by this user: give one above 1023 with --port N`);
    throw error;
  }
}

/** Polls every active feed now; with `once` nothing is scheduled after it, so that the queues can run empty. */
async function pollAll(open: OpenDesk, once: boolean): Promise<void> {
  if (once) await unscheduleAll(open.backend);
  for (const feed of await listFeeds(open.db)) {
    if (feed.state !== 'active') continue;
    const polls = !once && (await scheduleFeed(open.backend, feed));
    if (!polls) await open.enqueue('fetch-feed', { feedId: feed.id }, { again: true });
  }
}

function observe({ db }: OpenDesk, log: Logger, progress: Progress) {
  return {
    now: Date.now,
    async deadLetter(stage: Stage, data: Record<string, string>, reason: string, attempts: number) {
      const { feed, page } = await addressesOf(db, data);
      const subject = page ?? feed ?? Object.values(data).join(' ');
      await addDeadLetter(db, { stage, data, subject, reason, attempts, failedAt: new Date().toISOString() });
    },
    outcome(stage: Stage, data: Record<string, string>, { exit, note, durationMs }: Outcome) {
      void addressesOf(db, data)
        .catch(() => ({ feed: null, page: null }))
        .then(({ feed, page }) => {
          progress.add(stage, page ?? feed ?? '', { exit, note, durationMs });
          const level = exit === 'done' || exit === 'later' ? 'info' : exit === 'error' ? 'warn' : 'error';
          log[level]({ stage, ...data, feed, page, durationMs, outcome: exit }, note);
        });
    },
    trouble: (stage: Stage, error: Error) => log.warn({ stage, err: error.message }, 'the queue reports an error'),
  };
}

/** The addresses that a person knows a job's work by; a poll has no page. */
async function addressesOf(
  db: OpenDesk['db'],
  data: Record<string, string>,
): Promise<{ feed: string | null; page: string | null }> {
  const capture = data['captureId'] ? await getCapture(db, data['captureId']) : null;
  const entry = data['entryId'] ? await getEntry(db, data['entryId']) : null;
  const feed = await getFeed(db, data['feedId'] ?? capture?.feedId ?? '');
  return { feed: feed?.url ?? null, page: capture?.url ?? entry?.url ?? null };
}

async function untilIdle({ backend }: OpenDesk, once: boolean, progress: Progress): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    const open = await openJobs(backend);
    progress.draw(open);
    const busy = Object.entries(open).some(
      ([stage, jobs]) => jobs.waiting + jobs.active > 0 || (jobs.delayed > 0 && (once || stage !== 'fetch-feed')),
    );
    // Twice, since a job that ends and the one that it enqueued may be counted between each other.
    quiet = busy ? 0 : quiet + 1;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
