import type { Capture } from '../schemas/capture.ts';
import type { Queryable } from './database.ts';
import { isoTime } from './row-values.ts';

/** So many pages tell a publisher's habit; older ones may show an older layout. */
const historyPages = 200;

/** How many briefs and how long a story the publisher's parsed pages before this capture gave, newest first. */
export async function shapesBefore(
  db: Queryable,
  { id, feedId, fetchedAt }: Capture,
): Promise<{ briefs: number; storyChars: number }[]> {
  const rows = await db.query<{ briefs: number; story_chars: number }>(
    `SELECT p.briefs, p.story_chars FROM wiredesk.captures c JOIN wiredesk.parsed p ON p.capture_id = c.id
     WHERE c.feed_id IN (SELECT f.id FROM wiredesk.feeds f
                         WHERE f.publisher = (SELECT publisher FROM wiredesk.feeds WHERE id = $1))
       AND c.fetched_at <= $2 AND c.id <> $3 AND p.briefs IS NOT NULL
     ORDER BY c.fetched_at DESC LIMIT $4`,
    [feedId, fetchedAt, id, historyPages],
  );
  return rows.map((row) => ({ briefs: Number(row.briefs), storyChars: Number(row.story_chars) }));
}

const watchedMs = 7 * 24 * 3_600_000;

/** From when on drifted pages are told (ISO 8601): for a week, in which someone will have looked. */
export const driftWatchedFrom = (nowMs: number): string => new Date(nowMs - watchedMs).toISOString();

export interface DriftedPage {
  captureId: string;
  feedId: string;
  url: string;
  /** What is outside the publisher's habit. */
  drift: string;
  fetchedAt: string;
}

/** Pages fetched since `from` (ISO 8601) that came out far outside their publisher's habit, newest first, at most `limit`. */
export async function driftedPages(db: Queryable, from: string, limit = 50): Promise<DriftedPage[]> {
  const rows = await db.query<{ id: string; feed_id: string; url: string; drift: string; fetched_at: Date }>(
    `SELECT c.id, c.feed_id, c.url, p.drift, c.fetched_at
     FROM wiredesk.parsed p JOIN wiredesk.captures c ON c.id = p.capture_id
     WHERE p.drift IS NOT NULL AND c.fetched_at >= $1 ORDER BY c.fetched_at DESC, c.id LIMIT $2`,
    [from, limit],
  );
  return rows.map((row) => ({
    captureId: row.id,
    feedId: row.feed_id,
    url: row.url,
    drift: row.drift,
    fetchedAt: isoTime(row.fetched_at),
  }));
}
