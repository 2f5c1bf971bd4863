import type { PersonDecision } from '../schemas/person.ts';
import { personDecisionSchema } from '../schemas/person.ts';
import type { Queryable } from './database.ts';
import { isoTime, isoTimeOrNull } from './row-values.ts';

/** A row of `person_decisions` without its detail. */
export interface DecisionRow {
  id: string;
  action: string;
  summary: string;
  made_at: Date;
  undone_at: Date | null;
}

/** What a person was given by hand. */
export interface Given {
  key: string;
  name: string | null;
  wikidata: string | null;
}

/** The keys a decision touched, and what those that it names or gives an id had before. */
export interface Detail {
  keys: string[];
  before: Given[];
}

/** The row as readers get it. */
export const toDecision = (row: DecisionRow): PersonDecision =>
  personDecisionSchema.parse({
    id: Number(row.id),
    action: row.action,
    summary: row.summary,
    madeAt: isoTime(row.made_at),
    undoneAt: isoTimeOrNull(row.undone_at),
  });

/** Writes a decision down, so that it can be listed and taken back. */
export async function writeDecision(
  tx: Queryable,
  action: PersonDecision['action'],
  summary: string,
  detail: Detail,
  now: string,
): Promise<PersonDecision> {
  const [row] = await tx.query<DecisionRow>(
    `INSERT INTO wiredesk.person_decisions (action, summary, detail, made_at) VALUES ($1, $2, $3::jsonb, $4) RETURNING *`,
    [action, summary, JSON.stringify(detail), now],
  );
  return toDecision(row as DecisionRow);
}

/** What was given by hand to these people, sorted by key; nulls where nothing was. */
export async function givenTo(tx: Queryable, keys: string[]): Promise<Given[]> {
  return tx.query<Given>(
    `SELECT k AS key, p.name, p.wikidata FROM unnest($1::text[]) AS k LEFT JOIN wiredesk.people p ON p.key = k ORDER BY k`,
    [keys],
  );
}

/** Sets what was given by hand. */
export const give = (tx: Queryable, rows: Given[]): Promise<unknown> =>
  tx.query(
    `INSERT INTO wiredesk.people (key, name, wikidata)
     SELECT r.key, r.name, r.wikidata FROM jsonb_to_recordset($1::jsonb) AS r (key text, name text, wikidata text)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, wikidata = excluded.wikidata`,
    [JSON.stringify(rows)],
  );

/** What was done by hand, newest first. */
export async function listDecisions(db: Queryable, limit = 100): Promise<PersonDecision[]> {
  const rows = await db.query<DecisionRow>('SELECT * FROM wiredesk.person_decisions ORDER BY id DESC LIMIT $1', [
    limit,
  ]);
  return rows.map(toDecision);
}
