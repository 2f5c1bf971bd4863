import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../store/database.ts';
import { openDatabase } from '../../../store/database.ts';
import { reserveSlot, takeTurn } from '../../../store/hosts.ts';
import { passRobots } from '../../../workers/fetch/robots-worker.ts';
import type { FetchContext } from '../../../workers/fetch/worker.ts';
import { takeHostTurn } from '../../../workers/fetch/worker.ts';
import { days, hours, minutes, noon } from './feed.ts';
import type { Loopback } from './loopback.ts';
import { closeAll, fetcher, serve } from './loopback.ts';

let db: Database;
beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
beforeEach(() => db.query('TRUNCATE wiredesk.hosts, wiredesk.robots'));
afterEach(closeAll);
afterAll(() => db.close());

let nowMs = noon;
let paused: number[] = [];
beforeEach(() => {
  nowMs = noon;
  paused = [];
});

const contextOf = (more: Partial<FetchContext> = {}): FetchContext => ({
  db,
  archive: null as never,
  get: fetcher().fetch,
  secretsOf: async () => null,
  waits: true,
  post: async () => null,
  publicUrl: null,
  userAgent: 'wiredesk/0.1',
  enqueue: async () => {},
  now: () => nowMs,
  pause: async (ms) => paused.push(ms),
  hostDelayMs: () => 0,
  quietHours: null,
  ...more,
});

describe('robots.txt', () => {
  let status = 200;
  let text = '';
  const site = (): Promise<Loopback> =>
    serve((_, response) => response.writeHead(status, { 'content-type': 'text/plain' }).end(text));
  beforeEach(() => {
    status = 200;
    text = '';
  });

  test('keeps from a page it forbids, for a reason that names both, and is asked once a day', async () => {
    text = 'User-agent: *\nDisallow: /private';
    const { url, seen } = await site();
    const context = contextOf();
    await expect(passRobots(context, `${url}/private/1`)).rejects.toThrow(
      `${url}/private/1: ${url}/robots.txt forbids`,
    );
    await Promise.all([1, 2, 3].map((n) => passRobots(context, `${url}/open/${n}`)));
    nowMs += hours(23);
    await passRobots(context, `${url}/open/4`);
    expect(seen.map((request) => request.url)).toEqual(['/robots.txt']);
    text = '';
    nowMs += hours(1);
    await passRobots(context, `${url}/private/1`);
    expect(seen).toHaveLength(2);
  });

  test('that is not there allows all', async () => {
    status = 404;
    text = 'User-agent: *\nDisallow: /';
    const { url } = await site();
    await passRobots(contextOf(), `${url}/a`);
  });

  test.each([500, 503, 429])(
    'that answers %i lets no page be asked for, until it answers or thirty days are over',
    async (code) => {
      status = code;
      const { url, seen } = await site();
      const context = contextOf();
      for (let n = 0; n < 2; n++) {
        await expect(passRobots(context, `${url}/a`)).rejects.toMatchObject({
          name: 'RetryLater',
          delayMs: minutes(10),
        });
      }
      expect(seen).toHaveLength(1);
      nowMs += minutes(10);
      await expect(passRobots(context, `${url}/a`)).rejects.toThrow("can't be reached");
      expect(seen).toHaveLength(2);
      await expect(passRobots({ ...context, waits: false }, `${url}/a`)).rejects.toMatchObject({ name: 'Error' });
      nowMs += days(2);
      await expect(passRobots(context, `${url}/a`)).rejects.toMatchObject({ name: 'Unprocessable' });
      nowMs += days(28);
      await passRobots(context, `${url}/a`);
    },
  );

  test('that stops answering is used as it was', async () => {
    text = 'User-agent: wiredesk\nDisallow: /private';
    const { url } = await site();
    const context = contextOf();
    await passRobots(context, `${url}/a`);
    status = 500;
    nowMs += days(2);
    await passRobots(context, `${url}/a`);
    await expect(passRobots(context, `${url}/private`)).rejects.toThrow('forbids');
  });

  test('is read as far as 500 KiB', async () => {
    text = `User-agent: *\nDisallow: /first\n${'#'.repeat(500 * 1024)}\nDisallow: /last\n`;
    const { url } = await site();
    await expect(passRobots(contextOf(), `${url}/first`)).rejects.toThrow('forbids');
    await passRobots(contextOf(), `${url}/last`);
  });

  test('slows every request to its host down by its crawl-delay', async () => {
    text = 'User-agent: *\nCrawl-delay: 7';
    const { url } = await site();
    const { host } = new URL(url);
    await passRobots(contextOf(), `${url}/a`);
    expect(await reserveSlot(db, host, 1000, noon)).toBe(0);
    expect(await reserveSlot(db, host, 1000, noon)).toBe(7000);
    expect(await reserveSlot(db, host, 1000, noon)).toBe(14_000);
    expect(await takeTurn(db, host, 1000, 60_000, noon)).toBe(0);
    expect(await takeTurn(db, host, 1000, 60_000, noon)).toBe(7000);
  });
});

describe("a host's turn", () => {
  test('lets one request out at a time, however many come at once, and sends those away that are too far behind', async () => {
    const waits = await Promise.all(Array.from({ length: 10 }, () => takeTurn(db, 'h', 1000, 3000, noon)));
    expect(waits.filter((wait) => wait !== null).sort((a, b) => a - b)).toEqual([0, 1000, 2000, 3000]);
    expect(await takeTurn(db, 'h', 1000, 3000, noon + 10_000)).toBe(0);
    expect(await takeTurn(db, 'other', 1000, 3000, noon)).toBe(0);
  });

  test('is waited for in place when it is near, and comes back later with a slot of its own when it is not', async () => {
    const context = contextOf({ hostDelayMs: () => 1000 });
    await takeHostTurn(context, 'https://wire.example/1');
    await takeHostTurn(context, 'https://wire.example/2');
    expect(paused).toEqual([1000]);
    await expect(takeHostTurn(context, 'https://wire.example/3')).rejects.toMatchObject({
      name: 'RetryLater',
      delayMs: 1500,
    });
    await expect(takeHostTurn(context, 'https://wire.example/4')).rejects.toMatchObject({ delayMs: 1500 });
    await expect(takeHostTurn(context, 'https://wire.example/5')).rejects.toMatchObject({ delayMs: 2000 });
    nowMs += 2000;
    await takeHostTurn(context, 'https://wire.example/3');
    expect(paused).toEqual([1000]);
  });
});
