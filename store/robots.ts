import type { Queryable } from './database.ts';

/** What is known of an origin's robots.txt. Times are ms since 1970. */
export interface StoredRobots {
  /** Null allows all. */
  body: string | null;
  /** When it last answered; null when it never did. */
  answeredAtMs: number | null;
  triedAtMs: number;
  /** Since when it does not answer; null when it did at the last try. */
  failingSinceMs: number | null;
}

export async function getRobots(db: Queryable, origin: string): Promise<StoredRobots | null> {
  const [row] = await db.query<{
    body: string | null;
    answered_at_ms: string | null;
    tried_at_ms: string;
    failing_since_ms: string | null;
  }>('SELECT * FROM wiredesk.robots WHERE origin = $1', [origin]);
  if (!row) return null;
  const number = (value: string | null) => (value === null ? null : Number(value));
  return {
    body: row.body,
    answeredAtMs: number(row.answered_at_ms),
    triedAtMs: Number(row.tried_at_ms),
    failingSinceMs: number(row.failing_since_ms),
  };
}

/** Keeps a robots.txt over what was known of it. */
export async function saveRobots(db: Queryable, origin: string, robots: StoredRobots): Promise<void> {
  await db.query(
    `INSERT INTO wiredesk.robots (origin, body, answered_at_ms, tried_at_ms, failing_since_ms) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (origin) DO UPDATE SET body = excluded.body, answered_at_ms = excluded.answered_at_ms,
       tried_at_ms = excluded.tried_at_ms, failing_since_ms = excluded.failing_since_ms`,
    [origin, robots.body, robots.answeredAtMs, robots.triedAtMs, robots.failingSinceMs],
  );
}
