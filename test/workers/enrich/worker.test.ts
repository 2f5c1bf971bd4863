import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { replaySteps } from '../../../cli/replay-steps.ts';
import { replay } from '../../../queues/replay.ts';
import type { Feed } from '../../../schemas/feed.ts';
import type { Item } from '../../../schemas/item.ts';
import { replayRequestSchema } from '../../../schemas/replay.ts';
import type { Database } from '../../../store/database.ts';
import { openDatabase } from '../../../store/database.ts';
import { recordFetch, upsertEntry } from '../../../store/entries.ts';
import { getItem } from '../../../store/items.ts';
import { saveParsed } from '../../../store/parsed.ts';
import { enricherVersion, enrichModels } from '../../../workers/enrich/version.ts';
import { enrichStored } from '../../../workers/enrich/worker.ts';
import { aCapture, aFeed, aStory, at } from '../../store/desk-store.ts';

let db: Database;
let feed: Feed;
let captures = 0;

beforeAll(async () => {
  db = await openDatabase({ dataDir: 'memory://' });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.query(
    'TRUNCATE wiredesk.items, wiredesk.captures, wiredesk.feeds, wiredesk.entries, wiredesk.parsed, wiredesk.people CASCADE; TRUNCATE wiredesk.sightings',
  );
  feed = await aFeed(db);
});

/** Fetches a page of one paragraph and runs the enrich stage on it, as the desk would. */
async function fetchPage(path: string, body: string, fetchedAt: string): Promise<Item> {
  const url = `https://kvarts.example/${path}`;
  captures += 1;
  const captureId = `c${captures}`;
  const line = { url, guid: null, title: null, published: null, updated: null, summary: null };
  const { entry } = await upsertEntry(db, feed.id, line, captureId);
  const capture = { ...(await aCapture(db, feed, captureId, fetchedAt, url)), entryId: entry.id };
  await db.query('UPDATE wiredesk.captures SET entry_id = $2 WHERE id = $1', [captureId, entry.id]);
  await recordFetch(db, entry.id, { mark: captureId, captureId, etag: null, lastModified: null });
  const { countries, people, about, ...parsed } = aStory(body, { headline: null });
  const page = {
    page: { url, title: null, language: 'en', published: null, suspect: null, profile: null },
    items: [parsed],
    furniture: [],
  };
  await saveParsed(db, capture.id, 'parser/1', page, { briefs: 0, storyChars: body.length, drift: null });
  await enrichStored({ db, now: () => Date.parse(fetchedAt) }, { captureId });
  const [row] = await db.query<{ id: string }>('SELECT id FROM wiredesk.items WHERE page_url = $1', [url]);
  return (await getItem(db, row?.id ?? '')) as Item;
}

const named = (item: Item) => item.people.map(({ name, nameFrom }) => [name, nameFrom]);
const runReplay = (apply: boolean) => {
  const request = replayRequestSchema.parse({ stage: 'enrich', reason: 'a newer enricher', apply });
  return replay(request, 'r1', replaySteps({ db, archiveFolder: 'none', profiles: [] }, request));
};

const full = 'Minister Lale Orhanli opened the port on Monday.';
const short = 'President Orhanli left the port on Tuesday.';

describe("a surname that stands alone in a publisher's page", () => {
  test('is completed from what the publisher printed in the last 30 days, and from nothing older', async () => {
    await fetchPage('1', full, at(1, 3));
    expect(named(await fetchPage('2', short, at(1, 5)))).toEqual([['Lale Orhanli', 'publisher']]);
    expect(named(await fetchPage('3', short, at(1, 3 + 31)))).toEqual([['Orhanli', 'item']]);
  });

  test("is not completed from pages of the same hour, so that the order of a poll's jobs decides nothing", async () => {
    await fetchPage('1', full, at(1, 3));
    expect(named(await fetchPage('2', short, at(1.5, 3)))).toEqual([['Orhanli', 'item']]);
    expect(named(await fetchPage('3', short, at(2, 3)))).toEqual([['Lale Orhanli', 'publisher']]);
  });

  test('is completed alike in a replay, whatever the desk has seen since', async () => {
    await fetchPage('1', full, at(1, 3));
    await fetchPage('2', short, at(1, 5));
    await fetchPage('3', 'Minister Anna Orhanli opened a school. Anna Orhanli was applauded.', at(1, 6));
    await fetchPage('4', 'Minister Anna Orhanli closed a school.', at(1, 7));
    expect(await runReplay(true)).toMatchObject({ captures: 4, unchanged: 4, changes: [], failed: [] });
  });
});

describe('a newer enricher', () => {
  /** The item as an older enricher, which knew no capitals, would have left it. */
  async function agedItem(): Promise<Item> {
    const item = await fetchPage('1', 'Delegations from Georgia met in Ankara on Monday.', at(1, 3));
    await db.query(
      `UPDATE wiredesk.item_versions SET content = content || jsonb_build_object('about', '[]'::jsonb,
         'countries', (content->'countries') - 1, 'provenance', (content->'provenance') || '{"enricher": "enrich-0", "models": {"gazetteer": "gazetteer-0"}}'::jsonb)`,
    );
    return (await getItem(db, item.id)) as Item;
  }

  test('leaves a page that is fetched again with the same text as it is', async () => {
    const aged = await agedItem();
    const again = await fetchPage('1', aged.body, at(1, 4));
    expect(again).toMatchObject({ version: 1, about: [], provenance: { enricher: 'enrich-0' } });
    expect(again.countries).toEqual(aged.countries);
  });

  test('is applied by a replay: told first, then written as the next version, which says by what it was tagged', async () => {
    const aged = await agedItem();
    const dry = await runReplay(false);
    expect(dry.changes).toMatchObject([{ change: 'changed', id: aged.id, fields: ['countries', 'about'] }]);
    expect((await getItem(db, aged.id))?.version).toBe(1);
    await runReplay(true);
    expect(await getItem(db, aged.id)).toMatchObject({
      version: 2,
      provenance: { enricher: enricherVersion, models: enrichModels(), replayId: 'r1' },
    });
  });

  test('stands on every new version, on its models too', async () => {
    const item = await fetchPage('1', full, at(1, 3));
    expect(item.provenance).toMatchObject({ enricher: enricherVersion, models: enrichModels() });
  });
});
