import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { OpenDesk } from '../../cli/compose.ts';
import { openDesk } from '../../cli/compose.ts';
import { Progress } from '../../cli/progress.ts';
import type { RunningDesk, RunOptions } from '../../cli/run-desk.ts';
import { runDesk } from '../../cli/run-desk.ts';
import type { Home } from '../../cli/settings.ts';
import type { serveSamples } from '../../samples/serve-samples.ts';
import type { Item } from '../../schemas/item.ts';
import { addFeed } from '../../store/feeds.ts';
import { listItems } from '../../store/items.ts';

export type SampleWire = Awaited<ReturnType<typeof serveSamples>>;

/** A data folder that `dispose` removes. */
export function temporaryFolder(): { path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), 'wiredesk-'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

/** A desk on its own (PGlite), polling `feeds` as they come due until `look` has seen enough; loopback is allowed. */
export async function runOnLoopback<T>(
  folder: string,
  feeds: Parameters<typeof addFeed>[1][],
  look: (open: OpenDesk, desk: RunningDesk) => Promise<T>,
  { secretKey = null, ...more }: Partial<RunOptions> & { secretKey?: string | null } = {},
): Promise<T> {
  const open = await openDesk({ dataDir: folder, databaseUrl: null, redisUrl: null, secretKey });
  try {
    for (const feed of feeds) await addFeed(open.db, feed, new Date().toISOString());
    const options = { ...limits, once: false, allowPrivate: ['127.0.0.1'], sampleEndpoint: null, ...more };
    const desk = await runDesk(open, options, pino({ level: 'silent' }), new Progress(null));
    try {
      return await look(open, desk);
    } finally {
      await desk.stop();
    }
  } finally {
    await open.close();
  }
}

/** Waits until `found` gives something; fails when that takes too long. */
export async function until<T>(found: () => Promise<T | null | undefined | false>, withinMs = 10_000): Promise<T> {
  const end = Date.now() + withinMs;
  while (Date.now() < end) {
    const value = await found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not within ${withinMs} ms: ${found.toString()}`);
}

const limits = { host: '127.0.0.1', port: 0, timeoutMs: 10_000, maxBodyBytes: 5_000_000, hostDelayMs: 1000 };

/** Opens a home on the sample wire and runs it until no job is left, `polls` times; `look` sees it before it closes. */
export async function runOnSamples<T>(
  home: Home,
  wire: SampleWire,
  polls: number,
  look: (open: OpenDesk, desk: RunningDesk) => Promise<T>,
): Promise<T> {
  const open = await openDesk(home);
  try {
    for (const { url, publisher } of wire.feeds) {
      await addFeed(
        open.db,
        { url, kind: 'feed', title: null, publisher, intervalMs: 3_600_000 },
        new Date().toISOString(),
      );
    }
    const options = { ...limits, once: true, allowPrivate: [], sampleEndpoint: new URL(wire.url).host };
    const desk = await runDesk(open, options, pino({ level: 'silent' }), new Progress(null));
    try {
      await desk.idle();
      for (let poll = 1; poll < polls; poll++) {
        for (const { url } of wire.feeds) {
          const [feed] = await open.db.query<{ id: string }>('SELECT id FROM wiredesk.feeds WHERE url = $1', [url]);
          if (feed) await open.enqueue('fetch-feed', { feedId: feed.id }, { again: true });
        }
        await desk.idle();
      }
      return await look(open, desk);
    } finally {
      await desk.stop();
    }
  } finally {
    await open.close();
  }
}

export async function allItems(open: OpenDesk): Promise<Item[]> {
  return (await listItems(open.db, { after: 0, limit: 1000 })).items;
}

/** What of an item must be the same on every home and in every run: all but ids, times and numbers drawn. */
export const essence = (item: Item) => ({
  kind: item.kind,
  path: new URL(item.url).pathname,
  headline: item.headline,
  section: item.section,
  body: item.body,
  countries: item.countries.map((country) => country.code).sort(),
  people: item.people.map((person) => person.key).sort(),
  version: item.version,
  pubStatus: item.pubStatus,
});

export const essences = (items: Item[]) =>
  items.map(essence).sort((a, b) => (`${a.path}${a.body}` < `${b.path}${b.body}` ? -1 : 1));
