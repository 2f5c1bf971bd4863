import type { Capture } from '../schemas/capture.ts';
import { captureSchema } from '../schemas/capture.ts';
import type { Queryable } from './database.ts';
import { isoTime } from './row-values.ts';

interface CaptureRow {
  id: string;
  feed_id: string;
  entry_id: string;
  url: string;
  final_url: string;
  status: number;
  content_type: string | null;
  sha256: string;
  bytes: string;
  fetched_at: Date;
  warc_file: string;
  warc_offset: string;
  warc_length: string;
}

const toCapture = (row: CaptureRow): Capture =>
  captureSchema.parse({
    id: row.id,
    feedId: row.feed_id,
    entryId: row.entry_id,
    url: row.url,
    finalUrl: row.final_url,
    status: row.status,
    contentType: row.content_type,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    fetchedAt: isoTime(row.fetched_at),
    warcFile: row.warc_file,
    warcOffset: Number(row.warc_offset),
    warcLength: Number(row.warc_length),
  });

/** Saves a capture whose bytes stand in the archive already; saving it again changes nothing. One with a `notice` of withdrawal has no items to give. */
export async function saveCapture(db: Queryable, capture: Capture, notice: string | null = null): Promise<void> {
  await db.query(
    `INSERT INTO wiredesk.captures (id, feed_id, entry_id, url, final_url, status, content_type, sha256, bytes, fetched_at,
       warc_file, warc_offset, warc_length, notice)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING`,
    [
      capture.id,
      capture.feedId,
      capture.entryId,
      capture.url,
      capture.finalUrl,
      capture.status,
      capture.contentType,
      capture.sha256,
      capture.bytes,
      capture.fetchedAt,
      capture.warcFile,
      capture.warcOffset,
      capture.warcLength,
      notice,
    ],
  );
}

export async function getCapture(db: Queryable, id: string): Promise<Capture | null> {
  const [row] = await db.query<CaptureRow>('SELECT * FROM wiredesk.captures WHERE id = $1', [id]);
  return row ? toCapture(row) : null;
}

export interface CaptureFilter {
  feedId?: string | undefined;
  /** ISO 8601, inclusive. */
  from?: string | undefined;
  /** ISO 8601, exclusive. */
  to?: string | undefined;
  limit?: number | undefined;
  /** The id of the last capture of the page before. */
  after?: string | undefined;
}

/** Captures, oldest first (the order a replay must keep), a page of `limit` (500) at a time. */
export async function listCaptures(db: Queryable, filter: CaptureFilter = {}): Promise<Capture[]> {
  const rows = await db.query<CaptureRow>(
    `SELECT c.* FROM wiredesk.captures c
     WHERE c.notice IS NULL AND ($1::text IS NULL OR c.feed_id = $1)
       AND ($2::timestamptz IS NULL OR c.fetched_at >= $2)
       AND ($3::timestamptz IS NULL OR c.fetched_at < $3)
       AND ($4::text IS NULL OR (c.fetched_at, c.id) > (SELECT a.fetched_at, a.id FROM wiredesk.captures a WHERE a.id = $4))
     ORDER BY c.fetched_at, c.id LIMIT $5`,
    [filter.feedId ?? null, filter.from ?? null, filter.to ?? null, filter.after ?? null, filter.limit ?? 500],
  );
  return rows.map(toCapture);
}

const missing = {
  parsed: `c.status BETWEEN 200 AND 299 AND c.notice IS NULL AND NOT EXISTS (SELECT 1 FROM wiredesk.parsed p WHERE p.capture_id = c.id)`,
  items: `EXISTS (SELECT 1 FROM wiredesk.parsed p WHERE p.capture_id = c.id AND p.enricher IS NULL)`,
} as const;

const stageOf = { parsed: 'parse', items: 'enrich' } as const;

/** Captures that lack their next step, except those that wait as dead letters: the sweep enqueues them again. */
export async function capturesWithout(db: Queryable, what: keyof typeof missing, limit = 1000): Promise<Capture[]> {
  const rows = await db.query<CaptureRow>(
    `SELECT c.* FROM wiredesk.captures c
     WHERE ${missing[what]}
       AND NOT EXISTS (SELECT 1 FROM wiredesk.dead_letters d WHERE d.stage = $1 AND d.data->>'captureId' = c.id)
     ORDER BY c.fetched_at, c.id LIMIT $2`,
    [stageOf[what], limit],
  );
  return rows.map(toCapture);
}
