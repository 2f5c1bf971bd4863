import type { Feed } from '../schemas/feed.ts';
import { feedSchema } from '../schemas/feed.ts';
import type { Queryable } from './database.ts';
import { shortKey } from './hash.ts';
import { isoTime, isoTimeOrNull } from './row-values.ts';

interface FeedRow {
  id: string;
  url: string;
  kind: string;
  title: string | null;
  publisher: string;
  state: string;
  interval_ms: string;
  etag: string | null;
  last_modified: string | null;
  last_checked_at: Date | null;
  next_check_at: Date | null;
  last_outcome: string | null;
  last_error: string | null;
  failures: number;
  created_at: Date;
}

const toFeed = (row: FeedRow): Feed =>
  feedSchema.parse({
    id: row.id,
    url: row.url,
    kind: row.kind,
    title: row.title,
    publisher: row.publisher,
    state: row.state,
    intervalMs: Number(row.interval_ms),
    etag: row.etag,
    lastModified: row.last_modified,
    lastCheckedAt: isoTimeOrNull(row.last_checked_at),
    nextCheckAt: isoTimeOrNull(row.next_check_at),
    lastOutcome: row.last_outcome,
    lastError: row.last_error,
    failures: row.failures,
    createdAt: isoTime(row.created_at),
  });

const first = (rows: FeedRow[]): Feed | null => (rows[0] ? toFeed(rows[0]) : null);

export type NewFeed = Pick<Feed, 'url' | 'kind' | 'title' | 'publisher' | 'intervalMs'>;

/** Adds a feed, or takes its new title, publisher and interval when the URL is known; its state and history stay. */
export async function addFeed(db: Queryable, feed: NewFeed, now: string): Promise<Feed> {
  const rows = await db.query<FeedRow>(
    `INSERT INTO wiredesk.feeds (id, url, kind, title, publisher, interval_ms, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (url) DO UPDATE SET kind = excluded.kind, title = COALESCE(excluded.title, feeds.title),
       publisher = excluded.publisher, interval_ms = excluded.interval_ms
     RETURNING *`,
    [shortKey('feed', feed.url), feed.url, feed.kind, feed.title, feed.publisher, feed.intervalMs, now],
  );
  return toFeed(rows[0] as FeedRow);
}

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

/** Pauses, resumes or marks a feed as gone; null when there is no such feed. */
export async function setFeedState(db: Queryable, id: string, state: Feed['state']): Promise<Feed | null> {
  return first(await db.query<FeedRow>('UPDATE wiredesk.feeds SET state = $2 WHERE id = $1 RETURNING *', [id, state]));
}

/** Removes the feed itself; its entries, captures and items stay. False when there was none. */
export async function removeFeed(db: Queryable, id: string): Promise<boolean> {
  return (await db.query('DELETE FROM wiredesk.feeds WHERE id = $1 RETURNING id', [id])).length > 0;
}

export interface FeedCheck {
  outcome: string;
  error: string | null;
  etag: string | null;
  lastModified: string | null;
  checkedAt: string;
  nextCheckAt: string | null;
  failures: number;
  title?: string | null;
}

/** Writes down one poll of a feed; a missing title leaves the known one. Null when the feed was removed meanwhile. */
export async function recordCheck(db: Queryable, id: string, check: FeedCheck): Promise<Feed | null> {
  return first(
    await db.query<FeedRow>(
      `UPDATE wiredesk.feeds SET last_outcome = $2, last_error = $3, etag = $4, last_modified = $5, last_checked_at = $6,
         next_check_at = $7, failures = $8, title = COALESCE($9, title)
       WHERE id = $1 RETURNING *`,
      [
        id,
        check.outcome,
        check.error,
        check.etag,
        check.lastModified,
        check.checkedAt,
        check.nextCheckAt,
        check.failures,
        check.title ?? null,
      ],
    ),
  );
}

/** Puts a discovered feed's address in the place of the page's that was given; its validators were the page's. */
export async function setFeedUrl(db: Queryable, id: string, url: string): Promise<void> {
  await db.query('UPDATE wiredesk.feeds SET url = $2, etag = NULL, last_modified = NULL WHERE id = $1', [id, url]);
}
