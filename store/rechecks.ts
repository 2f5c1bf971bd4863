import type { JobData } from '../schemas/job.ts';
import type { Queryable } from './database.ts';

/** A page is looked at again this long after its first capture: most corrections and kills come within a week. */
const recheckAfterMs = [1, 6, 24, 7 * 24].map((hours) => hours * 3_600_000);

/** Plans the first look at a page that was captured for the first time; one that has its plan already keeps it. */
export async function startRechecks(db: Queryable, entryId: string, nowMs: number): Promise<void> {
  await db.query('INSERT INTO wiredesk.rechecks (entry_id, due_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    entryId,
    iso(nowMs + (recheckAfterMs[0] ?? 0)),
  ]);
}

/**
 * Takes up to `limit` pages that are due for another look, each for one process only, and plans their next one. A look
 * that is lost on the way is made up for by the next.
 */
export async function claimRechecks(db: Queryable, nowMs: number, limit: number): Promise<JobData<'fetch-page'>[]> {
  const pauses = recheckAfterMs.map((ms, n) => ms - (recheckAfterMs[n - 1] ?? 0));
  const rows = await db.query<{ id: string; feed_id: string; mark: string }>(
    `WITH due AS (
       SELECT r.entry_id FROM wiredesk.rechecks r JOIN wiredesk.entries e ON e.id = r.entry_id
         JOIN wiredesk.feeds f ON f.id = e.feed_id AND f.state <> 'paused'
       WHERE r.due_at <= $1 ORDER BY r.due_at LIMIT $2 FOR UPDATE OF r SKIP LOCKED)
     UPDATE wiredesk.rechecks r SET done = r.done + 1,
       due_at = $1::timestamptz + ($3::bigint[])[r.done + 2] * interval '1 millisecond'
     FROM due JOIN wiredesk.entries e ON e.id = due.entry_id WHERE r.entry_id = due.entry_id
     RETURNING e.id, e.feed_id, e.mark`,
    [iso(nowMs), limit, pauses],
  );
  return rows.map((row) => ({ feedId: row.feed_id, entryId: row.id, mark: row.mark }));
}

/** Writes down that a page is gone; `forGood` (410) ends the looks at it, else (404, a mistake of an hour) they go on. */
export async function markGone(db: Queryable, entryId: string, nowMs: number, forGood: boolean): Promise<void> {
  await db.query(
    `INSERT INTO wiredesk.rechecks AS r (entry_id, due_at, gone_at) VALUES ($1, $2, $3)
     ON CONFLICT (entry_id) DO UPDATE SET gone_at = COALESCE(r.gone_at, excluded.gone_at),
       due_at = CASE WHEN $4 THEN NULL ELSE r.due_at END`,
    [entryId, forGood ? null : iso(nowMs + (recheckAfterMs[0] ?? 0)), iso(nowMs), forGood],
  );
}

/** Writes down that a page is there again; false when it was not gone. */
export async function markBack(db: Queryable, entryId: string): Promise<boolean> {
  const rows = await db.query(
    'UPDATE wiredesk.rechecks SET gone_at = NULL WHERE entry_id = $1 AND gone_at IS NOT NULL RETURNING entry_id',
    [entryId],
  );
  return rows.length > 0;
}

/** When the page of this entry is looked at next (ISO 8601), and since when it is gone; null when neither is planned or known. */
export async function getRecheck(
  db: Queryable,
  entryId: string,
): Promise<{ dueAt: string | null; goneAt: string | null } | null> {
  const [row] = await db.query<{ due_at: Date | null; gone_at: Date | null }>(
    'SELECT due_at, gone_at FROM wiredesk.rechecks WHERE entry_id = $1',
    [entryId],
  );
  return row ? { dueAt: row.due_at?.toISOString() ?? null, goneAt: row.gone_at?.toISOString() ?? null } : null;
}

const iso = (ms: number): string => new Date(ms).toISOString();
