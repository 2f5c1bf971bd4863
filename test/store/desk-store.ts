import type { Capture } from '../../schemas/capture.ts';
import type { Feed, FeedCheck } from '../../schemas/feed.ts';
import type { CountryTag, PersonTag } from '../../schemas/item.ts';
import { saveCapture } from '../../store/captures.ts';
import type { Database } from '../../store/database.ts';
import { addFeed } from '../../store/feeds.ts';
import type { TaggedItem, TaggedPage } from '../../store/plan-items.ts';

export const at = (hour: number, day = 22): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

export const aFeed = (db: Database, name = 'kvarts'): Promise<Feed> =>
  addFeed(
    db,
    { url: `https://${name}.example/rss`, kind: 'feed', title: name, publisher: name, intervalMs: 60_000 },
    at(0),
  );

/** What a poll at two o'clock left on its feed. */
export const aCheck = (changes: Partial<FeedCheck> = {}): FeedCheck => ({
  outcome: 'entries',
  error: null,
  etag: null,
  lastModified: null,
  checkedAt: at(2),
  nextCheckAt: at(3),
  nextCheckReason: 'its cadence',
  failures: 0,
  cadenceMs: 60_000,
  seenShare: null,
  lastNewAt: null,
  silent: null,
  movedTo: null,
  movedTimes: 0,
  state: 'active',
  habit: [],
  title: null,
  ...changes,
});

export async function aCapture(
  db: Database,
  feed: Feed,
  id: string,
  fetchedAt: string,
  url = 'https://kvarts.example/1',
  entryId = 'entry',
): Promise<Capture> {
  const capture = {
    id,
    feedId: feed.id,
    entryId,
    url,
    finalUrl: url,
    status: 200,
    contentType: 'text/html',
    sha256: id,
    bytes: 9,
    fetchedAt,
    warcFile: 'a.warc.gz',
    warcOffset: 3_000_000_000,
    warcLength: 20,
  };
  await saveCapture(db, capture);
  return capture;
}

const tagged = (kind: 'story' | 'brief', body: string, changes: Partial<TaggedItem> = {}): TaggedItem => ({
  kind,
  headline: null,
  section: null,
  body,
  byline: null,
  dateline: null,
  date: { value: null, precision: 'unknown', source: null },
  language: 'en',
  confidence: 0.9,
  edNote: null,
  countries: [],
  people: [],
  about: [],
  ...changes,
});

export const aStory = (body: string, changes: Partial<TaggedItem> = {}): TaggedItem =>
  tagged('story', body, { headline: 'Harbour talks resume', ...changes });

export const aBrief = (body: string, changes: Partial<TaggedItem> = {}): TaggedItem => tagged('brief', body, changes);

export const aPage = (
  feed: Feed,
  capture: Capture,
  items: TaggedItem[],
  changes: Partial<TaggedPage> = {},
): TaggedPage => ({
  capture,
  feed,
  url: capture.url,
  tagged: items,
  parser: 'parser/1',
  enricher: 'enricher/1',
  models: {},
  ...changes,
});

export const aCountry = (code: string): CountryTag => ({ code, mentions: [], salience: 0.9, confidence: 1 });

/** A person named in full in the body; the key is the name in small letters. */
export const aPerson = (name: string, changes: Partial<PersonTag> = {}): PersonTag => ({
  key: name.toLowerCase().replaceAll(' ', '-'),
  name,
  nameFrom: 'item',
  role: null,
  mentions: [{ in: 'body', start: 0, end: name.length, text: name, how: 'person' }],
  salience: 0.9,
  confidence: 0.8,
  ...changes,
});
