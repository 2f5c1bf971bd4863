import type { DeadLetter } from '../schemas/dead-letter.ts';
import { deadLetterSchema } from '../schemas/dead-letter.ts';
import type { Queryable } from './database.ts';
import { shortKey } from './hash.ts';
import { isoTime } from './row-values.ts';

interface DeadLetterRow {
  id: string;
  stage: string;
  data: Record<string, string>;
  subject: string;
  reason: string;
  fingerprint: string;
  attempts: number;
  failed_at: Date;
}

const toDeadLetter = (row: DeadLetterRow): DeadLetter =>
  deadLetterSchema.parse({
    id: row.id,
    stage: row.stage,
    data: row.data,
    subject: row.subject,
    reason: row.reason,
    fingerprint: row.fingerprint,
    attempts: row.attempts,
    failedAt: isoTime(row.failed_at),
  });

/** The cause without what differs from job to job (addresses, quoted names, hashes, numbers), so that like failures group. */
export const failureFingerprint = (stage: string, reason: string): string => {
  const normalised = reason
    .toLowerCase()
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/g, 'url')
    .replace(/"[^"]*"|'[^']*'/g, 'text')
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{8,}\b/g, 'key')
    .replace(/\d+/g, 'n')
    .replace(/\s+/g, ' ')
    .trim();
  return shortKey('failure', stage, normalised);
};

export type NewDeadLetter = Omit<DeadLetter, 'id' | 'fingerprint'>;

/** Keeps a failed job with its cause; the same job failing again replaces its letter. The id is made of stage and keys. */
export async function addDeadLetter(db: Queryable, letter: NewDeadLetter): Promise<DeadLetter> {
  const keys = Object.entries(letter.data).sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = await db.query<DeadLetterRow>(
    `INSERT INTO wiredesk.dead_letters (id, stage, data, subject, reason, fingerprint, attempts, failed_at)
     VALUES ($1, $2, $3::jsonb, $4, $5, $6, $7, $8)
     ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, reason = excluded.reason,
       fingerprint = excluded.fingerprint, attempts = excluded.attempts, failed_at = excluded.failed_at
     RETURNING *`,
    [
      shortKey('dead-letter', letter.stage, ...keys.flat()),
      letter.stage,
      JSON.stringify(Object.fromEntries(keys)),
      letter.subject,
      letter.reason,
      failureFingerprint(letter.stage, letter.reason),
      letter.attempts,
      letter.failedAt,
    ],
  );
  return toDeadLetter(rows[0] as DeadLetterRow);
}

/** Dead letters, oldest first. */
export async function listDeadLetters(db: Queryable, limit = 1000): Promise<DeadLetter[]> {
  const rows = await db.query<DeadLetterRow>('SELECT * FROM wiredesk.dead_letters ORDER BY failed_at, id LIMIT $1', [
    limit,
  ]);
  return rows.map(toDeadLetter);
}

/** One dead letter, or null. */
export async function getDeadLetter(db: Queryable, id: string): Promise<DeadLetter | null> {
  const [row] = await db.query<DeadLetterRow>('SELECT * FROM wiredesk.dead_letters WHERE id = $1', [id]);
  return row ? toDeadLetter(row) : null;
}

/** Removes a dead letter and gives it to the caller, who enqueues its job again; null when there is none. */
export async function takeDeadLetter(db: Queryable, id: string): Promise<DeadLetter | null> {
  const [row] = await db.query<DeadLetterRow>('DELETE FROM wiredesk.dead_letters WHERE id = $1 RETURNING *', [id]);
  return row ? toDeadLetter(row) : null;
}

/** Removes a dead letter for good; false when there is none. */
export async function removeDeadLetter(db: Queryable, id: string): Promise<boolean> {
  return (await takeDeadLetter(db, id)) !== null;
}
