import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Feed } from '../../../schemas/feed.ts';
import type { JobData } from '../../../schemas/job.ts';
import { listCaptures } from '../../../store/captures.ts';
import type { Database } from '../../../store/database.ts';
import { openDatabase } from '../../../store/database.ts';
import { addFeed, getFeed } from '../../../store/feeds.ts';
import { storyId } from '../../../store/identity.ts';
import { pollFeed } from '../../../workers/fetch/feed-worker.ts';
import { failure } from '../../../workers/fetch/http/conclude-fetch.ts';
import { capturePage } from '../../../workers/fetch/page-worker.ts';
import type { FetchContext } from '../../../workers/fetch/worker.ts';

const home = 'https://wire.example';
let db: Database;
let feed: Feed;
let web: Record<string, string>;
let jobs: JobData<'fetch-page'>[];
let now: number;

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.items, wiredesk.captures, wiredesk.feeds, wiredesk.entries, wiredesk.hosts CASCADE',
  );
  now = Date.UTC(2026, 10, 24);
  const url = `${home}/feed`;
  feed = await addFeed(
    db,
    { url, kind: 'feed', title: null, publisher: 'Wire', intervalMs: 60_000 },
    new Date(now).toISOString(),
  );
  web = {};
  jobs = [];
});

/** A desk whose web is `web`: address to body; `get` knows no other address. */
const context = (): FetchContext =>
  ({
    db,
    archive: {
      write: async () => ({ warcFile: 'a.warc.gz', warcOffset: 0, warcLength: 1 }),
      close: async () => undefined,
    },
    get: async (url: string) => {
      if (url.endsWith('/robots.txt')) return failure(url, 'HTTP 404', { status: 404 });
      const body = web[url];
      const found = failure(url, 'HTTP 404', { status: 404 });
      return body === undefined
        ? found
        : { ...found, outcome: 'ok', status: 200, error: null, body: Buffer.from(body) };
    },
    enqueue: async (stage: string, data: JobData<'fetch-page'>) => {
      if (stage === 'fetch-page') jobs.push(data);
    },
    now: () => now++,
    hostDelayMs: () => 0,
    userAgent: 'wiredesk',
    pause: async () => undefined,
  }) as unknown as FetchContext;

interface Line {
  url: string;
  guid: string;
  title?: string;
  date?: string;
}
async function poll(lines: Line[]): Promise<number> {
  const items = lines.map(
    ({ url, guid, title = 'Harbour talks', date = 'Mon, 23 Nov 2026 10:00:00 GMT' }) =>
      `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate></item>`,
  );
  web[`${home}/feed`] = `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;
  for (const { url } of lines) web[url] ??= '<html><body>Text</body></html>';
  await pollFeed(context(), { feedId: feed.id });
  const fetched = jobs.splice(0);
  for (const job of fetched) await capturePage(context(), job);
  return fetched.length;
}
const stories = async () => [...new Set((await listCaptures(db)).map((capture) => storyId(capture.url)))];

test('a feed that is published again with all new guids adds no story and fetches nothing', async () => {
  await poll([
    { url: `${home}/1`, guid: 'a' },
    { url: `${home}/2`, guid: 'b', title: 'Other' },
  ]);
  expect(
    await poll([
      { url: `${home}/1`, guid: 'c' },
      { url: `${home}/2`, guid: 'd', title: 'Other' },
    ]),
  ).toBe(0);
  expect(await stories()).toHaveLength(2);
});

test('a feed that moves to https, another host name or another spelling of its paths adds no story', async () => {
  await poll([{ url: 'http://www.wire.example/1/', guid: 'a' }]);
  await poll([{ url: `${home}/1?utm_source=rss`, guid: 'b', date: 'Tue, 24 Nov 2026 10:00:00 GMT' }]);
  expect(await stories()).toHaveLength(1);
});

test('a page under a new address is told by its guid, or by its title and date', async () => {
  await poll([
    { url: `${home}/old-1`, guid: 'a' },
    { url: `${home}/old-2`, guid: 'b', title: 'Second' },
  ]);
  await poll([
    { url: `${home}/new-1`, guid: 'a', title: 'Changed' },
    { url: `${home}/new-2`, guid: 'z', title: 'Second' },
  ]);
  expect(await stories()).toHaveLength(2);
  expect(await listCaptures(db)).toHaveLength(4);
});

test('a guid that all entries share, or an address that is still named, makes no page of two', async () => {
  await poll([{ url: `${home}/1`, guid: 'same', title: 'One' }]);
  await poll([
    { url: `${home}/1`, guid: 'same', title: 'One' },
    { url: `${home}/2`, guid: 'same', title: 'Two' },
  ]);
  await poll([
    { url: `${home}/3`, guid: 'same', title: 'Three' },
    { url: `${home}/4`, guid: 'same', title: 'Four' },
  ]);
  expect(await stories()).toHaveLength(4);
});

test('an AMP page and the page it names are one story, fetched by the page’s own address once that is known', async () => {
  const own = `${home}/news/harbour-talks`;
  const amp = 'https://amp.wire.example/s/17';
  web[amp] = `<html amp><head><link rel="canonical" href="${own}"></head><body>Text</body></html>`;
  await poll([{ url: amp, guid: 'a' }]);
  expect((await listCaptures(db)).map(({ url }) => url)).toEqual([own]);
  await poll([
    { url: amp, guid: 'a' },
    { url: own, guid: 'b', title: 'The page itself' },
  ]);
  expect(await stories()).toHaveLength(1);
  expect(await poll([{ url: amp, guid: 'a', date: 'Tue, 24 Nov 2026 10:00:00 GMT' }])).toBe(1);
  expect(await listCaptures(db)).toHaveLength(2);
  expect(await stories()).toHaveLength(1);
});

test('letters that no database takes are no reason to lose a feed', async () => {
  const items = [{ id: 'a\u0000b', url: `${home}/1`, title: 'Half a pair \ud83d, and a \u0000' }];
  web[`${home}/feed`] = JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'W\udc00', items });
  await pollFeed(context(), { feedId: feed.id });
  expect(await db.query('SELECT guid, title FROM wiredesk.entries')).toEqual([
    { guid: 'ab', title: 'Half a pair \uFFFD, and a' },
  ]);
});

test('two pages that name each other as their feed are a fault of the feed and no endless poll', async () => {
  const page = (path: string) =>
    `<html><head><link rel="alternate" type="application/rss+xml" href="${path}"></head></html>`;
  web = { [`${home}/feed`]: page('/other'), [`${home}/other`]: page('/feed') };
  expect(await pollFeed(context(), { feedId: feed.id })).toContain('add the feed itself');
  expect((await getFeed(db, feed.id))?.lastError).toContain(`names ${home}/feed`);
});
