import type { Entry, FeedEntry } from '../schemas/entry.ts';
import { entrySchema } from '../schemas/entry.ts';
import { isVariant, pageKey } from '../schemas/page-key.ts';
import type { Database, Queryable } from './database.ts';
import { shortKey } from './hash.ts';
import { isoTimeOrNull } from './row-values.ts';

interface EntryRow {
  id: string;
  feed_id: string;
  url: string;
  page_url: string | null;
  guid: string | null;
  title: string | null;
  published: Date | null;
  updated: Date | null;
  mark: string;
  fetched_mark: string | null;
  capture_id: string | null;
  etag: string | null;
  last_modified: string | null;
}

const toEntry = (row: EntryRow): Entry =>
  entrySchema.parse({
    id: row.id,
    feedId: row.feed_id,
    url: row.url,
    pageUrl: row.page_url,
    guid: row.guid,
    title: row.title,
    published: isoTimeOrNull(row.published),
    updated: isoTimeOrNull(row.updated),
    mark: row.mark,
    fetchedMark: row.fetched_mark,
    captureId: row.capture_id,
    etag: row.etag,
    lastModified: row.last_modified,
  });

/** The id of the entry that names this page, whichever feed carries it and under which of the page's addresses. */
export const entryId = (pageUrl: string): string => shortKey('entry', pageKey(pageUrl));

export type FeedLine = FeedEntry & { url: string; pageUrl?: string | null; mark: string };

/**
 * Takes the lines of a feed, in one transaction of a few statements however many they are. `changed` is true when the
 * page is new to the desk or when this feed's `mark` for it differs from what this same feed said before; another feed
 * that also names a known page changes nothing by that. Of two lines for one page the first counts.
 */
export async function upsertEntries(
  db: Database,
  feedId: string,
  lines: FeedLine[],
): Promise<{ entry: Entry; changed: boolean }[]> {
  const byId = new Map<string, FeedLine>();
  for (const line of lines) {
    const id = entryId(line.url);
    if (!byId.has(id)) byId.set(id, line);
  }
  if (byId.size === 0) return [];
  const ids = [...byId.keys()];
  return db.transaction(async (tx) => {
    const rows = JSON.stringify([...byId].map(([id, line]) => lineRow(id, line)));
    const inserted = await tx.query<EntryRow>(
      `INSERT INTO wiredesk.entries (id, feed_id, url, guid, title, published, updated, mark, page_url)
       SELECT id, $2, url, guid, title, published, updated, mark, page_url FROM ${recordset}
       ORDER BY id ON CONFLICT (id) DO NOTHING RETURNING *`,
      [rows, feedId],
    );
    const marks = await marksOf(tx, feedId, ids);
    const changed = ids.filter((id) => marks.has(id) && marks.get(id) !== byId.get(id)?.mark);
    await tx.query(
      `INSERT INTO wiredesk.entry_marks AS m (entry_id, feed_id, mark) SELECT id, $2, mark FROM ${recordset} ORDER BY id
       ON CONFLICT (entry_id, feed_id) DO UPDATE SET mark = excluded.mark WHERE m.mark <> excluded.mark`,
      [rows, feedId],
    );
    const fresh = new Set(inserted.map((row) => row.id));
    const updated = await updateEntries(
      tx,
      feedId,
      rows,
      changed.filter((id) => !fresh.has(id)),
    );
    const known = new Map([...inserted, ...updated].map((row) => [row.id, { entry: toEntry(row), changed: true }]));
    const rest = ids.filter((id) => !known.has(id));
    for (const entry of await entriesById(tx, rest)) known.set(entry.id, { entry, changed: false });
    return ids.flatMap((id) => known.get(id) ?? []);
  });
}

const recordset = `jsonb_to_recordset($1::jsonb) AS line (id text, url text, guid text, title text, published timestamptz,
       updated timestamptz, mark text, page_url text, variant boolean)`;

const lineRow = (id: string, line: FeedLine) => ({
  id,
  url: line.url,
  guid: line.guid,
  title: line.title,
  published: line.published,
  updated: line.updated,
  mark: line.mark,
  page_url: line.pageUrl ?? null,
  variant: isVariant(line.url),
});

/** A variant (AMP, mobile) never takes the place of the page itself. */
async function updateEntries(tx: Queryable, feedId: string, rows: string, ids: string[]): Promise<EntryRow[]> {
  if (ids.length === 0) return [];
  return tx.query<EntryRow>(
    `UPDATE wiredesk.entries e SET feed_id = $2, url = CASE WHEN line.variant THEN e.url ELSE line.url END,
       guid = line.guid, title = line.title, published = line.published, updated = line.updated, mark = line.mark
     FROM ${recordset} WHERE e.id = line.id AND e.id = ANY($3::text[]) RETURNING e.*`,
    [rows, feedId, ids],
  );
}

async function entriesById(tx: Queryable, ids: string[]): Promise<Entry[]> {
  if (ids.length === 0) return [];
  return (await tx.query<EntryRow>('SELECT * FROM wiredesk.entries WHERE id = ANY($1::text[])', [ids])).map(toEntry);
}

/** Takes one line of a feed; see `upsertEntries`. */
export async function upsertEntry(
  db: Database,
  feedId: string,
  line: FeedEntry & { url: string; pageUrl?: string | null },
  mark: string,
): Promise<{ entry: Entry; changed: boolean }> {
  const [taken] = await upsertEntries(db, feedId, [{ ...line, mark }]);
  return taken as { entry: Entry; changed: boolean };
}

/** What a feed said last of these entries (ids): their marks by id; entries it never named are left out. */
export async function marksOf(db: Queryable, feedId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ entry_id: string; mark: string }>(
    'SELECT entry_id, mark FROM wiredesk.entry_marks WHERE feed_id = $1 AND entry_id = ANY($2::text[])',
    [feedId, ids],
  );
  return new Map(rows.map((row) => [row.entry_id, row.mark]));
}

export type KnownEntry = Pick<Entry, 'id' | 'url' | 'pageUrl' | 'guid' | 'title' | 'published'>;

/** What this feed named before under one of these guids, or under one of these titles with one of these dates. */
export async function entriesLike(
  db: Queryable,
  feedId: string,
  lines: Pick<FeedEntry, 'guid' | 'title' | 'published'>[],
): Promise<KnownEntry[]> {
  const rows = await db.query<EntryRow>(
    `SELECT * FROM wiredesk.entries
     WHERE feed_id = $1 AND (guid = ANY($2::text[]) OR (published = ANY($3::timestamptz[]) AND title = ANY($4::text[])))`,
    [
      feedId,
      lines.flatMap((line) => line.guid ?? []),
      lines.flatMap((line) => line.published ?? []),
      lines.flatMap((line) => line.title ?? []),
    ],
  );
  return rows.map(toEntry);
}

/** Another entry that was captured as the page at `pageUrl`; null when only this one (`id`) stands for it. */
export async function otherEntryOf(db: Queryable, pageUrl: string, id: string): Promise<Entry | null> {
  const [row] = await db.query<EntryRow>(
    `SELECT * FROM wiredesk.entries
     WHERE capture_id IS NOT NULL AND id <> $2 AND (id = $3 OR page_url = $1) ORDER BY id LIMIT 1`,
    [pageUrl, id, entryId(pageUrl)],
  );
  return row ? toEntry(row) : null;
}

export async function getEntry(db: Queryable, id: string): Promise<Entry | null> {
  const [row] = await db.query<EntryRow>('SELECT * FROM wiredesk.entries WHERE id = $1', [id]);
  return row ? toEntry(row) : null;
}

export interface EntryFetch {
  /** The mark the entry had when the fetch began: a newer one that came meanwhile stays pending. */
  mark: string;
  captureId?: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** Writes down that the page was fetched (or found unmodified: then without `captureId`). */
export async function recordFetch(db: Queryable, id: string, fetched: EntryFetch): Promise<void> {
  await db.query(
    `UPDATE wiredesk.entries SET fetched_mark = $2, capture_id = COALESCE($3, capture_id), etag = $4, last_modified = $5
     WHERE id = $1`,
    [id, fetched.mark, fetched.captureId ?? null, fetched.etag, fetched.lastModified],
  );
}

/** Entries whose page still has to be fetched, except those that wait as dead letters or whose feed is not polled. */
export async function pendingEntries(db: Queryable, limit = 1000): Promise<Entry[]> {
  const rows = await db.query<EntryRow>(
    `SELECT e.* FROM wiredesk.entries e JOIN wiredesk.feeds f ON f.id = e.feed_id AND f.state <> 'paused'
     WHERE e.mark IS DISTINCT FROM e.fetched_mark
       AND NOT EXISTS (SELECT 1 FROM wiredesk.dead_letters d WHERE d.stage = 'fetch-page' AND d.data->>'entryId' = e.id)
     ORDER BY e.id LIMIT $1`,
    [limit],
  );
  return rows.map(toEntry);
}
