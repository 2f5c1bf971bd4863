import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/database.ts';
import { addFeed, changeFeed, findFeed, setFeedState, setFeedUrl } from '../../store/feeds.ts';
import { anyDue, claimDue, feedToPoll, recordCheck } from '../../store/schedule.ts';
import { aCheck, aFeed, at } from './desk-store.ts';

let db: Database;
const leaseMs = 900_000;
const now = Date.parse(at(2));
const claim = async (nowMs: number, limit = 10) => {
  const due = await claimDue(db, nowMs, limit, leaseMs);
  return due.map(({ id, repaired }) => `${id} ${repaired ? 'repaired' : 'due'}`);
};

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
beforeEach(() => db.query('TRUNCATE wiredesk.feeds'));
afterAll(() => db.close());

test('a new feed is due at once, once, and again when its recorded check says so', async () => {
  const { id } = await aFeed(db);
  expect(await anyDue(db, now)).toBe(true);
  expect(await claim(now)).toEqual([`${id} due`]);
  expect(await claim(now)).toEqual([]);
  expect(await anyDue(db, now)).toBe(false);
  await recordCheck(db, id, aCheck({ nextCheckAt: at(3) }));
  expect(await claim(Date.parse(at(3)) - 1)).toEqual([]);
  expect(await claim(Date.parse(at(3)))).toEqual([`${id} due`]);
});

test('a poll that was lost is asked for again after its lease, and counted as a repair', async () => {
  const { id } = await aFeed(db);
  await claim(now);
  expect(await claim(now + leaseMs - 1)).toEqual([]);
  expect(await claim(now + leaseMs)).toEqual([`${id} repaired`]);
  expect((await findFeed(db, id))?.repairs).toBe(1);
});

test('breaking feeds come first, backfill last, those that are due longest before the others', async () => {
  for (const lane of ['backfill', 'live', 'breaking'] as const) {
    for (const name of ['a', 'b']) {
      const url = `https://${lane}.example/${name}`;
      const { id } = await addFeed(
        db,
        { url, kind: 'feed', title: null, publisher: 'x', intervalMs: 60_000, lane },
        at(0),
      );
      await recordCheck(db, id, aCheck({ nextCheckAt: at(name === 'a' ? 2 : 1) }));
    }
  }
  const due = await claimDue(db, now, 5, leaseMs);
  expect(due.map(({ lane }) => lane)).toEqual(['breaking', 'breaking', 'live', 'live', 'backfill']);
  expect((await findFeed(db, due[4]?.id ?? ''))?.url).toBe('https://backfill.example/b');
});

test('a paused feed is not due and stays paused through a poll that was under way; resumed it is due at once', async () => {
  const { id } = await aFeed(db);
  await claim(now);
  await setFeedState(db, id, 'paused');
  await recordCheck(db, id, aCheck({ nextCheckAt: at(3), state: 'active' }));
  expect((await findFeed(db, id))?.state).toBe('paused');
  expect(await claim(Date.parse(at(9)))).toEqual([]);
  await setFeedState(db, id, 'active');
  expect(await claim(now)).toEqual([`${id} due`]);
});

test('a gone feed is still asked, and active again when its check says so', async () => {
  const { id } = await aFeed(db);
  await recordCheck(db, id, aCheck({ state: 'gone', nextCheckAt: at(3) }));
  expect(await claim(Date.parse(at(3)))).toEqual([`${id} due`]);
  await recordCheck(db, id, aCheck());
  expect((await findFeed(db, id))?.state).toBe('active');
});

test('a changed schedule counts from now, and a window is taken away by null', async () => {
  const { id } = await aFeed(db);
  await recordCheck(db, id, aCheck({ nextCheckAt: at(9), cadenceMs: 300_000 }));
  expect(await changeFeed(db, id, { intervalMs: 1000, lane: 'breaking', window: '06:00-08:00' })).toMatchObject({
    intervalMs: 1000,
    cadenceMs: 1000,
    lane: 'breaking',
    window: '06:00-08:00',
  });
  expect(await claim(now)).toEqual([`${id} due`]);
  expect((await changeFeed(db, id, { publisher: 'Other' }))?.window).toBe('06:00-08:00');
  expect((await changeFeed(db, id, { window: null }))?.window).toBeNull();
});

test('what a poll must remember comes back, and a new address does not split the feed in two', async () => {
  const first = await aFeed(db);
  const habit = [{ day: 20_000, pauseMs: 5 }];
  await recordCheck(db, first.id, aCheck({ habit, seenShare: 0.5, movedTo: 'https://n.example/', movedTimes: 3 }));
  const known = await feedToPoll(db, first.id);
  expect(known?.habit).toEqual(habit);
  expect(known?.feed).toMatchObject({ seenShare: 0.5, movedTo: 'https://n.example/', movedTimes: 3 });
  expect(await setFeedUrl(db, first.id, 'https://n.example/', false)).toBe(true);
  expect(await findFeed(db, 'https://n.example/')).toMatchObject({ id: first.id, movedTo: null, movedTimes: 0 });
  // The address it was first added by is still its own.
  expect((await aFeed(db)).id).toBe(first.id);
  const other = await aFeed(db, 'basalt');
  expect(await setFeedUrl(db, other.id, (await aFeed(db)).url, true)).toBe(false);
});
