import type { Capture } from '../schemas/capture.ts';
import type { Feed } from '../schemas/feed.ts';
import type { Enrichment, Item, ParsedItem } from '../schemas/item.ts';
import type { Queryable } from './database.ts';
import {
  briefId,
  contentHash,
  nearDuplicateSimilarity,
  similarityBands,
  storyId,
  textFingerprint,
  textSimilarity,
} from './identity.ts';
import type { ItemContent } from './items.ts';
import { getItems, itemContentSchema } from './items.ts';
import { withRegister } from './register-tags.ts';
import { isoTime } from './row-values.ts';

export type TaggedItem = ParsedItem & Enrichment;

/** The items of one capture, tagged, with everything their versions must tell about where they come from. */
export interface TaggedPage {
  capture: Capture;
  feed: Feed;
  /** Canonical. */
  url: string;
  tagged: TaggedItem[];
  parser: string;
  enricher: string;
  models: Record<string, string>;
  replayId?: string | null | undefined;
}

export interface StoredItem {
  content: ItemContent;
  pageUrl: string;
  capturedAt: string;
}

/** One item of the page and what saving it would do. `content.seq` is 0 until a number is drawn. */
export interface PlannedItem {
  id: string;
  action: 'added' | 'changed' | 'unchanged';
  positions: number[];
  text: string;
  fingerprint: string;
  before: StoredItem | null;
  content: ItemContent;
  /** True when this capture is the one that speaks for the item: not an older one, not another page's sighting of it. */
  governs: boolean;
}

export interface PagePlan {
  planned: PlannedItem[];
  /** Items that this capture gave before and gives no more. */
  removedIds: string[];
}

/** What saving a page did, or would do. */
export interface PageChanges {
  added: Item[];
  changed: Item[];
  unchanged: Item[];
  removed: Item[];
}

/** After two weeks the same words are more likely a standing formula (weather, rates) than the same report. */
const nearDuplicateMs = 14 * 24 * 3600 * 1000;

const briefText = (item: ParsedItem): string => item.body || item.headline || '';

interface Found {
  id: string;
  item: TaggedItem;
  positions: number[];
  text: string;
  fingerprint: string;
  knownText: boolean;
}

/** What the page prints, each thing once: a brief that stands on it twice has two positions. */
function collect(page: TaggedPage): Found[] {
  const found = new Map<string, Found>();
  for (const [position, item] of page.tagged.entries()) {
    const text = briefText(item);
    const fingerprint = textFingerprint(text);
    const id = item.kind === 'story' ? storyId(page.url) : briefId(page.feed.publisher, fingerprint);
    const twin = found.get(id);
    if (twin) twin.positions.push(position);
    else found.set(id, { id, item, positions: [position], text, fingerprint, knownText: false });
  }
  return [...found.values()];
}

/** Exact wordings first, so that of two like briefs on a page neither is taken for the other one's correction. */
async function identifyBriefs(tx: Queryable, page: TaggedPage, found: Found[]): Promise<void> {
  const briefs = found.filter((one) => one.item.kind === 'brief');
  if (briefs.length === 0) return;
  const known = await tx.query<{ fingerprint: string; item_id: string }>(
    'SELECT fingerprint, item_id FROM wiredesk.brief_texts WHERE publisher = $1 AND fingerprint = ANY($2::text[])',
    [page.feed.publisher, briefs.map((one) => one.fingerprint)],
  );
  const idOf = new Map(known.map((row) => [row.fingerprint, row.item_id]));
  for (const brief of briefs) {
    const id = idOf.get(brief.fingerprint);
    if (id) Object.assign(brief, { id, knownText: true });
  }
  const claimed = new Set(briefs.filter((one) => one.knownText).map((one) => one.id));
  for (const brief of briefs) {
    if (brief.knownText) continue;
    brief.id = (await findNearDuplicate(tx, page, brief.text, claimed)) ?? brief.id;
    claimed.add(brief.id);
  }
}

async function findNearDuplicate(
  tx: Queryable,
  page: TaggedPage,
  text: string,
  claimed: Set<string>,
): Promise<string | null> {
  const at = Date.parse(page.capture.fetchedAt);
  const candidates = await tx.query<{ item_id: string; body: string }>(
    `SELECT item_id, body FROM wiredesk.brief_texts
     WHERE bands && $1::integer[] AND publisher = $2 AND seen_at BETWEEN $3 AND $4 ORDER BY item_id, fingerprint`,
    [
      similarityBands(text),
      page.feed.publisher,
      new Date(at - nearDuplicateMs).toISOString(),
      new Date(at + nearDuplicateMs).toISOString(),
    ],
  );
  let best: { id: string; similarity: number } | null = null;
  for (const { item_id: id, body } of candidates) {
    if (claimed.has(id)) continue;
    const similarity = textSimilarity(text, body);
    if (similarity >= (best?.similarity ?? nearDuplicateSimilarity)) best = { id, similarity };
  }
  return best?.id ?? null;
}

/** The two wordings of one item on one page (its old one and its new one) are one thing with two positions. */
function mergeSameId(found: Found[]): Found[] {
  const byId = new Map<string, Found>();
  for (const one of found) {
    const twin = byId.get(one.id);
    if (twin) twin.positions.push(...one.positions);
    else byId.set(one.id, one);
  }
  return [...byId.values()];
}

/** What the store holds under these ids. */
export async function loadStored(tx: Queryable, ids: string[]): Promise<Map<string, StoredItem>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ content: unknown; page_url: string; captured_at: Date }>(
    `SELECT v.content, i.page_url, i.captured_at FROM wiredesk.items i
     JOIN wiredesk.item_versions v ON v.item_id = i.id AND v.version = i.version WHERE i.id = ANY($1::text[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => {
      const content = itemContentSchema.parse(row.content);
      const stored = {
        content,
        pageUrl: row.page_url,
        capturedAt: isoTime(row.captured_at),
      };
      return [content.id, stored];
    }),
  );
}

function contentOf(page: TaggedPage, found: Found, before: StoredItem | null, now: string): ItemContent {
  // What an editor decided outlives the page's next version; a cancellation by absence ends when the text is back.
  const kept = before?.content.pubStatus === 'withheld' ? before.content : null;
  return {
    id: found.id,
    kind: found.item.kind,
    url: page.url,
    publisher: page.feed.publisher,
    feed: page.feed.id,
    headline: found.item.headline,
    section: found.item.section,
    body: found.item.body,
    byline: found.item.byline,
    dateline: found.item.dateline,
    date: found.item.date,
    language: found.item.language,
    countries: found.item.countries,
    people: found.item.people,
    about: found.item.about,
    pubStatus: kept?.pubStatus ?? 'usable',
    embargoedUntil: kept?.embargoedUntil ?? null,
    edNote: kept?.edNote ?? found.item.edNote,
    version: (before?.content.version ?? 0) + 1,
    versionCreated: now,
    firstCreated: before?.content.firstCreated ?? now,
    seq: 0,
    confidence: found.item.confidence,
    provenance: {
      captureId: page.capture.id,
      parser: page.parser,
      enricher: page.enricher,
      models: page.models,
      replayId: page.replayId ?? null,
    },
  };
}

/**
 * Tags alone make a new version in a replay only: a page fetched again with the same text keeps the tags it has, though a
 * newer model, gazetteer or memory would give it others. So no version changes for a reason that nobody asked for.
 */
function isChanged(page: TaggedPage, content: ItemContent, before: StoredItem): boolean {
  const { countries, people, about } = page.replayId ? content : before.content;
  return contentHash({ ...content, countries, people, about }) !== contentHash(before.content);
}

function decide(page: TaggedPage, found: Found, before: StoredItem | null, now: string): PlannedItem {
  const content = contentOf(page, found, before, now);
  const { id, positions, text, fingerprint } = found;
  const base = { id, positions, text, fingerprint, before };
  if (!before) return { ...base, action: 'added', content, governs: true };
  const revived = before.content.pubStatus === 'canceled';
  // Ten pages print a brief under ten section labels: only the page its version came from may change it by those.
  const elsewhere = found.item.kind === 'brief' && found.knownText && before.pageUrl !== page.url && !revived;
  const older = Date.parse(page.capture.fetchedAt) < Date.parse(before.capturedAt);
  if (elsewhere || older) return { ...base, action: 'unchanged', content: before.content, governs: false };
  const changed = isChanged(page, content, before);
  return {
    ...base,
    action: changed ? 'changed' : 'unchanged',
    content: changed ? content : before.content,
    governs: true,
  };
}

/** Finds out, without writing, what each thing on the page is to the store: new, changed, or seen again. */
export async function planPage(tx: Queryable, page: TaggedPage, now: string): Promise<PagePlan> {
  const collected = collect(page);
  await identifyBriefs(tx, page, collected);
  const found = mergeSameId(collected);
  const stored = await loadStored(
    tx,
    found.map((one) => one.id),
  );
  const planned = found.map((one) => decide(page, one, stored.get(one.id) ?? null, now));
  const gone = await tx.query<{ id: string }>(
    `SELECT DISTINCT i.id FROM wiredesk.sightings s JOIN wiredesk.items i ON i.id = s.item_id
     WHERE s.capture_id = $1 AND NOT (i.id = ANY($2::text[])) ORDER BY i.id`,
    [page.capture.id, planned.map((one) => one.id)],
  );
  return { planned, removedIds: gone.map((row) => row.id) };
}

/**
 * What `saveItems` would do with this page, without doing it: the dry run of a replay. Items to be added or changed
 * carry `seq` 0, since no number is drawn.
 */
export async function planItems(db: Queryable, page: TaggedPage, now: string): Promise<PageChanges> {
  const { planned, removedIds } = await planPage(db, page, now);
  const stored = new Map(
    (
      await getItems(
        db,
        planned.map((one) => one.id),
      )
    ).map((item) => [item.id, item]),
  );
  const blank = { storyId: null, briefIds: [], leadOf: null, sightings: [] };
  const of = (action: PlannedItem['action']): Promise<Item[]> => {
    const contents = planned.filter((one) => one.action === action).map((one) => one.content);
    return withRegister(
      db,
      contents.map((content) => ({ ...blank, ...stored.get(content.id), ...content })),
    );
  };
  return {
    added: await of('added'),
    changed: await of('changed'),
    unchanged: await of('unchanged'),
    removed: await getItems(db, removedIds),
  };
}
