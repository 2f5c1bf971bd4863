import type { ReplayRecord } from '../schemas/replay.ts';
import { replayRecordSchema } from '../schemas/replay.ts';
import type { Queryable } from './database.ts';
import { isoTime } from './row-values.ts';

/** Keeps what a replay was asked for and what came of it. */
export async function saveReplay(db: Queryable, { request, report, endedAt }: ReplayRecord): Promise<void> {
  await db.query('INSERT INTO wiredesk.replays (id, request, report, ended_at) VALUES ($1, $2::jsonb, $3::jsonb, $4)', [
    report.id,
    JSON.stringify(request),
    JSON.stringify(report),
    endedAt,
  ]);
}

/** Past replays, newest first. */
export async function listReplays(db: Queryable, limit = 100): Promise<ReplayRecord[]> {
  const rows = await db.query<{ request: unknown; report: unknown; ended_at: Date | string }>(
    'SELECT request, report, ended_at FROM wiredesk.replays ORDER BY ended_at DESC, id LIMIT $1',
    [limit],
  );
  return rows.map((row) =>
    replayRecordSchema.parse({ request: row.request, report: row.report, endedAt: isoTime(row.ended_at) }),
  );
}
