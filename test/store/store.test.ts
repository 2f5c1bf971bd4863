import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { FeedEntry } from '../../schemas/entry.ts';
import type { Feed } from '../../schemas/feed.ts';
import { capturesWithout, getCapture, listCaptures } from '../../store/captures.ts';
import { counts } from '../../store/counts.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/database.ts';
import { addDeadLetter, failureFingerprint, listDeadLetters, takeDeadLetter } from '../../store/dead-letters.ts';
import { driftedPages, shapesBefore } from '../../store/drift.ts';
import { getEntry, pendingEntries, recordFetch, upsertEntry } from '../../store/entries.ts';
import { addFeed, findFeed, listFeeds, removeFeed, setFeedState } from '../../store/feeds.ts';
import { reserveSlot } from '../../store/hosts.ts';
import { getParsed, markEnriched, saveParsed } from '../../store/parsed.ts';
import { recordCheck } from '../../store/schedule.ts';
import { aCapture, aCheck, aFeed, at } from './desk-store.ts';

let db: Database;
let feed: Feed;

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.items, wiredesk.captures, wiredesk.feeds, wiredesk.entries, wiredesk.dead_letters, wiredesk.hosts CASCADE',
  );
  feed = await aFeed(db);
});

const line = (changes: Partial<FeedEntry> = {}): FeedEntry & { url: string } => ({
  guid: 'g1',
  title: 'Harbour talks',
  published: at(1),
  updated: null,
  summary: null,
  ...changes,
  url: 'https://kvarts.example/1',
});

test('a feed that is added again keeps its id, its state and its history', async () => {
  await setFeedState(db, feed.id, 'paused');
  await recordCheck(db, feed.id, aCheck({ etag: '"1"' }));
  const again = await addFeed(
    db,
    { url: feed.url, kind: 'feed', title: null, publisher: 'Kvarts', intervalMs: 5000 },
    at(9),
  );
  expect(again).toEqual({
    ...feed,
    publisher: 'Kvarts',
    intervalMs: 5000,
    state: 'paused',
    etag: '"1"',
    lastOutcome: 'entries',
    lastCheckedAt: at(2),
    nextCheckAt: at(3),
    nextCheckReason: 'its cadence',
    cadenceMs: 60_000,
  });
  expect(await listFeeds(db)).toEqual([again]);
});

test('a feed is found by id or URL, and its captures outlive it', async () => {
  await aCapture(db, feed, 'c1', at(1));
  expect(await findFeed(db, feed.url)).toEqual(feed);
  expect(await findFeed(db, feed.id)).toEqual(feed);
  expect(await removeFeed(db, feed.id)).toBe(true);
  expect(await removeFeed(db, feed.id)).toBe(false);
  expect(await findFeed(db, feed.url)).toBeNull();
  expect(await recordCheck(db, feed.id, aCheck())).toBeNull();
  expect((await getCapture(db, 'c1'))?.warcOffset).toBe(3_000_000_000);
});

test('a known page is never dropped: a new mark makes it pending again, the same mark does not', async () => {
  const { entry, changed } = await upsertEntry(db, feed.id, line(), 'm1');
  expect(changed).toBe(true);
  expect(await pendingEntries(db)).toEqual([entry]);
  await recordFetch(db, entry.id, { mark: 'm1', captureId: 'c1', etag: '"e"', lastModified: null });
  expect(await pendingEntries(db)).toEqual([]);
  expect((await upsertEntry(db, feed.id, line(), 'm1')).changed).toBe(false);
  expect((await upsertEntry(db, feed.id, line({ title: 'Corrected' }), 'm2')).changed).toBe(true);
  expect(await pendingEntries(db)).toMatchObject([{ id: entry.id, title: 'Corrected', captureId: 'c1', etag: '"e"' }]);
  await recordFetch(db, entry.id, { mark: 'm2', etag: '"e"', lastModified: null });
  expect(await getEntry(db, entry.id)).toMatchObject({ captureId: 'c1', fetchedMark: 'm2' });
});

test('a mark that comes while the page is being fetched stays pending', async () => {
  const { entry } = await upsertEntry(db, feed.id, line(), 'm1');
  await upsertEntry(db, feed.id, line(), 'm2');
  await recordFetch(db, entry.id, { mark: 'm1', captureId: 'c1', etag: null, lastModified: null });
  expect(await pendingEntries(db)).toHaveLength(1);
});

test('two feeds that name one page with marks of their own do not make it flip at every poll', async () => {
  const other = await aFeed(db, 'basalt');
  const { entry } = await upsertEntry(db, feed.id, line(), 'm1');
  await recordFetch(db, entry.id, { mark: 'm1', captureId: 'c1', etag: null, lastModified: null });
  expect((await upsertEntry(db, other.id, line(), 'other')).changed).toBe(false);
  expect((await upsertEntry(db, feed.id, line(), 'm1')).changed).toBe(false);
  expect((await upsertEntry(db, other.id, line(), 'other')).changed).toBe(false);
  expect((await upsertEntry(db, other.id, line(), 'other 2')).changed).toBe(true);
});

test('the sweep leaves alone what waits as a dead letter and what belongs to a paused feed', async () => {
  const { entry } = await upsertEntry(db, feed.id, line(), 'm1');
  const letter = {
    stage: 'fetch-page' as const,
    data: { feedId: feed.id, entryId: entry.id },
    subject: entry.url,
    reason: 'timeout',
    attempts: 3,
    failedAt: at(1),
  };
  const { id } = await addDeadLetter(db, letter);
  expect(await pendingEntries(db)).toEqual([]);
  await takeDeadLetter(db, id);
  expect(await pendingEntries(db)).toHaveLength(1);
  await setFeedState(db, feed.id, 'paused');
  expect(await pendingEntries(db)).toEqual([]);
});

const shape = { briefs: 0, storyChars: 0, drift: null };

test('a capture is swept until it is parsed, then until its items are made, then no more', async () => {
  await aCapture(db, feed, 'c1', at(1));
  const ids = async (what: 'parsed' | 'items') => (await capturesWithout(db, what)).map((capture) => capture.id);
  expect([await ids('parsed'), await ids('items')]).toEqual([['c1'], []]);
  const page = {
    page: {
      url: 'https://kvarts.example/1',
      title: null,
      language: 'en',
      published: null,
      suspect: null,
      profile: null,
    },
    items: [],
    furniture: [{ text: 'Menu', reason: 'menu' }],
  };
  await saveParsed(db, 'c1', 'parser/1', page, shape);
  expect([await ids('parsed'), await ids('items')]).toEqual([[], ['c1']]);
  await markEnriched(db, 'c1', 'enricher/1');
  expect(await getParsed(db, 'c1')).toEqual({ captureId: 'c1', parser: 'parser/1', enricher: 'enricher/1', page });
  expect([await ids('parsed'), await ids('items')]).toEqual([[], []]);
  await addDeadLetter(db, {
    stage: 'enrich',
    data: { captureId: 'c1' },
    subject: 'c1',
    reason: 'x',
    attempts: 1,
    failedAt: at(1),
  });
  await saveParsed(db, 'c1', 'parser/2', page, shape);
  expect(await ids('items')).toEqual([]);
});

test('a page is compared with the earlier pages of its publisher, over all of its feeds, and told where it drifted', async () => {
  const second = await addFeed(
    db,
    { url: 'https://kvarts.example/world', kind: 'feed', title: null, publisher: feed.publisher, intervalMs: 60_000 },
    at(0),
  );
  const other = await aFeed(db, 'basalt');
  const page = {
    page: { url: 'u', title: null, language: null, published: null, suspect: null, profile: null },
    items: [],
    furniture: [],
  };
  const save = async (of: Feed, id: string, hour: number, briefs: number, drift: string | null = null) => {
    const capture = await aCapture(db, of, id, at(hour));
    await saveParsed(db, id, 'parser/1', page, { briefs, storyChars: 900, drift });
    return capture;
  };
  await save(feed, 'd1', 1, 4);
  await save(second, 'd2', 2, 3);
  await save(other, 'd3', 3, 99);
  const newest = await save(feed, 'd4', 4, 0, 'no briefs');
  await save(feed, 'd5', 5, 7);
  expect(await shapesBefore(db, newest)).toEqual([
    { briefs: 3, storyChars: 900 },
    { briefs: 4, storyChars: 900 },
  ]);
  expect((await driftedPages(db, at(0))).map(({ captureId, drift }) => [captureId, drift])).toEqual([
    ['d4', 'no briefs'],
  ]);
  expect(await driftedPages(db, at(5))).toEqual([]);
});

test('captures are listed oldest first, a page at a time, by feed and by time', async () => {
  const other = await aFeed(db, 'basalt');
  for (let n = 0; n < 5; n += 1) await aCapture(db, n === 4 ? other : feed, `c${n}`, at(n === 1 ? 0 : n));
  const ids = (list: { id: string }[]) => list.map((one) => one.id);
  const firstTwo = await listCaptures(db, { limit: 2 });
  expect(ids(firstTwo)).toEqual(['c0', 'c1']);
  expect(ids(await listCaptures(db, { after: 'c1' }))).toEqual(['c2', 'c3', 'c4']);
  expect(ids(await listCaptures(db, { feedId: feed.id, from: at(2), to: at(4) }))).toEqual(['c2', 'c3']);
});

test('dead letters of one cause share a fingerprint, and a job that fails again has one letter', async () => {
  const same = failureFingerprint('parse', 'no text in https://a.example/1?x=2 after 30 ms');
  expect(failureFingerprint('parse', 'No text in https://b.example/other  after 4 ms')).toBe(same);
  expect(failureFingerprint('enrich', 'no text in https://a.example/1 after 30 ms')).not.toBe(same);
  const letter = {
    stage: 'parse' as const,
    data: { captureId: 'c1' },
    subject: 'https://a.example/1',
    reason: 'no text',
    attempts: 1,
    failedAt: at(1),
  };
  await addDeadLetter(db, letter);
  const { id } = await addDeadLetter(db, { ...letter, reason: 'empty shell', failedAt: at(2) });
  expect(await listDeadLetters(db)).toMatchObject([
    { id, reason: 'empty shell', failedAt: at(2), data: { captureId: 'c1' } },
  ]);
  expect((await takeDeadLetter(db, id))?.id).toBe(id);
  expect(await takeDeadLetter(db, id)).toBeNull();
});

test('slots at a host follow each other at the asked distance; another host is free', async () => {
  const waits = await Promise.all([1, 2, 3].map(() => reserveSlot(db, 'a.example', 1000, 5_000_000_000_000)));
  expect(waits.sort((a, b) => a - b)).toEqual([0, 1000, 2000]);
  expect(await reserveSlot(db, 'b.example', 1000, 5_000_000_000_000)).toBe(0);
  expect(await reserveSlot(db, 'a.example', 1000, 5_000_000_010_000)).toBe(0);
});

test('an empty desk counts to nothing', async () => {
  await removeFeed(db, feed.id);
  const all = await counts(db);
  expect({ ...all, newestSeq: 0 }).toEqual(Object.fromEntries(Object.keys(all).map((name) => [name, 0])));
});

test('a feed is late when its poll has been due for ten minutes; a paused one is neither late nor failing', async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const told = async () => {
    const { feedsLate, feedsFailing } = await counts(db);
    return [feedsLate, feedsFailing];
  };
  await recordCheck(db, feed.id, aCheck({ nextCheckAt: ago(5), error: 'HTTP 500' }));
  expect(await told()).toEqual([0, 1]);
  await recordCheck(db, feed.id, aCheck({ nextCheckAt: ago(15), error: 'HTTP 500' }));
  expect(await told()).toEqual([1, 1]);
  await setFeedState(db, feed.id, 'paused');
  expect(await told()).toEqual([0, 0]);
});
