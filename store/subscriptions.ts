import { randomBytes } from 'node:crypto';
import type { Queryable } from './database.ts';

/** What the hub of a feed is asked for. */
export interface Subscription {
  feedId: string;
  hub: string;
  topic: string;
  /** The last part of the callback's address. */
  path: string;
  secret: string;
}

interface Row {
  id: string;
  hub: string;
  hub_topic: string;
  hub_path: string;
  hub_secret: string;
}

const toSubscription = (row: Row): Subscription => ({
  feedId: row.id,
  hub: row.hub,
  topic: row.hub_topic,
  path: row.hub_path,
  secret: row.hub_secret,
});
const columns = 'id, hub, hub_topic, hub_path, hub_secret';

/** Takes down the hub that a feed names; a new hub or topic is a new subscription, the known one stays as it is. */
export async function noteHub(db: Queryable, feedId: string, hub: string, topic: string): Promise<void> {
  await db.query(
    `UPDATE wiredesk.feeds SET hub = $2, hub_topic = $3, hub_path = $4, hub_secret = $5, hub_asked_at = NULL,
       hub_error = NULL, pushed_until = NULL
     WHERE id = $1 AND (hub, hub_topic) IS DISTINCT FROM ($2, $3)`,
    [feedId, hub, topic, randomBytes(18).toString('base64url'), randomBytes(24).toString('base64url')],
  );
}

/** A lease is renewed a day before it ends; a hub that did not answer for it is asked again after an hour. */
const renewBefore = '1 day';
const askAgainAfter = '1 hour';

/** Takes the subscriptions that are to be asked for, or renewed, now: each for one process only. */
export async function claimSubscriptions(db: Queryable, nowMs: number, limit: number): Promise<Subscription[]> {
  const rows = await db.query<Row>(
    `WITH due AS (
       SELECT id FROM wiredesk.feeds WHERE hub IS NOT NULL AND state <> 'paused'
         AND (pushed_until IS NULL OR pushed_until < $1::timestamptz + interval '${renewBefore}')
         AND (hub_asked_at IS NULL OR hub_asked_at < $1::timestamptz - interval '${askAgainAfter}')
       ORDER BY hub_asked_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE wiredesk.feeds f SET hub_asked_at = $1 FROM due WHERE f.id = due.id
     RETURNING ${columns.replaceAll(/\w+/g, 'f.$&')}`,
    [new Date(nowMs).toISOString(), limit],
  );
  return rows.map(toSubscription);
}

/** The subscription whose callback this is; null when the desk has none (any more). */
export async function findSubscription(db: Queryable, path: string): Promise<Subscription | null> {
  const [row] = await db.query<Row>(`SELECT ${columns} FROM wiredesk.feeds WHERE hub_path = $1`, [path]);
  return row ? toSubscription(row) : null;
}

/** Writes down until when the hub will push (ISO 8601), or why it will not. */
export async function recordLease(
  db: Queryable,
  feedId: string,
  { until, error }: { until: string | null; error: string | null },
): Promise<void> {
  await db.query('UPDATE wiredesk.feeds SET pushed_until = COALESCE($2, pushed_until), hub_error = $3 WHERE id = $1', [
    feedId,
    until,
    error,
  ]);
}

/** The hub ended the subscription. */
export async function endLease(db: Queryable, feedId: string, error: string): Promise<void> {
  await db.query('UPDATE wiredesk.feeds SET pushed_until = NULL, hub_error = $2 WHERE id = $1', [feedId, error]);
}
