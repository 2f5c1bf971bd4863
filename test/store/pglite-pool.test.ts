import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPostgresBackend, Queue, QueueEvents, runMigrations, Worker } from 'bullmq';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/database.ts';

let db: Database;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-pool-'));
  db = await openDatabase({ dataDir: folder });
  const client = await db.bullPool.connect();
  await runMigrations(client);
  client.release();
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const until = async (met: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await met())) {
    if (Date.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const settings = () => ({ connection: db.bullPool });

test('a transaction of one session leaks into no other and swallows no statement of others', async () => {
  await db.query('CREATE TABLE wiredesk.trial (who text)');
  const [one, two] = [await db.bullPool.connect(), await db.bullPool.connect()];
  await one.query('BEGIN');
  await one.query('INSERT INTO wiredesk.trial VALUES ($1)', ['one']);
  const others = [
    db.bullPool.query('INSERT INTO wiredesk.trial VALUES ($1)', ['pool']),
    two.query('INSERT INTO wiredesk.trial VALUES ($1)', ['two']),
    db.query('INSERT INTO wiredesk.trial VALUES ($1)', ['store']),
    db.transaction((tx) => tx.query('INSERT INTO wiredesk.trial VALUES ($1)', ['transaction'])),
  ];
  await new Promise((resolve) => setTimeout(resolve, 50));
  await one.query('ROLLBACK');
  await Promise.all(others);
  const rows = await db.query<{ who: string }>('SELECT who FROM wiredesk.trial ORDER BY who');
  expect(rows.map((row) => row.who)).toEqual(['pool', 'store', 'transaction', 'two']);
  one.release();
  two.release();
});

test('a failed statement leaves the transaction open for its rollback', async () => {
  const client = await db.bullPool.connect();
  await client.query('BEGIN');
  await expect(client.query('SELECT nonsense')).rejects.toMatchObject({ code: '42703' });
  await client.query('ROLLBACK');
  expect((await client.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  client.release();
});

test('a session that is released inside a transaction is rolled back', async () => {
  const client = await db.bullPool.connect();
  await client.query('BEGIN');
  await client.query(`INSERT INTO wiredesk.trial VALUES ('forgotten')`);
  client.release();
  expect(await db.query(`SELECT 1 FROM wiredesk.trial WHERE who = 'forgotten'`)).toEqual([]);
  await expect(client.query('SELECT 1')).rejects.toThrow(/released/);
});

test('rows read as pg reads them', async () => {
  const { rows, rowCount } = await db.bullPool.query(
    `SELECT 9007199254740993::bigint AS big, 1.50::numeric AS num, '{"a":[1]}'::jsonb AS doc, 2::int AS int,
       '2026-11-24T10:00:00Z'::timestamptz AS at, ARRAY['a','b'] AS list, $1::text AS nothing`,
    [undefined],
  );
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      num: '1.50',
      doc: { a: [1] },
      int: 2,
      at: new Date('2026-11-24T10:00:00Z'),
      list: ['a', 'b'],
      nothing: null,
    },
  ]);
  expect(rowCount).toBe(1);
  expect((await db.bullPool.query('DELETE FROM wiredesk.trial WHERE who = $1', ['two'])).rowCount).toBe(1);
});

test('LISTEN hears what others notify, until UNLISTEN', async () => {
  const client = await db.bullPool.connect();
  const heard: string[] = [];
  client.on('notification', (message: { channel: string; payload: string }) =>
    heard.push(`${message.channel} ${message.payload}`),
  );
  await client.query('-- a comment first\nLISTEN wire_news;\n');
  await db.query(`SELECT pg_notify('wire_news', $1)`, ['first']);
  await until(() => heard.length === 1);
  await client.query('UNLISTEN wire_news');
  await db.query(`SELECT pg_notify('wire_news', $1)`, ['second']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(['wire_news first']);
  client.release();
});

test('BullMQ works over it: priorities, delays, retries, a scheduler, a burst', async () => {
  const queue = new Queue('wire', settings(), createPostgresBackend);
  const events = new QueueEvents('wire', settings(), createPostgresBackend);
  await queue.waitUntilReady();
  await events.waitUntilReady();
  await queue.pause();
  await queue.add('low', { n: 1 }, { priority: 10 });
  await queue.add('high', { n: 2 }, { priority: 1 });
  await queue.add('late', { n: 3 }, { delay: 300 });
  await queue.add('flaky', { n: 4 }, { priority: 20, attempts: 3, backoff: { type: 'fixed', delay: 50 } });
  await queue.add('doomed', { n: 5 }, { priority: 20, attempts: 1 });
  await queue.addBulk(
    Array.from({ length: 200 }, (_, n) => ({
      name: 'burst',
      data: { n },
      opts: { priority: 30, jobId: `burst.${n}` },
    })),
  );
  await queue.add('burst', { n: 0 }, { priority: 30, jobId: 'burst.0' });
  await queue.upsertJobScheduler('tick', { every: 150 }, { name: 'tick', data: {} });
  const seen: string[] = [];
  const failed: string[] = [];
  const worker = new Worker(
    'wire',
    async (job) => {
      if (job.name === 'doomed' || (job.name === 'flaky' && job.attemptsMade < 2))
        throw new Error(`no luck with ${job.name}`);
      seen.push(job.name);
      return { ok: true };
    },
    { ...settings(), concurrency: 1 },
    createPostgresBackend,
  );
  worker.on('failed', (job) => failed.push(job?.name ?? ''));
  await worker.waitUntilReady();
  await queue.resume();
  const count = (name: string) => seen.filter((one) => one === name).length;
  await until(() => count('burst') === 200 && count('late') === 1 && count('flaky') === 1 && count('tick') >= 2);
  await until(() => failed.length === 3);
  expect(seen.indexOf('high')).toBeLessThan(seen.indexOf('low'));
  expect(failed.sort()).toEqual(['doomed', 'flaky', 'flaky']);
  expect(await queue.getJobCounts('failed', 'waiting', 'prioritized')).toMatchObject({
    failed: 1,
    waiting: 0,
    prioritized: 0,
  });
  await queue.removeJobScheduler('tick');
  await worker.close();
  await events.close();
  await queue.close();
});

test('a waiting worker is woken by a new job at once', async () => {
  const queue = new Queue('bell', settings(), createPostgresBackend);
  let at = 0;
  const worker = new Worker(
    'bell',
    async () => {
      at = Date.now();
    },
    { ...settings(), drainDelay: 30 },
    createPostgresBackend,
  );
  await worker.waitUntilReady();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const added = Date.now();
  await queue.add('ring', {});
  await until(() => at > 0);
  expect(at - added).toBeLessThan(2000);
  await worker.close();
  await queue.close();
});

test('an ended pool says so in the words BullMQ looks for', async () => {
  const other = await openDatabase({ dataDir: 'memory://' });
  await other.bullPool.connect();
  await other.bullPool.end();
  await expect(other.bullPool.query('SELECT 1')).rejects.toThrow('Cannot use a pool after calling end on the pool');
  await other.close();
  await other.close();
});
