import type { Item } from '../schemas/item.ts';
import type { Database, Queryable } from './database.ts';
import { leadFingerprints, similarityBands, storyId } from './identity.ts';
import type { ItemContent } from './items.ts';
import { getItems } from './items.ts';
import { savePersonItems } from './person-items.ts';
import type { PageChanges, PagePlan, PlannedItem, TaggedPage } from './plan-items.ts';
import { loadStored, planPage } from './plan-items.ts';
import { lockSeq } from './seq-lock.ts';

interface Anchor {
  pageUrl: string;
  capturedAt: string;
}

/** Writes one version with the next number of the sequence and makes it the item's newest. */
async function writeVersion(tx: Queryable, content: ItemContent, anchor: Anchor): Promise<void> {
  const [drawn] = await tx.query<{ seq: string }>(`SELECT nextval('wiredesk.item_seq') AS seq`);
  const numbered = { ...content, seq: Number(drawn?.seq) };
  const names = new Set(content.people.map((person) => person.name.toLowerCase()));
  await tx.query(
    `INSERT INTO wiredesk.items (id, kind, publisher, page_url, version, seq, pub_status, captured_at, countries, people)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[], $10::text[])
     ON CONFLICT (id) DO UPDATE SET page_url = excluded.page_url, version = excluded.version, seq = excluded.seq,
       pub_status = excluded.pub_status, captured_at = excluded.captured_at,
       countries = excluded.countries, people = excluded.people`,
    [
      content.id,
      content.kind,
      content.publisher,
      anchor.pageUrl,
      content.version,
      numbered.seq,
      content.pubStatus,
      anchor.capturedAt,
      content.countries.map((country) => country.code),
      [...names],
    ],
  );
  await tx.query('INSERT INTO wiredesk.item_versions (item_id, version, content) VALUES ($1, $2, $3::jsonb)', [
    content.id,
    content.version,
    JSON.stringify(numbered),
  ]);
  await savePersonItems(tx, content, anchor.capturedAt);
}

async function writePlanned(tx: Queryable, page: TaggedPage, one: PlannedItem): Promise<void> {
  const anchor = { pageUrl: page.url, capturedAt: page.capture.fetchedAt };
  if (one.action !== 'unchanged') await writeVersion(tx, one.content, anchor);
  else if (one.governs) {
    await tx.query('UPDATE wiredesk.items SET captured_at = $2 WHERE id = $1', [one.id, anchor.capturedAt]);
  }
  if (one.content.kind !== 'brief') return;
  await tx.query(
    `INSERT INTO wiredesk.brief_texts AS t (publisher, fingerprint, item_id, body, bands, seen_at)
     VALUES ($1, $2, $3, $4, $5::integer[], $6)
     ON CONFLICT (publisher, fingerprint) DO UPDATE SET seen_at = GREATEST(t.seen_at, excluded.seen_at)`,
    [page.feed.publisher, one.fingerprint, one.id, one.text, similarityBands(one.text), page.capture.fetchedAt],
  );
}

async function writeSightings(tx: Queryable, page: TaggedPage, planned: PlannedItem[]): Promise<void> {
  const rows = planned.flatMap((one) => one.positions.map((position) => ({ id: one.id, position })));
  const ids = rows.map((row) => row.id);
  await tx.query('DELETE FROM wiredesk.sightings WHERE capture_id = $1 AND item_id = ANY($2::text[])', [
    page.capture.id,
    ids,
  ]);
  await tx.query(
    `INSERT INTO wiredesk.sightings (item_id, capture_id, position, seen_at)
     SELECT id, $1, position, $2 FROM unnest($3::text[], $4::integer[]) AS seen (id, position)`,
    [page.capture.id, page.capture.fetchedAt, ids, rows.map((row) => row.position)],
  );
}

/** Links the page's story and briefs to each other, and briefs to the stories whose lead they are. */
async function writeLinks(tx: Queryable, page: TaggedPage, planned: PlannedItem[]): Promise<void> {
  const story = planned.find((one) => one.content.kind === 'story');
  const briefs = planned.filter((one) => one.content.kind === 'brief');
  const briefIds = briefs.map((one) => one.id);
  if (story?.governs) {
    await tx.query('DELETE FROM wiredesk.story_briefs WHERE story_id = $1', [story.id]);
    await tx.query(
      `INSERT INTO wiredesk.story_briefs (story_id, brief_id, position)
       SELECT $1, id, position FROM unnest($2::text[], $3::integer[]) AS printed (id, position)`,
      [story.id, briefIds, briefs.map((one) => one.positions[0] ?? 0)],
    );
    await tx.query('UPDATE wiredesk.items SET story_id = $1 WHERE id = ANY($2::text[]) AND story_id IS NULL', [
      story.id,
      briefIds,
    ]);
    if (story.action !== 'unchanged') await writeLeads(tx, page.feed.publisher, story);
  }
  await tx.query(
    `UPDATE wiredesk.items b SET lead_of = l.story_id
     FROM wiredesk.story_leads l JOIN wiredesk.brief_texts t ON t.publisher = l.publisher AND t.fingerprint = l.fingerprint
     WHERE b.id = t.item_id AND b.lead_of IS NULL AND (l.story_id = $1 OR b.id = ANY($2::text[]))`,
    [story?.id ?? null, briefIds],
  );
}

async function writeLeads(tx: Queryable, publisher: string, story: PlannedItem): Promise<void> {
  await tx.query('DELETE FROM wiredesk.story_leads WHERE story_id = $1', [story.id]);
  await tx.query(
    'INSERT INTO wiredesk.story_leads (publisher, fingerprint, story_id) SELECT $1, unnest($2::text[]), $3',
    [publisher, leadFingerprints(story.content.body), story.id],
  );
}

/** In a replay, an item that no capture gives any more is taken back: consumers hear it as a tombstone. */
async function withdraw(tx: Queryable, page: TaggedPage, ids: string[], now: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('DELETE FROM wiredesk.sightings WHERE capture_id = $1 AND item_id = ANY($2::text[])', [
    page.capture.id,
    ids,
  ]);
  const orphans = await tx.query<{ id: string }>(
    `SELECT i.id FROM wiredesk.items i WHERE i.id = ANY($1::text[]) AND i.pub_status <> 'canceled'
     AND NOT EXISTS (SELECT 1 FROM wiredesk.sightings s WHERE s.item_id = i.id) ORDER BY i.id`,
    [ids],
  );
  const stored = await loadStored(
    tx,
    orphans.map((row) => row.id),
  );
  for (const before of stored.values()) {
    const edNote = `${page.parser} no longer finds this on the page`;
    // Its tags stay those of the enricher that made them.
    const provenance = {
      ...before.content.provenance,
      parser: page.parser,
      replayId: page.replayId ?? null,
    };
    const content = { ...nextVersion(before.content, now), pubStatus: 'canceled' as const, edNote, provenance };
    await writeVersion(tx, content, before);
  }
}

const nextVersion = (content: ItemContent, now: string): ItemContent => ({
  ...content,
  version: content.version + 1,
  versionCreated: now,
});

async function writePage(tx: Queryable, page: TaggedPage, plan: PagePlan, now: string): Promise<PageChanges> {
  for (const one of plan.planned) await writePlanned(tx, page, one);
  await writeSightings(tx, page, plan.planned);
  await writeLinks(tx, page, plan.planned);
  if (page.replayId) await withdraw(tx, page, plan.removedIds, now);
  const written = await getItems(
    tx,
    plan.planned.map((one) => one.id),
  );
  const of = (action: PlannedItem['action']): Item[] => written.filter((_, at) => plan.planned[at]?.action === action);
  return {
    added: of('added'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    removed: await getItems(tx, plan.removedIds),
  };
}

/**
 * Saves the items of one capture in one transaction: what is new is added, what differs becomes the next version, what
 * is known gets a sighting and no number. Saving the same page again changes nothing. `removed` items are taken back
 * (canceled, when no other capture holds them) in a replay only.
 */
export async function saveItems(db: Database, page: TaggedPage, now: string): Promise<PageChanges> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    return writePage(tx, page, await planPage(tx, page, now), now);
  });
}

/**
 * Cancels, as their next versions, the story of a page that was withdrawn and the briefs that no other page prints which
 * is still there: their only witness took them back. Gives what was canceled now, the story first.
 */
export async function cancelPage(db: Database, url: string, why: string, now: string): Promise<Item[]> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    const orphans = await tx.query<{ id: string }>(
      `SELECT DISTINCT i.id FROM wiredesk.captures c JOIN wiredesk.sightings s ON s.capture_id = c.id
         JOIN wiredesk.items i ON i.id = s.item_id AND i.kind = 'brief'
       WHERE c.url = $1 AND NOT EXISTS (
         SELECT 1 FROM wiredesk.sightings s2 JOIN wiredesk.captures c2 ON c2.id = s2.capture_id AND c2.url <> $1
           LEFT JOIN wiredesk.rechecks g ON g.entry_id = c2.entry_id
         WHERE s2.item_id = i.id AND g.gone_at IS NULL)
       ORDER BY i.id`,
      [url],
    );
    const story = storyId(url);
    const stored = await loadStored(tx, [story, ...orphans.map((row) => row.id)]);
    const canceled: string[] = [];
    for (const [id, before] of [...stored].sort(([a]) => (a === story ? -1 : 1))) {
      if (before.content.pubStatus === 'canceled') continue;
      const edNote =
        id === story
          ? `The publisher withdrew the page (${why})`
          : `No page prints this any more: ${url} was withdrawn (${why})`;
      // Dated now, so that a late job or a replay of an earlier capture does not bring it back.
      const content = { ...nextVersion(before.content, now), pubStatus: 'canceled' as const, edNote };
      await writeVersion(tx, content, { pageUrl: before.pageUrl, capturedAt: now });
      canceled.push(id);
    }
    return getItems(tx, canceled);
  });
}
