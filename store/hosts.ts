import type { Queryable } from './database.ts';

/**
 * Reserves the next free slot at a host, `delayMs` after the last one, for all processes in one statement.
 * Gives how long to wait for it, in ms: 0 means now.
 */
export async function reserveSlot(db: Queryable, host: string, delayMs: number, nowMs: number): Promise<number> {
  const [row] = await db.query<{ next_at_ms: string }>(
    `INSERT INTO wiredesk.hosts AS h (host, next_at_ms) VALUES ($1, $2::bigint + $3::bigint)
     ON CONFLICT (host) DO UPDATE SET next_at_ms = GREATEST(h.next_at_ms, $2::bigint) + $3::bigint
     RETURNING next_at_ms`,
    [host, Math.round(nowMs), Math.round(delayMs)],
  );
  return Math.max(0, Number(row?.next_at_ms ?? nowMs) - Math.round(delayMs) - Math.round(nowMs));
}
