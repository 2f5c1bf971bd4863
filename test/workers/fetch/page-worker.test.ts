import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openWarcWriter } from '../../../archive/warc-writer.ts';
import type { JobData } from '../../../schemas/job.ts';
import { capturesWithout, getCapture, listCaptures } from '../../../store/captures.ts';
import type { Database } from '../../../store/database.ts';
import { openDatabase } from '../../../store/database.ts';
import { getEntry, upsertEntry } from '../../../store/entries.ts';
import { setFeedState } from '../../../store/feeds.ts';
import { getItem, newestItems } from '../../../store/items.ts';
import { getRecheck } from '../../../store/rechecks.ts';
import { saveItems } from '../../../store/save-items.ts';
import { capturePage, recheckPages } from '../../../workers/fetch/page-worker.ts';
import type { FetchContext } from '../../../workers/fetch/worker.ts';
import { temporaryFolder } from '../../flow/desk.ts';
import { aFeed, aPage, aStory } from '../../store/desk-store.ts';
import { days, hours, noon } from './feed.ts';
import { closeAll, fetcher, serve } from './loopback.ts';

const folder = temporaryFolder();
const archive = openWarcWriter(folder.path);
let db: Database;
let nowMs = noon;
let enqueued: { stage: string; data: JobData<'fetch-page'> }[] = [];
let answer = { status: 200, text: 'Harbour talks resume.' };
let context: FetchContext;
let url = '';

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterEach(closeAll);
afterAll(async () => {
  await archive.close();
  await db.close();
  folder.dispose();
});

beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.feeds, wiredesk.entries, wiredesk.captures, wiredesk.items, wiredesk.rechecks, wiredesk.hosts CASCADE',
  );
  nowMs = noon;
  enqueued = [];
  answer = { status: 200, text: 'Harbour talks resume.' };
  const site = await serve((request, response) =>
    request.url === '/robots.txt'
      ? response.writeHead(404).end()
      : response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.text),
  );
  url = `${site.url}/1`;
  context = {
    db,
    archive,
    get: fetcher().fetch,
    secretsOf: async () => null,
    waits: true,
    post: async () => null,
    publicUrl: null,
    userAgent: 'wiredesk/0.1',
    enqueue: async (stage, data) => void enqueued.push({ stage, data: data as JobData<'fetch-page'> }),
    now: () => nowMs,
    pause: async () => {},
    hostDelayMs: () => 0,
    quietHours: null,
  };
});

/** The page as its feed names it, captured, with the story that the later stages make of it. */
async function capturedPage(published: number | null = noon) {
  const feed = await aFeed(db);
  const line = {
    url,
    guid: null,
    title: null,
    published: published === null ? null : new Date(published).toISOString(),
    updated: null,
    summary: null,
  };
  const { entry } = await upsertEntry(db, feed.id, line, 'm');
  const data = { feedId: feed.id, entryId: entry.id, mark: 'm' };
  await capturePage(context, data);
  await makeItems(data);
  return data;
}

async function makeItems(data: JobData<'fetch-page'>) {
  const feed = await aFeed(db);
  const entry = await getEntry(db, data.entryId);
  const capture = await getCapture(db, entry?.captureId ?? '');
  if (!capture) throw new Error('nothing was captured');
  const { changed, added } = await saveItems(
    db,
    aPage(feed, capture, [aStory(answer.text)]),
    new Date(nowMs).toISOString(),
  );
  return [...changed, ...added][0];
}

const story = async () => (await newestItems(db, { limit: 1 }))[0];

describe('a young page', () => {
  test('is looked at again after one hour, six hours, a day and a week, then no more', async () => {
    const data = await capturedPage();
    const looks: number[] = [];
    for (let hour = 0; hour < 24 * 10; hour++) {
      nowMs = noon + hours(hour);
      enqueued = [];
      await recheckPages(context);
      for (const job of enqueued) {
        expect(job).toEqual({ stage: 'fetch-page', data });
        looks.push(hour);
      }
    }
    expect(looks).toEqual([1, 6, 24, 24 * 7]);
  });

  test('that is the same byte for byte is no new capture; an edited one is, and is parsed', async () => {
    const data = await capturedPage();
    expect(await capturePage(context, data)).toBe('the page as it was');
    expect(await listCaptures(db)).toHaveLength(1);
    answer.text = 'Harbour talks break off.';
    enqueued = [];
    await capturePage(context, data);
    expect(enqueued.map(({ stage }) => stage)).toEqual(['parse']);
    expect(await makeItems(data)).toMatchObject({ version: 2, body: 'Harbour talks break off.' });
  });

  test('that is gone cancels its story for good', async () => {
    const data = await capturedPage();
    answer = { status: 410, text: '' };
    expect(await capturePage(context, data)).toBe('withdrawn (410 Gone); 1 items canceled');
    expect(await story()).toMatchObject({
      pubStatus: 'canceled',
      edNote: 'The publisher withdrew the page (410 Gone)',
    });
    expect(await getRecheck(db, data.entryId)).toMatchObject({ dueAt: null, goneAt: new Date(noon).toISOString() });
  });

  test('that is not found cancels its story, and is looked at again: back, though the same, it is usable again', async () => {
    const data = await capturedPage();
    const text = answer.text;
    answer = { status: 404, text: 'Not found' };
    await capturePage(context, data);
    expect((await story())?.pubStatus).toBe('canceled');
    nowMs += hours(1);
    enqueued = [];
    expect(await recheckPages(context)).toBe(1);
    answer = { status: 200, text };
    await capturePage(context, data);
    expect(await makeItems(data)).toMatchObject({ pubStatus: 'usable', edNote: null, version: 3 });
    expect((await getRecheck(db, data.entryId))?.goneAt).toBeNull();
  });

  test('that says it was withdrawn is kept as evidence, cancels its story with its own words, and is not parsed', async () => {
    const data = await capturedPage();
    answer.text = '<h1>Quartz Wire</h1><p>This story has been withdrawn.</p>';
    enqueued = [];
    await capturePage(context, data);
    expect(enqueued).toEqual([]);
    expect(await story()).toMatchObject({
      pubStatus: 'canceled',
      edNote: 'The publisher withdrew the page (it says: “This story has been withdrawn.”)',
    });
    const captureId = (await getEntry(db, data.entryId))?.captureId ?? '';
    expect((await getCapture(db, captureId))?.bytes).toBe(answer.text.length);
    expect((await capturesWithout(db, 'parsed')).map(({ id }) => id)).not.toContain(captureId);
    expect((await listCaptures(db)).map(({ id }) => id)).not.toContain(captureId);
    expect(await getItem(db, (await story())?.id ?? '')).toMatchObject({ version: 2 });
  });
});

test('an old page is not looked at again, nor one of a paused feed', async () => {
  expect(await getRecheck(db, (await capturedPage(noon - days(8))).entryId)).toBeNull();
  await db.query('TRUNCATE wiredesk.entries CASCADE');
  const data = await capturedPage(null);
  await setFeedState(db, data.feedId, 'paused');
  nowMs += hours(2);
  expect(await recheckPages(context)).toBe(0);
  await setFeedState(db, data.feedId, 'active');
  expect(await recheckPages(context)).toBe(1);
});
