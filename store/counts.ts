import type { Queryable } from './database.ts';

export interface Counts {
  feeds: number;
  feedsActive: number;
  feedsFailing: number;
  /** Due for ten minutes and not polled: the desk does not get to them, or none runs. */
  feedsLate: number;
  /** Silent beyond their own habit. */
  feedsSilent: number;
  /** Polls that were lost and asked for again, since the feeds were added. */
  repairs: number;
  entries: number;
  entriesPending: number;
  captures: number;
  parsed: number;
  stories: number;
  briefs: number;
  canceled: number;
  sightings: number;
  deadLetters: number;
  newestSeq: number;
}

/** How much the store holds, in one statement: for `/healthz`, the desk's page and `doctor`. */
export async function counts(db: Queryable): Promise<Counts> {
  const [row] = await db.query<Record<keyof Counts, string>>(
    `SELECT (SELECT count(*) FROM wiredesk.feeds) AS "feeds",
       (SELECT count(*) FROM wiredesk.feeds WHERE state = 'active') AS "feedsActive",
       (SELECT count(*) FROM wiredesk.feeds WHERE last_error IS NOT NULL AND state <> 'paused') AS "feedsFailing",
       (SELECT count(*) FROM wiredesk.feeds WHERE silent IS NOT NULL AND state <> 'paused') AS "feedsSilent",
       (SELECT count(*) FROM wiredesk.feeds WHERE state <> 'paused'
          AND COALESCE(next_check_at, created_at) < now() - interval '10 minutes') AS "feedsLate",
       (SELECT COALESCE(sum(repairs), 0) FROM wiredesk.feeds) AS "repairs",
       (SELECT count(*) FROM wiredesk.entries) AS "entries",
       (SELECT count(*) FROM wiredesk.entries WHERE mark IS DISTINCT FROM fetched_mark) AS "entriesPending",
       (SELECT count(*) FROM wiredesk.captures) AS "captures",
       (SELECT count(*) FROM wiredesk.parsed) AS "parsed",
       (SELECT count(*) FROM wiredesk.items WHERE kind = 'story') AS "stories",
       (SELECT count(*) FROM wiredesk.items WHERE kind = 'brief') AS "briefs",
       (SELECT count(*) FROM wiredesk.items WHERE pub_status = 'canceled') AS "canceled",
       (SELECT count(*) FROM wiredesk.sightings) AS "sightings",
       (SELECT count(*) FROM wiredesk.dead_letters) AS "deadLetters",
       (SELECT COALESCE(max(seq), 0) FROM wiredesk.items) AS "newestSeq"`,
  );
  const numbers = Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]);
  return Object.fromEntries(numbers) as Counts;
}
