import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Feed } from '../../schemas/feed.ts';
import type { Item } from '../../schemas/item.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/database.ts';
import { listDecisions } from '../../store/decision-log.ts';
import { importPersonIds } from '../../store/import-person-ids.ts';
import { getItem, listItems, newestItems } from '../../store/items.ts';
import { getPerson, listPeople } from '../../store/people.ts';
import { mergePeople, splitPerson, undoDecision } from '../../store/person-decisions.ts';
import { namedInFull } from '../../store/person-items.ts';
import { cancelPage, saveItems } from '../../store/save-items.ts';
import { aCapture, aCountry, aFeed, aPage, aPerson, aStory, at } from './desk-store.ts';

let db: Database;
let feed: Feed;
let captures = 0;

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.items, wiredesk.captures, wiredesk.feeds, wiredesk.people, wiredesk.person_decisions, wiredesk.person_merges, wiredesk.person_splits CASCADE; TRUNCATE wiredesk.sightings',
  );
  feed = await aFeed(db);
});

/** Saves a story that names these people, fetched on a day of November; answers it as readers get it. */
async function print(
  path: string,
  people: (string | ReturnType<typeof aPerson>)[],
  { day = 20, from = feed, codes = ['AZ'] }: { day?: number; from?: Feed; codes?: string[] } = {},
): Promise<Item> {
  captures += 1;
  const capture = await aCapture(db, from, `c${captures}`, at(1, day), `https://${from.publisher}.example/${path}`);
  const tags = {
    countries: codes.map(aCountry),
    people: people.map((person) => (typeof person === 'string' ? aPerson(person) : person)),
  };
  const { added, changed, unchanged } = await saveItems(
    db,
    aPage(from, capture, [aStory(`Story ${path} of day ${day}.`, tags)]),
    at(2, day),
  );
  return [...added, ...changed, ...unchanged][0] as Item;
}

const keysOf = async (item: Item): Promise<string[]> =>
  ((await getItem(db, item.id))?.people ?? []).map(({ key }) => key);

describe('the register is filled as items are saved', () => {
  test('one row a person: variants, roles over time, first and last seen, countries named beside them', async () => {
    const minister = aPerson('Lale Orhan', { role: 'Minister of Energy' });
    await print('1', [minister], { day: 3, codes: ['AZ', 'GE'] });
    await print('2', [aPerson('Lale Orhan', { role: 'Prime Minister', name: 'Lalə Orhan' })], { day: 9 });
    await print('3', ['Boris Kvarts'], { day: 12, codes: ['DE'] });
    const [first, second] = await listPeople(db, { limit: 9 });
    expect(first).toEqual({
      key: 'lale-orhan',
      name: 'Lale Orhan',
      wikidata: null,
      items: 2,
      firstSeen: at(1, 3),
      lastSeen: at(1, 9),
    });
    expect(second?.key).toBe('boris-kvarts');
    expect(await getPerson(db, 'lale orhan')).toMatchObject({
      key: 'lale-orhan',
      variants: [
        { text: 'Lale Orhan', items: 2 },
        { text: 'Lalə Orhan', items: 1 },
      ],
      roles: [
        { role: 'Prime Minister', firstSeen: at(1, 9) },
        { role: 'Minister of Energy', lastSeen: at(1, 3) },
      ],
      countries: [
        { code: 'AZ', items: 2 },
        { code: 'GE', items: 1 },
      ],
      publishers: [{ publisher: 'kvarts', items: 2 }],
    });
  });

  test('it says what the newest versions say: a correction takes a name out, a kill takes all out', async () => {
    await print('1', ['Lale Orhan', 'Boris Kvarts'], { day: 3 });
    await print('1', ['Boris Kvarts'], { day: 4 });
    expect((await listPeople(db, { limit: 9 })).map(({ key }) => key)).toEqual(['boris-kvarts']);
    await cancelPage(db, 'https://kvarts.example/1', 'gone', at(1, 5));
    expect(await listPeople(db, { limit: 9 })).toEqual([]);
  });

  test('a person is looked for by any part of a key or name; an unknown one is refused with the remedy', async () => {
    await print('1', ['Lale Orhan', 'Boris Kvarts']);
    expect((await listPeople(db, { search: 'ORHA', limit: 9 })).map(({ key }) => key)).toEqual(['lale-orhan']);
    await expect(getPerson(db, 'nobody')).rejects.toThrow('people list nobody');
  });
});

describe('two keys that are one person', () => {
  test('are merged: items, filter and register show one person, and no item gets a new version', async () => {
    const short = await print('1', ['Tony Orhan']);
    const both = await print('2', ['Antony Orhan', 'Tony Orhan']);
    const { next } = await listItems(db, { after: 0, limit: 9 });
    await mergePeople(db, { from: ['tony-orhan'], into: 'Antony Orhan' }, at(3));
    expect(await keysOf(short)).toEqual(['antony-orhan']);
    expect((await getItem(db, both.id))?.people).toMatchObject([
      { key: 'antony-orhan', name: 'Antony Orhan', mentions: [{ text: 'Antony Orhan' }, { text: 'Tony Orhan' }] },
    ]);
    expect(await newestItems(db, { person: 'tony-orhan', limit: 9 })).toHaveLength(2);
    expect(await newestItems(db, { person: 'antony-orhan', limit: 9 })).toHaveLength(2);
    expect(await listPeople(db, { limit: 9 })).toMatchObject([{ key: 'antony-orhan', name: 'Antony Orhan', items: 2 }]);
    expect(await getPerson(db, 'tony-orhan')).toMatchObject({ key: 'antony-orhan', mergedKeys: ['tony-orhan'] });
    expect((await listItems(db, { after: next, limit: 9 })).items).toEqual([]);
  });

  test('items saved later follow the merge, and undo gives every item its own key back', async () => {
    await print('1', ['Tony Orhan', 'Antony Orhan']);
    const { id } = await mergePeople(db, { from: ['tony-orhan'], into: 'antony-orhan' }, at(3));
    const later = await print('2', ['Tony Orhan']);
    expect(await keysOf(later)).toEqual(['antony-orhan']);
    expect(await undoDecision(db, null, at(4))).toMatchObject({ id, undoneAt: at(4) });
    expect(await keysOf(later)).toEqual(['tony-orhan']);
    expect((await listPeople(db, { limit: 9 })).map(({ key, items }) => [key, items])).toEqual([
      ['tony-orhan', 2],
      ['antony-orhan', 1],
    ]);
    await expect(undoDecision(db, id, at(5))).rejects.toThrow('undone already');
  });

  test('chains of merges end in one person; taking back the middle one parts them there', async () => {
    await print('1', ['A Orhan', 'B Orhan', 'C Orhan']);
    await mergePeople(db, { from: ['a-orhan'], into: 'b-orhan' }, at(3));
    const middle = await mergePeople(db, { from: ['b-orhan'], into: 'c-orhan' }, at(4));
    expect((await getPerson(db, 'a-orhan')).mergedKeys).toEqual(['a-orhan', 'b-orhan']);
    await undoDecision(db, middle.id, at(5));
    expect((await getPerson(db, 'a-orhan')).key).toBe('b-orhan');
    expect((await getPerson(db, 'c-orhan')).mergedKeys).toEqual([]);
    await expect(mergePeople(db, { from: ['b-orhan'], into: 'a-orhan' }, at(6))).rejects.toThrow('one person already');
  });
});

describe('one key that is two people', () => {
  test('is split by item: that item points to the other person, the rest stays; undo takes it back', async () => {
    const mine = await print('1', ['Anna Orhan']);
    const other = await print('2', ['Anna Orhan']);
    const order = { person: 'anna-orhan', items: [other.id], publishers: [], as: null, name: 'Anna Orhan (painter)' };
    await splitPerson(db, order, at(3));
    expect([await keysOf(mine), await keysOf(other)]).toEqual([['anna-orhan'], ['anna-orhan-2']]);
    expect(await getPerson(db, 'anna-orhan-2')).toMatchObject({ name: 'Anna Orhan (painter)', items: 1 });
    expect((await getPerson(db, 'anna-orhan')).items).toBe(1);
    await undoDecision(db, null, at(4));
    expect(await listPeople(db, { limit: 9 })).toMatchObject([{ key: 'anna-orhan', name: 'Anna Orhan', items: 2 }]);
    expect(await keysOf(other)).toEqual(['anna-orhan']);
    expect((await getPerson(db, 'anna-orhan')).items).toBe(2);
  });

  test('is split by publisher, for what it prints later too', async () => {
    const basalt = await aFeed(db, 'basalt');
    const first = await print('1', ['Anna Orhan'], { from: basalt });
    const stays = await print('2', ['Anna Orhan']);
    const order = { person: 'anna-orhan', items: [], publishers: ['basalt'], as: 'anna-orhan-judge', name: null };
    await splitPerson(db, order, at(3));
    const later = await print('3', ['Anna Orhan'], { from: basalt });
    const keys = await Promise.all([first, stays, later].map(keysOf));
    expect(keys).toEqual([['anna-orhan-judge'], ['anna-orhan'], ['anna-orhan-judge']]);
    await expect(splitPerson(db, { ...order, publishers: ['nobody'] }, at(4))).rejects.toThrow('nobody names no');
  });
});

describe('Wikidata ids from a file', () => {
  const id = (line: number, key: string, wikidata: string, name: string | null = null) => ({
    line,
    key,
    name,
    wikidata,
  });
  const order = (...ids: ReturnType<typeof id>[]) => ({ source: 'people.csv', ids, replace: false });

  test('stand on every item of the person, and wait for those whom no item has named yet', async () => {
    const item = await print('1', ['Lale Orhan']);
    await importPersonIds(db, order(id(2, 'lale-orhan', 'Q11'), id(3, 'boris-kvarts', 'Q12', 'Boris Kvarts')), at(3));
    expect((await getItem(db, item.id))?.people[0]?.wikidata).toBe('Q11');
    expect(await listPeople(db, { search: 'boris', limit: 9 })).toMatchObject([{ items: 0, wikidata: 'Q12' }]);
    expect((await print('2', ['Boris Kvarts'])).people[0]?.wikidata).toBe('Q12');
    await undoDecision(db, null, at(4));
    expect(await listPeople(db, { search: 'boris', limit: 9 })).toMatchObject([{ items: 1, wikidata: null }]);
  });

  test('never overwrite another id unasked; with replace they do, and undo brings the old ones back', async () => {
    await print('1', ['Lale Orhan']);
    await importPersonIds(db, order(id(2, 'lale-orhan', 'Q11')), at(3));
    await expect(importPersonIds(db, order(id(7, 'lale-orhan', 'Q99')), at(4))).rejects.toThrow('line 7');
    await importPersonIds(db, { ...order(id(7, 'lale-orhan', 'Q99')), replace: true }, at(5));
    expect((await getPerson(db, 'lale-orhan')).wikidata).toBe('Q99');
    await undoDecision(db, null, at(6));
    expect((await getPerson(db, 'lale-orhan')).wikidata).toBe('Q11');
    expect((await listDecisions(db)).map(({ action, undoneAt }) => [action, undoneAt])).toEqual([
      ['import', at(6)],
      ['import', null],
    ]);
  });

  test('taken back in any order end where they began', async () => {
    await print('1', ['Tony Orhan', 'Antony Orhan']);
    const wikidata = async () => (await getPerson(db, 'antony-orhan')).wikidata;
    const first = await importPersonIds(db, order(id(2, 'antony-orhan', 'Q11')), at(3));
    const merge = await mergePeople(db, { from: ['tony-orhan'], into: 'antony-orhan' }, at(4));
    const second = await importPersonIds(db, { ...order(id(2, 'antony-orhan', 'Q99')), replace: true }, at(5));
    await undoDecision(db, merge.id, at(6));
    expect(await wikidata()).toBe('Q99');
    await undoDecision(db, first.id, at(7));
    expect(await wikidata()).toBe('Q99');
    await undoDecision(db, second.id, at(8));
    expect(await wikidata()).toBeNull();
  });

  test('two ids for one person in one file are refused by line', async () => {
    const ids = order(id(2, 'lale-orhan', 'Q11'), id(5, 'lale-orhan', 'Q12'));
    await expect(importPersonIds(db, ids, at(3))).rejects.toThrow('lines 2 and 5');
  });

  test('go along with a merge; two people with two ids are not merged', async () => {
    await print('1', ['Tony Orhan', 'Antony Orhan', 'Boris Kvarts']);
    await importPersonIds(db, order(id(2, 'tony-orhan', 'Q11'), id(3, 'boris-kvarts', 'Q12')), at(3));
    await mergePeople(db, { from: ['tony-orhan'], into: 'antony-orhan' }, at(4));
    expect((await getPerson(db, 'antony-orhan')).wikidata).toBe('Q11');
    const both = { from: ['boris-kvarts'], into: 'antony-orhan' };
    await expect(mergePeople(db, both, at(5))).rejects.toThrow('two Wikidata ids');
  });
});

describe("a publisher's memory", () => {
  const asked = { publisher: 'kvarts', surnames: ['orhan'], firstNames: [], from: at(0, 1), to: at(1, 20) };

  test('knows whom its items named in full, how often, and only before the end of the time asked for', async () => {
    await print('1', ['Lale Orhan'], { day: 5 });
    await print('2', ['Lale Orhan', 'Boris Kvarts'], { day: 6 });
    await print('3', ['Anna Orhan'], { day: 21 });
    await print('4', [aPerson('Orhan', { key: 'orhan' })], { day: 6 });
    await print('5', [aPerson('Lale Orhan', { nameFrom: 'publisher' })], { day: 7 });
    await print('6', ['Lale Orhan'], { day: 7, from: await aFeed(db, 'basalt') });
    expect(await namedInFull(db, asked)).toEqual([{ key: 'lale-orhan', name: 'Lale Orhan', items: 2 }]);
    expect(await namedInFull(db, { ...asked, from: at(2, 6) })).toEqual([]);
  });

  test('knows people by the first word of their names where it is asked for', async () => {
    await print('1', ['Orhan Lale', 'Lale Orhan'], { day: 5 });
    expect(await namedInFull(db, asked)).toMatchObject([{ name: 'Lale Orhan' }]);
    const either = await namedInFull(db, { ...asked, firstNames: ['orhan'] });
    expect(either.map(({ name }) => name).sort()).toEqual(['Lale Orhan', 'Orhan Lale']);
  });

  test('takes people merged by hand for one', async () => {
    await print('1', ['Tony Orhan', 'Antony Orhan'], { day: 5 });
    await print('2', ['Antony Orhan'], { day: 6 });
    await mergePeople(db, { from: ['tony-orhan'], into: 'antony-orhan' }, at(3));
    expect(await namedInFull(db, asked)).toMatchObject([{ key: 'antony-orhan', name: 'Antony Orhan' }]);
  });
});
