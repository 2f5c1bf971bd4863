import type { Feed } from '../schemas/feed.ts';
import { feedSchema } from '../schemas/feed.ts';
import type { Queryable } from './database.ts';
import { shortKey } from './hash.ts';
import { isoTime, isoTimeOrNull } from './row-values.ts';

export interface FeedRow {
  id: string;
  url: string;
  kind: string;
  title: string | null;
  publisher: string;
  state: string;
  interval_ms: string;
  adaptive: boolean;
  cadence_ms: string | null;
  lane: string;
  day_window: string | null;
  credentials_kind: string | null;
  etag: string | null;
  last_modified: string | null;
  last_checked_at: Date | null;
  next_check_at: Date | null;
  next_check_reason: string | null;
  last_outcome: string | null;
  last_error: string | null;
  failures: number;
  seen_share: number | null;
  last_new_at: Date | null;
  silent: string | null;
  moved_to: string | null;
  moved_times: number;
  repairs: number;
  hub: string | null;
  hub_error: string | null;
  pushed_until: Date | null;
  created_at: Date;
}

export const toFeed = (row: FeedRow): Feed =>
  feedSchema.parse({
    id: row.id,
    url: row.url,
    kind: row.kind,
    title: row.title,
    publisher: row.publisher,
    state: row.state,
    intervalMs: Number(row.interval_ms),
    adaptive: row.adaptive,
    cadenceMs: Number(row.cadence_ms ?? row.interval_ms),
    lane: row.lane,
    window: row.day_window,
    credentials: row.credentials_kind,
    etag: row.etag,
    lastModified: row.last_modified,
    lastCheckedAt: isoTimeOrNull(row.last_checked_at),
    nextCheckAt: isoTimeOrNull(row.next_check_at),
    nextCheckReason: row.next_check_reason,
    lastOutcome: row.last_outcome,
    lastError: row.last_error,
    failures: row.failures,
    seenShare: row.seen_share,
    lastNewAt: isoTimeOrNull(row.last_new_at),
    silent: row.silent,
    movedTo: row.moved_to,
    movedTimes: row.moved_times,
    repairs: row.repairs,
    hub: row.hub,
    hubError: row.hub_error,
    pushedUntil: isoTimeOrNull(row.pushed_until),
    createdAt: isoTime(row.created_at),
  });

const first = (rows: FeedRow[]): Feed | null => (rows[0] ? toFeed(rows[0]) : null);

export interface NewFeed extends Pick<Feed, 'url' | 'kind' | 'title' | 'publisher' | 'intervalMs'> {
  adaptive?: boolean | undefined;
  lane?: Feed['lane'] | undefined;
  window?: string | null | undefined;
}

/**
 * Adds a feed, due at once, or takes its new title, publisher and schedule when the address is known, also as the one it
 * was first added by; its state and history stay.
 */
export async function addFeed(db: Queryable, feed: NewFeed, now: string): Promise<Feed> {
  return (await insertFeed(db, feed, now)) ?? ((await takeKnown(db, feed)) as Feed);
}

async function takeKnown(db: Queryable, feed: NewFeed): Promise<Feed | null> {
  const { adaptive = true, lane = 'live', window = null } = feed;
  return first(
    await db.query<FeedRow>(
      `UPDATE wiredesk.feeds SET kind = $3, title = COALESCE($4, title), publisher = $5, interval_ms = $6, adaptive = $7,
         lane = $8, day_window = $9, cadence_ms = CASE WHEN $7 THEN cadence_ms END
       WHERE id = $1 OR url = $2 RETURNING *`,
      [feedId(feed), feed.url, feed.kind, feed.title, feed.publisher, feed.intervalMs, adaptive, lane, window],
    ),
  );
}

/** Null when it is known already, by this address or as the one it was first added by. */
async function insertFeed(db: Queryable, feed: NewFeed, now: string): Promise<Feed | null> {
  const { adaptive = true, lane = 'live', window = null } = feed;
  return first(
    await db.query<FeedRow>(
      `INSERT INTO wiredesk.feeds (id, url, kind, title, publisher, interval_ms, adaptive, lane, day_window, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING *`,
      [feedId(feed), feed.url, feed.kind, feed.title, feed.publisher, feed.intervalMs, adaptive, lane, window, now],
    ),
  );
}

const feedId = (feed: NewFeed): string => shortKey('feed', feed.url);

export async function getFeed(db: Queryable, id: string): Promise<Feed | null> {
  return first(await db.query<FeedRow>('SELECT * FROM wiredesk.feeds WHERE id = $1', [id]));
}

/** The feed with this id or this URL, exactly; null when there is none. */
export async function findFeed(db: Queryable, idOrUrl: string): Promise<Feed | null> {
  return first(await db.query<FeedRow>('SELECT * FROM wiredesk.feeds WHERE id = $1 OR url = $1', [idOrUrl]));
}

/** All feeds in the order they were added. */
export async function listFeeds(db: Queryable): Promise<Feed[]> {
  return (await db.query<FeedRow>('SELECT * FROM wiredesk.feeds ORDER BY created_at, url')).map(toFeed);
}

/** Pauses, resumes or marks a feed as gone; null when there is no such feed. A resumed feed is due at once. */
export async function setFeedState(db: Queryable, id: string, state: Feed['state']): Promise<Feed | null> {
  return first(
    await db.query<FeedRow>(
      `UPDATE wiredesk.feeds SET state = $2, due_at = CASE WHEN $2 = 'active' THEN '-infinity' ELSE due_at END, claimed = false,
         next_check_at = CASE WHEN $2 = 'active' THEN NULL ELSE next_check_at END
       WHERE id = $1 RETURNING *`,
      [id, state],
    ),
  );
}

export interface FeedSettings {
  publisher?: string | undefined;
  intervalMs?: number | undefined;
  adaptive?: boolean | undefined;
  lane?: Feed['lane'] | undefined;
  /** Null takes the window away. */
  window?: string | null | undefined;
}

/** Changes what was given and makes the feed due at once, so that the new schedule counts from now; null when there is no such feed. */
export async function changeFeed(db: Queryable, id: string, change: FeedSettings): Promise<Feed | null> {
  return first(
    await db.query<FeedRow>(
      `UPDATE wiredesk.feeds SET interval_ms = COALESCE($2, interval_ms), adaptive = COALESCE($3, adaptive),
         lane = COALESCE($4, lane), day_window = CASE WHEN $5 THEN $6 ELSE day_window END,
         publisher = COALESCE($7, publisher), cadence_ms = NULL, due_at = '-infinity', claimed = false,
         next_check_at = NULL
       WHERE id = $1 RETURNING *`,
      [
        id,
        change.intervalMs ?? null,
        change.adaptive ?? null,
        change.lane ?? null,
        change.window !== undefined,
        change.window ?? null,
        change.publisher ?? null,
      ],
    ),
  );
}

/** Removes the feed itself; its entries, captures and items stay. False when there was none. */
export async function removeFeed(db: Queryable, id: string): Promise<boolean> {
  return (await db.query('DELETE FROM wiredesk.feeds WHERE id = $1 RETURNING id', [id])).length > 0;
}

/**
 * Puts another address in the place of a feed's: one that was discovered, or one it moved to. With `fresh` the validators
 * are dropped, since they were another page's. False when another feed has that address already.
 */
export async function setFeedUrl(db: Queryable, id: string, url: string, fresh: boolean): Promise<boolean> {
  const rows = await db.query(
    `UPDATE wiredesk.feeds SET url = $2, moved_to = NULL, moved_times = 0,
       etag = CASE WHEN $3 THEN NULL ELSE etag END, last_modified = CASE WHEN $3 THEN NULL ELSE last_modified END
     WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM wiredesk.feeds WHERE url = $2 AND id <> $1) RETURNING id`,
    [id, url, fresh],
  );
  return rows.length > 0;
}
