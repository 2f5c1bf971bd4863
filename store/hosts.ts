import type { Queryable } from './database.ts';

/**
 * Reserves the next free slot at a host, `delayMs` (or the host's own crawl-delay, if that is longer) after the last
 * one, for all processes in one statement. Gives how long to wait for it, in ms: 0 means now.
 */
export async function reserveSlot(db: Queryable, host: string, delayMs: number, nowMs: number): Promise<number> {
  const [row] = await db.query<{ wait_ms: string }>(
    `INSERT INTO wiredesk.hosts AS h (host, next_at_ms) VALUES ($1, $2::bigint + $3::bigint)
     ON CONFLICT (host) DO UPDATE SET next_at_ms = GREATEST(h.next_at_ms, $2::bigint) + GREATEST($3::bigint, h.crawl_delay_ms)
     RETURNING next_at_ms - GREATEST($3::bigint, crawl_delay_ms) - $2::bigint AS wait_ms`,
    [host, Math.round(nowMs), Math.round(delayMs)],
  );
  return Math.max(0, Number(row?.wait_ms ?? 0));
}

/**
 * Takes the host's next turn to be asked, which lies at least `delayMs` (or its crawl-delay) after the one before,
 * whichever process took that. Gives the wait until it in ms, or null when it is further off than `patienceMs`: then
 * nothing is taken. Slots are plans, and jobs that are late come all at once; a turn is what lets a request out.
 */
export async function takeTurn(
  db: Queryable,
  host: string,
  delayMs: number,
  patienceMs: number,
  nowMs: number,
): Promise<number | null> {
  const [row] = await db.query<{ turn_at_ms: string }>(
    `INSERT INTO wiredesk.hosts AS h (host, next_at_ms, turn_at_ms) VALUES ($1, 0, $2::bigint)
     ON CONFLICT (host) DO UPDATE SET turn_at_ms = GREATEST(h.turn_at_ms + GREATEST($3::bigint, h.crawl_delay_ms), $2::bigint)
     WHERE h.turn_at_ms + GREATEST($3::bigint, h.crawl_delay_ms) <= $2::bigint + $4::bigint
     RETURNING turn_at_ms`,
    [host, Math.round(nowMs), Math.round(delayMs), Math.round(patienceMs)],
  );
  return row ? Math.max(0, Number(row.turn_at_ms) - Math.round(nowMs)) : null;
}

/** Keeps the pause that a host's robots.txt asks for; 0 for none. */
export async function setCrawlDelay(db: Queryable, host: string, delayMs: number): Promise<void> {
  await db.query(
    `INSERT INTO wiredesk.hosts (host, next_at_ms, crawl_delay_ms) VALUES ($1, 0, $2)
     ON CONFLICT (host) DO UPDATE SET crawl_delay_ms = excluded.crawl_delay_ms`,
    [host, Math.round(delayMs)],
  );
}
