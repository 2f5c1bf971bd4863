import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../api/desk.ts';
import type { WarcWriter } from '../archive/warc-writer.ts';
import { openWarcWriter } from '../archive/warc-writer.ts';
import type { Backend } from '../queues/backend.ts';
import { openBackend } from '../queues/backend.ts';
import { replay } from '../queues/replay.ts';
import { dispatchDue } from '../queues/schedule.ts';
import { sweep } from '../queues/sweep.ts';
import type { Enqueue, Handlers } from '../queues/work.ts';
import { enqueueOn, openJobs } from '../queues/work.ts';
import type { JobData } from '../schemas/job.ts';
import { jobSchemas, stages } from '../schemas/job.ts';
import type { Profile } from '../schemas/profile.ts';
import { capturesWithout } from '../store/captures.ts';
import { credentialHeaders } from '../store/credentials.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/database.ts';
import { pendingEntries } from '../store/entries.ts';
import type { FolderLock } from '../store/lock.ts';
import { lockFolder } from '../store/lock.ts';
import { saveReplay } from '../store/replays.ts';
import { claimDue } from '../store/schedule.ts';
import type { SecretBox } from '../store/secret-box.ts';
import { secretBox } from '../store/secret-box.ts';
import { enrichStored } from '../workers/enrich/worker.ts';
import { pollFeed } from '../workers/fetch/feed-worker.ts';
import type { Get } from '../workers/fetch/fetch-feed.ts';
import { capturePage } from '../workers/fetch/page-worker.ts';
import type { FetchContext } from '../workers/fetch/worker.ts';
import { parseStored } from '../workers/parse/worker.ts';
import { packageRoot } from './package-root.ts';
import { readProfiles } from './read-profiles.ts';
import { replaySteps } from './replay-steps.ts';
import type { Home } from './settings.ts';

/** An opened data folder: its lock, store, queues and archive. */
export interface OpenDesk {
  home: Home;
  lock: FolderLock;
  db: Database;
  backend: Backend;
  archive: WarcWriter;
  archiveFolder: string;
  enqueue: Enqueue;
  /** The folder's publisher profiles, as they were when it was opened. */
  profiles: Profile[];
  token: string;
  secrets: SecretBox;
  close(): Promise<void>;
}

/** Takes the folder's lock and opens all that the desk keeps. Throws one line with a remedy when any of it is in use or damaged. */
export async function openDesk(home: Home): Promise<OpenDesk> {
  const secrets = secretBox(home.secretKey ?? null);
  mkdirSync(home.dataDir, { recursive: true });
  const token = randomBytes(24).toString('base64url');
  const lock = lockFolder(home.dataDir, { pid: process.pid, startedAt: new Date().toISOString() });
  try {
    const profiles = readProfiles(home.dataDir);
    const db = await openDatabase(home.databaseUrl ? { databaseUrl: home.databaseUrl } : { dataDir: home.dataDir });
    const backend = await openBackend(db, home.redisUrl);
    const archiveFolder = join(home.dataDir, 'archive');
    const archive = openWarcWriter(archiveFolder);
    const close = async () => {
      await backend.close();
      await archive.close();
      await db.close();
      lock.release();
    };
    return {
      home,
      lock,
      db,
      backend,
      archive,
      archiveFolder,
      enqueue: enqueueOn(backend),
      profiles,
      token,
      secrets,
      close,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The desk as the API sees it. */
export function apiDesk(open: OpenDesk): Desk {
  return {
    db: open.db,
    webFolder: join(packageRoot(), 'web'),
    token: open.token,
    secrets: open.secrets,
    now: Date.now,
    pollNow: (feedId) => open.enqueue('fetch-feed', { feedId }, { again: true, lane: 'breaking' }),
    retry: (stage, data) => retry(open.enqueue, stage, data),
    async replay(request) {
      const report = await replay(request, replayId(), replaySteps(open, request));
      await saveReplay(open.db, { request, report, endedAt: new Date().toISOString() });
      return report;
    },
    openJobs: () => openJobs(open.backend),
  };
}

async function retry(enqueue: Enqueue, stage: string, data: Record<string, string>): Promise<void> {
  const known = stages.find((name) => name === stage);
  if (!known) throw new Error(`no stage ${stage}: known are ${stages.join(', ')}`);
  await enqueue(known, jobSchemas[known].parse(data) as JobData<typeof known>, { again: true });
}

const replayId = (): string => createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 12);

/** What fetching needs of an opened desk. */
export function fetchContext(
  { db, archive, enqueue, secrets }: OpenDesk,
  get: Get,
  manners: Pick<FetchContext, 'waits' | 'post' | 'publicUrl' | 'userAgent' | 'hostDelayMs' | 'quietHours'>,
): FetchContext {
  const secretsOf = (feedId: string) => credentialHeaders(db, secrets, feedId);
  return { db, archive, get, secretsOf, enqueue, now: Date.now, pause, ...manners };
}

/** The stages' handlers over an opened desk. */
export function handlersOf(open: OpenDesk, fetching: FetchContext): Handlers {
  const { db, archiveFolder, enqueue, profiles } = open;
  return {
    'fetch-feed': (data) => pollFeed(fetching, data),
    'fetch-page': (data) => capturePage(fetching, data),
    parse: (data) => parseStored({ db, archiveFolder, enqueue, profiles }, data),
    enrich: (data) => enrichStored({ db, now: Date.now }, data),
  };
}

/** Asks for the missing next jobs of saved rows; see `sweep`. */
export async function sweepOrphans({ db, enqueue }: OpenDesk): Promise<number> {
  const pages = await pendingEntries(db);
  const unparsed = await capturesWithout(db, 'parsed');
  const untagged = await capturesWithout(db, 'items');
  return sweep(
    {
      'fetch-page': pages.map((entry) => ({ feedId: entry.feedId, entryId: entry.id, mark: entry.mark })),
      parse: unparsed.map((capture) => ({ captureId: capture.id })),
      enrich: untagged.map((capture) => ({ captureId: capture.id })),
    },
    enqueue,
  );
}

/** A poll that was asked for and not recorded within this is asked for again; one waits behind its host's others for minutes. */
const pollLeaseMs = 15 * 60_000;

/** Asks for the polls that are due; see `dispatchDue`. */
export const dispatchPolls = ({ backend, db }: OpenDesk): Promise<{ polls: number; repairs: number }> =>
  dispatchDue(backend, (limit) => claimDue(db, Date.now(), limit, pollLeaseMs));
