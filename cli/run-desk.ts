import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { buildApp } from '../api/app.ts';
import type { Outcome } from '../queues/outcomes.ts';
import { openJobs, startWorkers } from '../queues/work.ts';
import type { Stage } from '../schemas/job.ts';
import { getCapture } from '../store/captures.ts';
import { addDeadLetter } from '../store/dead-letters.ts';
import { getEntry } from '../store/entries.ts';
import { getFeed, listFeeds } from '../store/feeds.ts';
import { anyDue } from '../store/schedule.ts';
import type { Get } from '../workers/fetch/fetch-feed.ts';
import { blockPrivate } from '../workers/fetch/http/block-private.ts';
import { createFetcher, standInContact, userAgentOf } from '../workers/fetch/http/fetcher.ts';
import { recheckPages } from '../workers/fetch/page-worker.ts';
import { subscribeFeeds } from '../workers/fetch/websub-worker.ts';
import type { OpenDesk } from './compose.ts';
import { apiDesk, dispatchPolls, fetchContext, handlersOf, sweepOrphans } from './compose.ts';
import { fetchLimits } from './fetch-once.ts';
import { folderSource } from './folder-source.ts';
import type { Progress } from './progress.ts';

/** A crash between save and enqueue is mended within this time. */
const sweepEveryMs = 60_000;
/** A due feed waits this long at most until it is asked for. */
const dispatchEveryMs = 1000;

export interface RunOptions {
  once: boolean;
  host: string;
  port: number;
  allowPrivate: string[];
  timeoutMs: number;
  maxBodyBytes: number;
  hostDelayMs: number;
  contact?: string | undefined;
  publicUrl?: string | undefined;
  quietHours?: string | undefined;
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
  const userAgent = userAgentOf(options.contact ?? standInContact);
  const fetcher = createFetcher({
    userAgent,
    ...fetchLimits,
    timeoutMs: options.timeoutMs,
    maxBytes: options.maxBodyBytes,
    isBlocked: blockPrivate(options.allowPrivate, options.sampleEndpoint ? [options.sampleEndpoint] : []),
  });
  const files = folderSource(options.maxBodyBytes, Date.now);
  const get: Get = (url, previous, secrets) =>
    url.startsWith('file:') ? files(url, previous) : fetcher.fetch(url, previous, {}, secrets);
  const manners = {
    waits: !options.once,
    userAgent,
    post: fetcher.post,
    publicUrl: options.publicUrl ?? null,
    quietHours: options.quietHours ?? null,
    // Files have no host, and the sample wire is our own: neither need be spared.
    hostDelayMs: (host: string) => (host === '' || host === options.sampleEndpoint ? 0 : options.hostDelayMs),
  };
  const fetching = fetchContext(open, get, manners);
  const tidy = async () => {
    await sweepOrphans(open);
    await recheckPages(fetching);
    await subscribeFeeds(fetching);
  };
  await tidy();
  const loops = [repeat(sweepEveryMs, tidy, told(log, 'the sweep failed'))];
  if (options.once) await pollAll(open);
  else loops.push(await keepDispatching(open, log));
  const workers = startWorkers(open.backend, handlersOf(open, fetching), observe(open, log, progress));
  return {
    apiUrl,
    idle: () => untilIdle(open, options.once, progress),
    async stop() {
      for (const loop of loops) await loop.stop();
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

/** With `once` every feed is polled now and nothing after it, so that the queues can run empty. */
async function pollAll(open: OpenDesk): Promise<void> {
  for (const feed of await listFeeds(open.db)) {
    if (feed.state !== 'paused')
      await open.enqueue('fetch-feed', { feedId: feed.id }, { again: true, lane: feed.lane });
  }
}

/** Asks for the polls that are due, now and then every second, until it is stopped. */
async function keepDispatching(open: OpenDesk, log: Logger): Promise<{ stop(): Promise<void> }> {
  const dispatch = async () => {
    const { repairs } = await dispatchPolls(open);
    if (repairs > 0) log.warn({ repairs }, 'polls that had been lost are asked for again');
  };
  await dispatch();
  return repeat(dispatchEveryMs, dispatch, told(log, 'the schedule could not be read'));
}

const told = (log: Logger, what: string) => (error: unknown) => log.error({ err: error }, what);

/** Runs `work` again and again with a pause between; `stop` waits for the one that runs. */
function repeat(
  pauseMs: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;
  let stopped = false;
  const next = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = work().catch(failed).then(next);
    }, pauseMs);
  };
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
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
      const level = exit === 'done' || exit === 'later' ? 'info' : exit === 'error' ? 'warn' : 'error';
      // Where nobody reads it the look-up would be a tenth of a poll's work.
      if (!progress.shown && !log.isLevelEnabled(level)) return progress.add(stage, '', { exit, note, durationMs });
      void addressesOf(db, data)
        .catch(() => ({ feed: null, page: null }))
        .then(({ feed, page }) => {
          progress.add(stage, page ?? feed ?? '', { exit, note, durationMs });
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

async function untilIdle({ backend, db }: OpenDesk, once: boolean, progress: Progress): Promise<void> {
  let pauseMs = 150;
  for (let quiet = 0; quiet < 2; ) {
    const open = await openJobs(backend);
    progress.draw(open);
    const due = !once && (await anyDue(db, Date.now()));
    const busy = due || Object.values(open).some((jobs) => jobs.waiting + jobs.active + jobs.delayed > 0);
    // Twice, since a job that ends and the one that it enqueued may be counted between each other.
    quiet = busy ? 0 : quiet + 1;
    await pause(pauseMs);
    pauseMs = Math.min(pauseMs * 1.1, 1000); // a long run is not to be slowed down by the asking
  }
}
