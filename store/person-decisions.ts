import type { PersonDecision, PersonId } from '../schemas/person.ts';
import { personDecisionSchema } from '../schemas/person.ts';
import type { Database, Queryable } from './database.ts';
import { findPerson } from './people.ts';
import { RegisterError } from './register-error.ts';
import { isoTime, isoTimeOrNull } from './row-values.ts';
import { lockSeq } from './seq-lock.ts';

interface DecisionRow {
  id: string;
  action: string;
  summary: string;
  made_at: Date;
  undone_at: Date | null;
}

/** What a decision touched, and the ids that stood there before it set others. */
interface Detail {
  keys: string[];
  ids: { key: string; before: string | null }[];
}

const toDecision = (row: DecisionRow): PersonDecision =>
  personDecisionSchema.parse({
    id: Number(row.id),
    action: row.action,
    summary: row.summary,
    madeAt: isoTime(row.made_at),
    undoneAt: isoTimeOrNull(row.undone_at),
  });

async function writeDecision(
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

/** Every item's row that these keys may stand in is looked up anew; the rules were changed before in the same transaction. */
const follow = (tx: Queryable, keys: string[]): Promise<unknown> =>
  tx.query(
    `UPDATE wiredesk.person_items p SET person = wiredesk.person_of(p.key, p.item_id, p.publisher)
     WHERE p.key = ANY($1::text[]) OR p.person = ANY($1::text[])`,
    [keys],
  );

const setId = (tx: Queryable, key: string, wikidata: string | null): Promise<unknown> =>
  tx.query(
    'INSERT INTO wiredesk.people (key, wikidata) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET wikidata = excluded.wikidata',
    [key, wikidata],
  );

async function idsOf(tx: Queryable, keys: string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ key: string; wikidata: string }>(
    'SELECT key, wikidata FROM wiredesk.people WHERE key = ANY($1::text[]) AND wikidata IS NOT NULL',
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row.wikidata]));
}

/** Makes several people one: all of `from` (keys or names) become `into`. Throws RegisterError when one is unknown, the same, or has another Wikidata id. */
export async function mergePeople(
  db: Database,
  order: { from: string[]; into: string },
  now: string,
): Promise<PersonDecision> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    const into = await findPerson(tx, order.into);
    const from: string[] = [];
    for (const one of order.from) from.push(await findPerson(tx, one));
    if (from.includes(into))
      throw new RegisterError(
        409,
        `${order.from[from.indexOf(into)]} and ${order.into} are one person already (${into}): there is nothing to merge`,
      );
    const keys = [...new Set(from)];
    const known = await idsOf(tx, [into, ...keys]);
    const ids = [...new Set(known.values())];
    if (ids.length > 1) {
      const named = [...known].map(([key, id]) => `${key} is ${id}`).join(', ');
      throw new RegisterError(
        409,
        `${named}: two Wikidata ids are two people; if one is wrong, import the right one with --replace`,
      );
    }
    const before = known.get(into) ?? null;
    const detail = { keys: [into, ...keys], ids: before === null && ids[0] ? [{ key: into, before }] : [] };
    const decision = await writeDecision(tx, 'merge', `${keys.join(', ')} merged into ${into}`, detail, now);
    await tx.query('INSERT INTO wiredesk.person_merges (key, into_key, decision) SELECT unnest($1::text[]), $2, $3', [
      keys,
      into,
      decision.id,
    ]);
    if (before === null && ids[0]) await setId(tx, into, ids[0]);
    await follow(tx, keys);
    return decision;
  });
}

export interface SplitOrder {
  person: string;
  items: string[];
  publishers: string[];
  /** The key of who is meant there; null: the next free number after the person's own key. */
  as: string | null;
  name: string | null;
}

/** Says that in these items, or in all of these publishers' items, now and later, the person is another one. Throws RegisterError. */
export async function splitPerson(db: Database, order: SplitOrder, now: string): Promise<PersonDecision> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    const person = await findPerson(tx, order.person);
    const named = await tx.query<{ key: string; item_id: string; publisher: string }>(
      `SELECT key, item_id, publisher FROM wiredesk.person_items
       WHERE person = $1 AND (item_id = ANY($2::text[]) OR publisher = ANY($3::text[]))`,
      [person, order.items, order.publishers],
    );
    const stranger =
      order.items.find((item) => !named.some((row) => row.item_id === item)) ??
      order.publishers.find((publisher) => !named.some((row) => row.publisher === publisher));
    if (stranger)
      throw new RegisterError(
        404,
        `${stranger} names no ${person}: "wiredesk items --person ${person}" lists who does`,
      );
    const as = order.as ?? (await freeKey(tx, person));
    if (as === person) throw new RegisterError(409, `${as} is the person that is split: give another key`);
    const where = [...order.items, ...order.publishers].join(', ');
    const keys = [...new Set([person, as, ...named.map((row) => row.key)])];
    const decision = await writeDecision(tx, 'split', `${person} is ${as} in ${where}`, { keys, ids: [] }, now);
    await tx.query(
      `INSERT INTO wiredesk.people (key, name) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET name = COALESCE(excluded.name, wiredesk.people.name)`,
      [as, order.name],
    );
    await tx.query(
      `INSERT INTO wiredesk.person_splits (key, item_id, publisher, to_key, decision)
       SELECT DISTINCT n.key, CASE WHEN n.item_id = ANY($2::text[]) THEN n.item_id END,
         CASE WHEN n.item_id = ANY($2::text[]) THEN NULL ELSE n.publisher END, $3, $4::bigint
       FROM jsonb_to_recordset($1::jsonb) AS n (key text, item_id text, publisher text)`,
      [JSON.stringify(named), order.items, as, decision.id],
    );
    await follow(tx, keys);
    return decision;
  });
}

async function freeKey(tx: Queryable, person: string): Promise<string> {
  const rows = await tx.query<{ key: string }>(`SELECT key FROM wiredesk.people WHERE starts_with(key, $1 || '-')`, [
    person,
  ]);
  const taken = new Set(rows.map((row) => row.key));
  let number = 2;
  while (taken.has(`${person}-${number}`)) number += 1;
  return `${person}-${number}`;
}

/**
 * Writes down the Wikidata ids of people, all or none. An id for someone no item has named yet waits for them. Throws
 * RegisterError that names every line whose person has another id already, unless `replace`.
 */
export async function importPersonIds(
  db: Database,
  order: { source: string; ids: PersonId[]; replace: boolean },
  now: string,
): Promise<PersonDecision> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    const given = await resolveIds(tx, order.ids);
    const known = await idsOf(tx, [...given.keys()]);
    const clashes = [...given].filter(([key, { wikidata }]) => (known.get(key) ?? wikidata) !== wikidata);
    if (clashes.length > 0 && !order.replace) {
      const lines = clashes.map(([key, one]) => `line ${one.line}: ${key} is ${known.get(key)}, not ${one.wikidata}`);
      throw new RegisterError(409, `${lines.join('\n')}\nnothing was imported; --replace takes the file's ids`);
    }
    const ids = [...given.keys()].map((key) => ({ key, before: known.get(key) ?? null }));
    const summary = await importSummary(tx, order.source, [...given.keys()]);
    const decision = await writeDecision(tx, 'import', summary, { keys: [...given.keys()], ids }, now);
    const rows = [...given].map(([key, { wikidata, name }]) => ({ key, wikidata, name }));
    await tx.query(
      `INSERT INTO wiredesk.people AS p (key, wikidata, name)
       SELECT r.key, r.wikidata, CASE WHEN EXISTS (SELECT 1 FROM wiredesk.person_items i WHERE i.person = r.key) THEN NULL ELSE r.name END
       FROM jsonb_to_recordset($1::jsonb) AS r (key text, wikidata text, name text)
       ON CONFLICT (key) DO UPDATE SET wikidata = excluded.wikidata, name = COALESCE(p.name, excluded.name)`,
      [JSON.stringify(rows)],
    );
    return decision;
  });
}

async function importSummary(tx: Queryable, source: string, keys: string[]): Promise<string> {
  const [seen] = await tx.query<{ count: string }>(
    'SELECT count(DISTINCT person) AS count FROM wiredesk.person_items WHERE person = ANY($1::text[])',
    [keys],
  );
  const unseen = keys.length - Number(seen?.count ?? 0);
  const waiting = unseen > 0 ? ` (${unseen} of people whom no item names yet)` : '';
  return `${keys.length} Wikidata ${keys.length === 1 ? 'id' : 'ids'} from ${source}${waiting}`;
}

/** Each line's person: by key, else by printed name, else the key itself for someone not seen yet. Throws RegisterError on two ids for one. */
async function resolveIds(tx: Queryable, ids: PersonId[]): Promise<Map<string, PersonId>> {
  const rows = await tx.query<{ line: number; person: string }>(
    `SELECT DISTINCT ON (r.line) r.line, COALESCE(
       (SELECT wiredesk.person_of(p.key, '', '') FROM wiredesk.people p WHERE p.key = r.key),
       (SELECT min(i.person) FROM wiredesk.person_items i WHERE lower(i.name) = lower(r.name) HAVING count(DISTINCT i.person) = 1),
       r.key) AS person
     FROM jsonb_to_recordset($1::jsonb) AS r (line integer, key text, name text)`,
    [JSON.stringify(ids)],
  );
  const personAt = new Map(rows.map((row) => [row.line, row.person]));
  const given = new Map<string, PersonId>();
  for (const id of ids) {
    const person = personAt.get(id.line) ?? id.key;
    const before = given.get(person);
    if (before && before.wikidata !== id.wikidata) {
      throw new RegisterError(
        409,
        `lines ${before.line} and ${id.line} give ${person} two ids (${before.wikidata}, ${id.wikidata}): keep one; nothing was imported`,
      );
    }
    given.set(person, id);
  }
  return given;
}

/** What was done by hand, newest first. */
export async function listDecisions(db: Queryable, limit = 100): Promise<PersonDecision[]> {
  const rows = await db.query<DecisionRow>('SELECT * FROM wiredesk.person_decisions ORDER BY id DESC LIMIT $1', [
    limit,
  ]);
  return rows.map(toDecision);
}

/** Takes a decision back (null: the newest that stands). Ids go back to what they were, unless a later decision changed them. Throws RegisterError. */
export async function undoDecision(db: Database, id: number | null, now: string): Promise<PersonDecision> {
  return db.transaction(async (tx) => {
    await lockSeq(tx);
    const [row] = await tx.query<DecisionRow & { detail: Detail }>(
      `SELECT * FROM wiredesk.person_decisions WHERE ${id === null ? 'undone_at IS NULL AND $1::bigint IS NULL' : 'id = $1::bigint'}
       ORDER BY id DESC LIMIT 1`,
      [id],
    );
    if (!row && id === null)
      throw new RegisterError(404, 'nothing was merged, split or imported by hand: there is nothing to undo');
    if (!row) throw new RegisterError(404, `no decision ${id}: "wiredesk people decisions" lists them`);
    if (row.undone_at)
      throw new RegisterError(409, `decision ${id} was undone already, on ${isoTime(row.undone_at).slice(0, 10)}`);
    const roots = await tx.query<{ key: string }>(
      `SELECT DISTINCT wiredesk.person_of(k, '', '') AS key FROM unnest($1::text[]) AS k`,
      [row.detail.keys],
    );
    await tx.query('DELETE FROM wiredesk.person_merges WHERE decision = $1', [row.id]);
    await tx.query('DELETE FROM wiredesk.person_splits WHERE decision = $1', [row.id]);
    for (const { key, before } of row.detail.ids) await setId(tx, key, before);
    await follow(tx, [...row.detail.keys, ...roots.map((root) => root.key)]);
    const [undone] = await tx.query<DecisionRow>(
      'UPDATE wiredesk.person_decisions SET undone_at = $2 WHERE id = $1 RETURNING *',
      [row.id, now],
    );
    return toDecision(undone as DecisionRow);
  });
}
