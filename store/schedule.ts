import type { Feed, FeedCheck, FeedHabit } from '../schemas/feed.ts';
import { feedHabitSchema, feedLaneSchema } from '../schemas/feed.ts';
import type { Database, Queryable } from './database.ts';
import type { FeedRow } from './feeds.ts';
import { toFeed } from './feeds.ts';

/** A feed whose poll is to be asked for. `repaired`: it was asked for before, and nothing came of it. */
export interface DueFeed {
  id: string;
  lane: Feed['lane'];
  repaired: boolean;
}

/**
 * Takes up to `limit` due feeds, the `breaking` lane first, each for one process only; a taken feed is due again after
 * `leaseMs`, unless its poll was recorded by then.
 */
export async function claimDue(db: Database, nowMs: number, limit: number, leaseMs: number): Promise<DueFeed[]> {
  const claimed: DueFeed[] = [];
  for (const lane of feedLaneSchema.options) {
    if (claimed.length >= limit) break;
    const rows = await db.query<{ id: string; repaired: boolean }>(
      `WITH due AS (
         SELECT id, claimed FROM wiredesk.feeds WHERE lane = $1 AND state <> 'paused' AND due_at <= $2
         ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       UPDATE wiredesk.feeds f SET due_at = $4, claimed = true, repairs = f.repairs + due.claimed::integer
       FROM due WHERE f.id = due.id RETURNING f.id, due.claimed AS repaired`,
      [lane, new Date(nowMs).toISOString(), limit - claimed.length, new Date(nowMs + leaseMs).toISOString()],
    );
    claimed.push(...rows.map((row) => ({ ...row, lane })));
  }
  return claimed;
}

/** Whether any feed is due. */
export async function anyDue(db: Queryable, nowMs: number): Promise<boolean> {
  const [row] = await db.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM wiredesk.feeds WHERE state <> 'paused' AND due_at <= $1) AS due`,
    [new Date(nowMs).toISOString()],
  );
  return row?.due ?? false;
}

/** A feed with what a poll must know of its past; null when it was removed. */
export async function feedToPoll(db: Queryable, id: string): Promise<{ feed: Feed; habit: FeedHabit } | null> {
  const [row] = await db.query<FeedRow & { habit: unknown }>('SELECT * FROM wiredesk.feeds WHERE id = $1', [id]);
  return row ? { feed: toFeed(row), habit: feedHabitSchema.parse(row.habit) } : null;
}

/** Writes down one poll of a feed and when the next is due; a pause that came meanwhile stays. Null when the feed was removed. */
export async function recordCheck(db: Queryable, id: string, check: FeedCheck): Promise<Feed | null> {
  const rows = await db.query<FeedRow>(
    `UPDATE wiredesk.feeds SET last_outcome = $2, last_error = $3, etag = $4, last_modified = $5, last_checked_at = $6,
       next_check_at = $7, due_at = $7, claimed = false, next_check_reason = $8, failures = $9, cadence_ms = $10,
       seen_share = $11, last_new_at = $12, silent = $13, moved_to = $14, moved_times = $15, habit = $16::jsonb,
       state = CASE WHEN state = 'paused' THEN state ELSE $17 END, title = COALESCE($18, title)
     WHERE id = $1 RETURNING *`,
    [
      id,
      check.outcome,
      check.error,
      check.etag,
      check.lastModified,
      check.checkedAt,
      check.nextCheckAt,
      check.nextCheckReason,
      check.failures,
      check.cadenceMs,
      check.seenShare,
      check.lastNewAt,
      check.silent,
      check.movedTo,
      check.movedTimes,
      JSON.stringify(check.habit),
      check.state,
      check.title,
    ],
  );
  return rows[0] ? toFeed(rows[0]) : null;
}
