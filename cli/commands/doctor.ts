import { accessSync, constants, existsSync } from 'node:fs';
import { openJobs } from '../../queues/work.ts';
import type { Counts } from '../../store/counts.ts';
import { counts } from '../../store/counts.ts';
import { type DriftedPage, driftedPages, driftWatchedFrom } from '../../store/drift.ts';
import { readLock } from '../../store/lock.ts';
import type { Command } from '../command.ts';
import { openDesk } from '../compose.ts';
import { readHome } from '../settings.ts';

interface Check {
  name: string;
  ok: boolean;
  found: string;
  remedy: string | null;
}

const good = (name: string, found: string): Check => ({ name, ok: true, found, remedy: null });
const bad = (name: string, found: string, remedy: string): Check => ({ name, ok: false, found, remedy });

export const doctor: Command = {
  help: `
wiredesk doctor
  checks the Node version, the data folder, its lock, the store, the queue, the clock and publishers'
  layouts; each fault with its remedy; exit 1 on a fault`,
  async run({ json, dataDir }) {
    const checks = [nodeVersion(), clock(), folder(dataDir), ...(await deskOrStore(dataDir))];
    if (json || !process.stdout.isTTY) process.stdout.write(`${JSON.stringify(checks, null, 2)}\n`);
    else
      for (const check of checks)
        process.stdout.write(
          `${check.ok ? 'ok  ' : 'BAD '} ${check.name.padEnd(12)} ${check.found}${check.remedy ? `: ${check.remedy}` : ''}\n`,
        );
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 18);
  return fits ? good('node', process.version) : bad('node', process.version, 'install Node 20.18 or newer');
}

/** A clock before this program was written would date every version wrongly. */
function clock(): Check {
  const now = new Date();
  return now.getTime() > Date.UTC(2026, 10, 1)
    ? good('clock', now.toISOString())
    : bad('clock', now.toISOString(), "set the machine's clock");
}

function folder(dataDir: string): Check {
  if (!existsSync(dataDir)) return good('folder', `${dataDir} is not made yet; wiredesk start makes it`);
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK);
    return good('folder', `${dataDir} is readable and writable`);
  } catch {
    return bad(
      'folder',
      `${dataDir} can't be written`,
      'give this user the folder (chown) or use another with --data DIR',
    );
  }
}

async function deskOrStore(dataDir: string): Promise<Check[]> {
  const holder = readLock(dataDir);
  if (holder)
    return [good('lock', `held by process ${holder.pid} since ${holder.startedAt}`), ...(await askDesk(holder.apiUrl))];
  if (!existsSync(dataDir) && !process.env['DATABASE_URL']) return [good('lock', 'free')];
  return [good('lock', 'free'), ...(await openAll(dataDir))];
}

async function askDesk(apiUrl: string | null): Promise<Check[]> {
  if (!apiUrl) return [good('desk', 'is starting, or serves no API')];
  try {
    const ask = async (path: string) =>
      (await fetch(`${apiUrl}${path}`, { signal: AbortSignal.timeout(5000) })).json() as Promise<unknown>;
    const health = (await ask('/healthz')) as Counts;
    const { pages } = (await ask('/v1/drift')) as { pages: DriftedPage[] };
    return [
      good('desk', `answers at ${apiUrl}: ${health.stories} stories, ${health.briefs} briefs`),
      schedule(health, true),
      deadLetters(health),
      layouts(pages),
    ];
  } catch (error) {
    return [
      bad(
        'desk',
        `does not answer at ${apiUrl} (${(error as Error).message})`,
        'end that process and start the desk again',
      ),
    ];
  }
}

/** Failing and silent feeds are told; that a publisher's server is down is no fault of this desk. */
function schedule({ feedsActive, feedsFailing, feedsSilent, feedsLate, repairs }: Counts, runs: boolean): Check {
  // Without a running desk every feed is late.
  const late = runs ? `${feedsLate} late by ten minutes or more` : 'no desk runs to poll them';
  const found = `${feedsActive} active feeds, ${late}, ${feedsFailing} failing, ${feedsSilent} silent beyond their habit, ${repairs} lost polls repaired`;
  const odd = feedsFailing + feedsSilent + (runs ? feedsLate : 0) > 0;
  return good('schedule', odd ? `${found}; wiredesk feeds list names them` : found);
}

/** What failed for good: mostly pages that are not there, so someone should look, and the desk is none the worse. */
const deadLetters = ({ deadLetters: held }: Counts): Check =>
  good(
    'dead letters',
    held === 0 ? 'none' : `${held}; "wiredesk dead-letters list" tells why, "dead-letters retry all" tries them again`,
  );

/** The drift guard's word: pages that came out far outside their publisher's habit. */
function layouts(pages: DriftedPage[]): Check {
  const [first] = pages;
  if (!first) return good('layouts', "no page of the last week is outside its publisher's habit");
  const others = pages.length > 1 ? ` (and ${pages.length - 1} more)` : '';
  return bad(
    'layouts',
    `${first.url}: ${first.drift}${others}`,
    'look at it with wiredesk parse URL --html OUT.html; where the layout changed, write a profile and replay the pages',
  );
}

async function openAll(dataDir: string): Promise<Check[]> {
  try {
    const open = await openDesk(readHome(dataDir));
    try {
      const total = await counts(open.db);
      const jobs = Object.values(await openJobs(open.backend)).reduce(
        (sum, stage) => sum + stage.waiting + stage.active,
        0,
      );
      return [
        good('database', `${open.db.kind}: ${total.stories} stories, ${total.briefs} briefs`),
        good('queue', `${open.backend.kind}: ${jobs} jobs open`),
        schedule(total, false),
        deadLetters(total),
        layouts(await driftedPages(open.db, driftWatchedFrom(Date.now()))),
      ];
    } finally {
      await open.close();
    }
  } catch (error) {
    return [bad('store', 'does not open', (error as Error).message)];
  }
}
