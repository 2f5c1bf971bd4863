import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Feed } from '../../schemas/feed.ts';
import { itemSchema } from '../../schemas/item.ts';
import { counts } from '../../store/counts.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/database.ts';
import { entryId, upsertEntry } from '../../store/entries.ts';
import { getItem, getItemVersions, listItems, newestItems } from '../../store/items.ts';
import { planItems } from '../../store/plan-items.ts';
import { markGone } from '../../store/rechecks.ts';
import { cancelPage, saveItems } from '../../store/save-items.ts';
import { aBrief, aCapture, aCountry, aFeed, aPage, aPerson, aStory, at } from './desk-store.ts';

let db: Database;
let feed: Feed;

const ferry =
  'The ferry between Port Vell and the island of Sarn will not sail until Monday because of storms, the harbour office said on 22 November, and passengers are asked to keep their tickets for a later day.';
const ferryCorrected = ferry.replace('Monday', 'Tuesday');
const budget =
  'Parliament adopted the budget for next year in its first reading with sixty votes in favour and twelve against.';
const storyBody = 'Delegations met again in the old customs house.\n\nA second round is planned for spring.';

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.items, wiredesk.captures, wiredesk.feeds, wiredesk.entries, wiredesk.dead_letters CASCADE; TRUNCATE wiredesk.sightings',
  );
  feed = await aFeed(db);
});

test('a page becomes one story and its briefs, linked both ways, in the shape every reader knows', async () => {
  const page = aPage(feed, await aCapture(db, feed, 'c1', at(1)), [
    aStory(storyBody),
    aBrief(ferry, { section: 'Politics' }),
    aBrief(budget),
  ]);
  const { added } = await saveItems(db, page, at(2));
  for (const item of added) expect(itemSchema.parse(item)).toEqual(item);
  const [story, first, second] = added;
  expect(added.map((item) => item.kind)).toEqual(['story', 'brief', 'brief']);
  expect(story?.briefIds).toEqual([first?.id, second?.id]);
  expect(first).toMatchObject({
    storyId: story?.id,
    version: 1,
    section: 'Politics',
    sightings: [{ captureId: 'c1', position: 1 }],
  });
  expect(added.map((item) => item.seq)).toEqual([...added.map((item) => item.seq)].sort((a, b) => a - b));
  const told = await listItems(db, { after: 0, limit: 10 });
  expect(told.items).toEqual(added);
  expect(told.next).toBe(second?.seq);
});

test('saving the same page again tells nobody', async () => {
  const page = aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aStory(storyBody), aBrief(ferry)]);
  const before = await saveItems(db, page, at(2));
  const again = await saveItems(db, page, at(3));
  expect(again).toMatchObject({ added: [], changed: [], removed: [] });
  expect(again.unchanged).toEqual(before.added);
});

test('a corrected story is its next version, and the old one stays readable', async () => {
  const { added } = await saveItems(db, aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aStory(storyBody)]), at(2));
  const corrected = storyBody.replace('spring', 'summer');
  const { changed } = await saveItems(
    db,
    aPage(feed, await aCapture(db, feed, 'c2', at(3)), [aStory(corrected)]),
    at(4),
  );
  expect(changed[0]).toMatchObject({ id: added[0]?.id, version: 2, firstCreated: at(2), versionCreated: at(4) });
  expect(changed[0]?.seq).toBeGreaterThan(added[0]?.seq ?? 0);
  const versions = await getItemVersions(db, added[0]?.id ?? '');
  expect(versions.map((item) => item.body)).toEqual([storyBody, corrected]);
  expect((await listItems(db, { after: added[0]?.seq ?? 0, limit: 10 })).items).toEqual(changed);
});

test('the same brief on ten pages is one item with ten sightings, whatever label stands above it', async () => {
  for (let n = 0; n < 10; n += 1) {
    const capture = await aCapture(db, feed, `c${n}`, at(n), `https://kvarts.example/${n}`);
    await saveItems(
      db,
      aPage(feed, capture, [aBrief(ferry.toUpperCase().replace(',', ' ,'), { body: ferry, section: `Label ${n}` })]),
      at(n),
    );
  }
  const items = await newestItems(db, { limit: 50 });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ version: 1, section: 'Label 0' });
  expect(items[0]?.sightings).toHaveLength(10);
});

test('one page that prints a brief twice gives one item with two positions', async () => {
  const { added } = await saveItems(
    db,
    aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aBrief(ferry), aBrief(`  ${ferry} `)]),
    at(2),
  );
  expect(added).toHaveLength(1);
  expect(added[0]?.sightings.map((one) => one.position)).toEqual([0, 1]);
});

test('a reworded brief is the next version of the same brief, and the old wording on an old page changes it back no more', async () => {
  const first = aPage(feed, await aCapture(db, feed, 'c1', at(1), 'https://kvarts.example/1'), [aBrief(ferry)]);
  const second = aPage(feed, await aCapture(db, feed, 'c2', at(5), 'https://kvarts.example/2'), [
    aBrief(ferryCorrected),
  ]);
  const { added } = await saveItems(db, first, at(2));
  const { changed } = await saveItems(db, second, at(6));
  expect(changed[0]).toMatchObject({ id: added[0]?.id, version: 2, body: ferryCorrected });
  const later = aPage(feed, await aCapture(db, feed, 'c3', at(7), 'https://kvarts.example/1'), [aBrief(ferry)]);
  expect(await saveItems(db, later, at(8))).toMatchObject({ added: [], changed: [] });
  expect((await getItem(db, added[0]?.id ?? ''))?.body).toBe(ferryCorrected);
});

test('a like brief of another publisher, or of another month, is another brief', async () => {
  const other = await aFeed(db, 'basalt');
  await saveItems(db, aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aBrief(ferry)]), at(2));
  const elsewhere = await aCapture(db, other, 'c2', at(3), 'https://basalt.example/1');
  expect((await saveItems(db, aPage(other, elsewhere, [aBrief(ferryCorrected)]), at(4))).added).toHaveLength(1);
  const nextMonth = await aCapture(db, feed, 'c3', at(1, 22 + 15), 'https://kvarts.example/9');
  expect((await saveItems(db, aPage(feed, nextMonth, [aBrief(ferryCorrected)]), at(2, 22 + 15))).added).toHaveLength(1);
});

test('two like briefs on one page stay two, on the first save and on every later one', async () => {
  const twins = [aBrief(ferry), aBrief(ferryCorrected)];
  const page = aPage(feed, await aCapture(db, feed, 'c1', at(1)), twins);
  expect((await saveItems(db, page, at(2))).added).toHaveLength(2);
  expect((await saveItems(db, page, at(3))).unchanged).toHaveLength(2);
});

test('a brief that is the lead of a story we hold is linked to it, whichever came first', async () => {
  const lead = storyBody.split('\n\n')[0] ?? '';
  const digest = aPage(feed, await aCapture(db, feed, 'c1', at(1), 'https://kvarts.example/digest'), [aBrief(lead)]);
  const { added } = await saveItems(db, digest, at(2));
  const story = await saveItems(db, aPage(feed, await aCapture(db, feed, 'c2', at(3)), [aStory(storyBody)]), at(4));
  expect((await getItem(db, added[0]?.id ?? ''))?.leadOf).toBe(story.added[0]?.id);
});

test('an older capture that is processed late does not bring an old text back', async () => {
  const old = await aCapture(db, feed, 'c1', at(1));
  await saveItems(db, aPage(feed, await aCapture(db, feed, 'c2', at(3)), [aStory('New text.')]), at(4));
  const { changed, unchanged } = await saveItems(db, aPage(feed, old, [aStory('Old text.')]), at(5));
  expect(changed).toEqual([]);
  expect(unchanged[0]).toMatchObject({ body: 'New text.', version: 1 });
});

test('a page that is gone cancels its story and briefs once, and the page coming back makes them usable again', async () => {
  const items = [aStory(storyBody), aBrief(ferry)];
  await saveItems(db, aPage(feed, await aCapture(db, feed, 'c1', at(1)), items), at(2));
  const [story, brief, ...more] = await cancelPage(db, 'https://kvarts.example/1', '410 Gone', at(3));
  expect(more).toEqual([]);
  expect(story).toMatchObject({ kind: 'story', pubStatus: 'canceled', version: 2, body: storyBody });
  expect(story?.edNote).toBe('The publisher withdrew the page (410 Gone)');
  expect(brief).toMatchObject({ kind: 'brief', pubStatus: 'canceled', version: 2, body: ferry });
  expect(brief?.edNote).toContain('https://kvarts.example/1 was withdrawn');
  expect(await cancelPage(db, 'https://kvarts.example/1', 'again', at(4))).toEqual([]);
  expect(await cancelPage(db, 'https://kvarts.example/none', 'none', at(4))).toEqual([]);
  expect(await newestItems(db, { limit: 9, usableOnly: true })).toEqual([]);
  const back = await saveItems(db, aPage(feed, await aCapture(db, feed, 'c2', at(5)), items), at(6));
  expect(back.changed).toHaveLength(2);
  for (const item of back.changed) expect(item).toMatchObject({ pubStatus: 'usable', edNote: null, version: 3 });
});

test('a brief that another page prints lives on, until that page is gone too', async () => {
  const line = (n: number) => ({
    url: `https://kvarts.example/${n}`,
    guid: null,
    title: null,
    published: null,
    updated: null,
    summary: null,
  });
  for (const n of [1, 2]) {
    const { entry } = await upsertEntry(db, feed.id, line(n), 'm');
    const capture = await aCapture(db, feed, `c${n}`, at(n), entry.url, entry.id);
    await saveItems(db, aPage(feed, capture, [aStory(`Story ${n}.`), aBrief(ferry)]), at(n));
  }
  const canceled = async (n: number) => {
    await markGone(db, entryId(line(n).url), Date.parse(at(5)), true);
    return (await cancelPage(db, line(n).url, '404 Not Found', at(5))).map((item) => item.kind);
  };
  expect(await canceled(1)).toEqual(['story']);
  expect(await canceled(2)).toEqual(['story', 'brief']);
});

test('a dry run tells what a replay would do and writes nothing; applied, a second run finds nothing to do', async () => {
  const capture = await aCapture(db, feed, 'c1', at(1));
  await saveItems(db, aPage(feed, capture, [aStory(storyBody), aBrief(ferry), aBrief(budget)]), at(2));
  const replay = aPage(
    feed,
    capture,
    [aStory(storyBody, { byline: 'A. Reporter' }), aBrief(ferry), aBrief('A new brief.')],
    {
      parser: 'parser/2',
      replayId: 'r1',
      enricher: 'enricher/2',
      models: { gazetteer: 'gazetteer/2' },
    },
  );
  const seqBefore = (await counts(db)).newestSeq;
  const plan = await planItems(db, replay, at(3));
  const shape = (changes: typeof plan) =>
    [changes.added, changes.changed, changes.unchanged, changes.removed].map((list) => list.map((item) => item.body));
  expect(shape(plan)).toEqual([['A new brief.'], [storyBody], [ferry], [budget]]);
  expect((await counts(db)).newestSeq).toBe(seqBefore);
  const applied = await saveItems(db, replay, at(4));
  expect(shape(applied)).toEqual(shape(plan));
  expect(applied.removed[0]).toMatchObject({
    pubStatus: 'canceled',
    provenance: { parser: 'parser/2', enricher: 'enricher/1', models: {} },
    edNote: 'parser/2 no longer finds this on the page',
    version: 2,
  });
  expect(applied.changed[0]?.provenance).toMatchObject({ parser: 'parser/2', replayId: 'r1' });
  expect(shape(await planItems(db, replay, at(5)))).toEqual([[], [], [storyBody, ferry, 'A new brief.'], []]);
  const undone = await saveItems(
    db,
    aPage(feed, capture, [aStory(storyBody), aBrief(budget)], { replayId: 'r2' }),
    at(6),
  );
  expect(undone.changed.map((item) => item.pubStatus)).toEqual(['usable', 'usable']);
});

test('writers at once leave a sequence without a hole a reader could miss', async () => {
  const captures = await Promise.all(
    Array.from({ length: 12 }, (_, n) => aCapture(db, feed, `c${n}`, at(1), `https://kvarts.example/${n}`)),
  );
  await Promise.all(
    captures.map((capture, n) => saveItems(db, aPage(feed, capture, [aStory(`Text ${n}`), aBrief(ferry)]), at(2))),
  );
  const { items } = await listItems(db, { after: 0, limit: 100 });
  expect(items).toHaveLength(13);
  expect(await counts(db)).toMatchObject({ stories: 12, briefs: 1, sightings: 24, captures: 12, feeds: 1 });
});

test('the newest items are found by a country they name, one they are about, and a person', async () => {
  const tags = { countries: [aCountry('AZ'), aCountry('GE')], about: ['GE'], people: [aPerson('Lale Orhan')] };
  await saveItems(
    db,
    aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aStory(storyBody, tags), aBrief(ferry)]),
    at(2),
  );
  expect(await newestItems(db, { limit: 5, country: 'az' })).toHaveLength(1);
  expect(await newestItems(db, { limit: 5, person: 'lale orhan', country: 'AZ' })).toHaveLength(1);
  expect(await newestItems(db, { limit: 5, person: 'lale-orhan' })).toHaveLength(1);
  expect(await newestItems(db, { limit: 5, about: 'AZ' })).toEqual([]);
  expect(await newestItems(db, { limit: 5, about: 'GE' })).toHaveLength(1);
  expect(await newestItems(db, { limit: 5, country: 'DE' })).toEqual([]);
  expect((await newestItems(db, { limit: 1 }))[0]?.kind).toBe('brief');
});

test('a page fetched again with the same text keeps its tags, whatever a newer enricher says; a replay applies them', async () => {
  const old = aStory(storyBody, { countries: [aCountry('AZ')], about: ['AZ'] });
  const newer = aStory(storyBody, { countries: [aCountry('AZ'), aCountry('GE')], about: ['GE'] });
  await saveItems(db, aPage(feed, await aCapture(db, feed, 'c1', at(1)), [old]), at(2));
  const versions = { enricher: 'enricher/2', models: { gazetteer: 'gazetteer/2' } };
  const again = aPage(feed, await aCapture(db, feed, 'c2', at(3)), [newer], versions);
  const { changed, unchanged } = await saveItems(db, again, at(4));
  expect(changed).toEqual([]);
  expect(unchanged[0]).toMatchObject({ version: 1, about: ['AZ'], provenance: { enricher: 'enricher/1' } });

  const replayed = { ...again, replayId: 'r1' };
  expect((await planItems(db, replayed, at(5))).changed).toHaveLength(1);
  const { changed: applied } = await saveItems(db, replayed, at(5));
  expect(applied[0]).toMatchObject({ version: 2, about: ['GE'], provenance: { ...versions, replayId: 'r1' } });
});

test('a page fetched again with another text is tagged by the newer enricher, and its version says so', async () => {
  await saveItems(db, aPage(feed, await aCapture(db, feed, 'c1', at(1)), [aStory(storyBody)]), at(2));
  const corrected = aStory(storyBody.replace('spring', 'summer'), { about: ['GE'] });
  const page = aPage(feed, await aCapture(db, feed, 'c2', at(3)), [corrected], { enricher: 'enricher/2' });
  const { changed } = await saveItems(db, page, at(4));
  expect(changed[0]).toMatchObject({
    version: 2,
    about: ['GE'],
    provenance: { enricher: 'enricher/2', replayId: null },
  });
});
