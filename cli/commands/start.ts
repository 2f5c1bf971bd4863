import type { Logger } from 'pino';
import { splitUserInfo } from '../../schemas/credentials.ts';
import type { Feed } from '../../schemas/feed.ts';
import type { Item } from '../../schemas/item.ts';
import { publisherOf } from '../../schemas/publisher-of.ts';
import { counts } from '../../store/counts.ts';
import { setCredentials } from '../../store/credentials.ts';
import { listDeadLetters } from '../../store/dead-letters.ts';
import { addFeed, listFeeds } from '../../store/feeds.ts';
import { listItems, newestItems } from '../../store/items.ts';
import type { Command } from '../command.ts';
import type { OpenDesk } from '../compose.ts';
import { openDesk } from '../compose.ts';
import { itemsTable } from '../items-table.ts';
import { openLog } from '../log.ts';
import { Progress } from '../progress.ts';
import type { RunningDesk } from '../run-desk.ts';
import { runDesk } from '../run-desk.ts';
import { hasSampleWire, startSampleWire } from '../sample-wire.ts';
import { readHome } from '../settings.ts';
import type { StartOptions } from '../start-options.ts';
import { startOptions } from '../start-options.ts';
import { describe } from './dead-letters.ts';

/** The samples change on their second poll; a newcomer should not wait five minutes to see a correction. */
const sampleIntervalMs = 20_000;

export const start: Command = {
  help: `
wiredesk start [URL…]
  runs the desk: polls feeds, captures pages, splits them into items, tags, versions and serves them, until Ctrl-C
  URLs are feeds or pages; a folder of mails (.eml) and text files is a feed too. Without any, the desk goes on with the feeds of its folder; a new folder gets the sample wire.

  --feeds FILE          an OPML file, a list of addresses (one a line) or a wiredesk.config.json
  --once                end when the queues are empty: exit 0 if every page was processed, else 1 with the dead letters
  --contact ADDRESS     a mail or web address of yours: publishers read it in their logs (User-Agent)
  --allow-private CIDR  let feeds lead to this private network (repeatable)
  --host H, --port N    where the API and the desk's page answer (default 127.0.0.1:8420; 0 is any free port)
  --log-level L         trace, debug, info, warn, error, fatal, silent (on a terminal warn, else info)

  DATABASE_URL (PostgreSQL) and REDIS_URL in the environment move store and queue out of the process.`,
  options: {
    feeds: { type: 'string' },
    once: { type: 'boolean' },
    contact: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
    host: { type: 'string' },
    port: { type: 'string' },
    'log-level': { type: 'string' },
  },
  async run(given) {
    const options = startOptions(given);
    const live = process.stdout.isTTY && options.logLevel === null;
    const log = openLog(options.logLevel ?? (live ? 'warn' : 'info'));
    const progress = new Progress(live ? process.stdout : null);
    const open = await openDesk(readHome(given.dataDir));
    try {
      return await tend(open, options, log, progress);
    } finally {
      await open.close();
    }
  },
};

async function tend(open: OpenDesk, options: StartOptions, log: Logger, progress: Progress): Promise<number> {
  const before = (await counts(open.db)).newestSeq;
  const wire = await addFeeds(open, options);
  try {
    const { config, once, host, port } = options;
    const desk = await runDesk(
      open,
      { ...config, once, host, port, sampleEndpoint: wire ? new URL(wire.url).host : null },
      log,
      progress,
    );
    const interrupted = untilInterrupted();
    await Promise.race([desk.idle(), interrupted]);
    progress.clear();
    await summary(open, desk, before);
    if (!wire && !config.contact) process.stdout.write(noContact);
    if (!once) await keepPolling(open, progress, interrupted);
    await desk.stop();
    return once ? await verdict(open) : 0;
  } finally {
    await wire?.close();
  }
}

/** Adds the feeds that were named; a folder without feeds gets the sample wire, and one that has it gets it served again. */
async function addFeeds(open: OpenDesk, options: StartOptions) {
  const now = new Date().toISOString();
  if (options.feeds.length > 0) {
    await addNamed(open, options, now);
    return null;
  }
  const known = await listFeeds(open.db);
  if (known.length > 0 && !hasSampleWire(open.home.dataDir)) return null;
  const wire = await startSampleWire(open.home.dataDir);
  for (const { url, publisher } of known.length ? [] : wire.feeds) {
    await addFeed(
      open.db,
      { url, kind: 'feed', title: null, publisher, intervalMs: sampleIntervalMs, adaptive: false },
      now,
    );
  }
  return wire;
}

const noContact =
  'no contact is set: publishers who wonder about the requests cannot reach you; give --contact ADDRESS\n';

/** All of them or none, in one transaction: a commit for each of 100,000 feeds would take the better part of an hour. */
function addNamed({ db, secrets }: OpenDesk, { config, feeds }: StartOptions, now: string): Promise<void> {
  return db.transaction(async (tx) => {
    for (const feed of feeds) {
      const { url, credentials } = splitUserInfo(feed.url);
      if (credentials) secrets.seal('', ''); // refuses without a key, before anything is stored
      const { title = null, publisher = publisherOf(url), kind = 'feed', lane = 'live', window = null } = feed;
      const schedule = { intervalMs: feed.intervalMs ?? config.intervalMs, adaptive: feed.intervalMs === undefined };
      const added = await addFeed(tx, { url, kind, title, publisher, ...schedule, lane, window }, now);
      if (credentials) await setCredentials(tx, secrets, added, credentials);
    }
  });
}

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(130);
      asked = true;
      process.stderr.write('\nfinishing the jobs in hand; Ctrl-C again ends at once\n');
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

async function summary({ db }: OpenDesk, desk: RunningDesk, before: number): Promise<void> {
  const total = await counts(db);
  const news = await itemsSince(db, before);
  const shown = before === 0 || news.length > 0 ? news : await newestItems(db, { limit: 20 });
  const out = [itemsTable(shown, process.stdout.columns)];
  const said =
    before === 0
      ? ''
      : news.length
        ? `New or changed since the last run: ${news.length}. `
        : 'Nothing new since the last run; the newest items are shown. ';
  out.push(
    `${said}${total.stories} stories and ${total.briefs} briefs from ${total.captures} captured pages of ${total.feeds} feeds.`,
  );
  const broken = (await listFeeds(db)).filter((feed) => feed.lastError !== null);
  for (const feed of broken) out.push(`feed in trouble: ${troubleOf(feed)}`);
  if (total.deadLetters) out.push(`${total.deadLetters} dead letters: wiredesk dead-letters list`);
  out.push(`API ${desk.apiUrl}/v1/items   feed ${desk.apiUrl}/feed.json   desk ${desk.apiUrl}/`);
  process.stdout.write(`${out.join('\n')}\n`);
}

/** One line that names the feed, its fault, and what the desk and a person can do. */
function troubleOf({ url, lastError }: Feed): string {
  const fault = lastError?.includes(url) ? lastError : `${url}: ${lastError}`;
  return `${fault}; it is polled again at its next turn, "wiredesk feeds pause ${url}" stops that`;
}

/** Items that took a number after `seq`, stories with their briefs below them. */
async function itemsSince(db: OpenDesk['db'], seq: number): Promise<Item[]> {
  const all: Item[] = [];
  for (let after = seq; ; ) {
    const { items, next } = await listItems(db, { after, limit: 500 });
    if (items.length === 0) return all;
    all.push(...items);
    after = next;
  }
}

async function keepPolling(open: OpenDesk, progress: Progress, interrupted: Promise<void>): Promise<void> {
  let seq = (await counts(open.db)).newestSeq;
  let over = false;
  void interrupted.then(() => {
    over = true;
  });
  process.stdout.write('polling; Ctrl-C ends the desk\n');
  while (!over) {
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 1000)), interrupted]);
    const news = await itemsSince(open.db, seq);
    if (news.length === 0) continue;
    progress.clear();
    process.stdout.write(`${itemsTable(news, process.stdout.columns)}\n`);
    seq = Math.max(...news.map((item) => item.seq));
  }
}

async function verdict({ db }: OpenDesk): Promise<number> {
  const letters = await listDeadLetters(db);
  const feeds = await listFeeds(db);
  if (letters.length > 0) process.stdout.write(`${describe(letters)}\n`);
  const allFailed = feeds.length > 0 && feeds.every((feed) => feed.lastError !== null);
  return letters.length > 0 || allFailed ? 1 : 0;
}
