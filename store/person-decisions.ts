import type { PersonDecision } from '../schemas/person.ts';
import type { Database, Queryable } from './database.ts';
import type { DecisionRow, Detail, Given } from './decision-log.ts';
import { give, givenTo, toDecision, writeDecision } from './decision-log.ts';
import { findPerson } from './people.ts';
import { RegisterError } from './register-error.ts';
import { isoTime } from './row-values.ts';
import { lockSeq } from './seq-lock.ts';

/** Every item's row that these keys may stand in is looked up anew; the rules were changed before in the same transaction. */
const follow = (tx: Queryable, keys: string[]): Promise<unknown> =>
  tx.query(
    `UPDATE wiredesk.person_items p SET person = wiredesk.person_of(p.key, p.item_id, p.publisher)
     WHERE p.key = ANY($1::text[]) OR p.person = ANY($1::text[])`,
    [keys],
  );

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
    const known = (await givenTo(tx, [into, ...keys])).filter((one) => one.wikidata !== null);
    const [wikidata, second] = new Set(known.map((one) => one.wikidata));
    if (second) {
      const named = known.map((one) => `${one.key} is ${one.wikidata}`).join(', ');
      throw new RegisterError(
        409,
        `${named}: two Wikidata ids are two people; if one is wrong, import the right one with --replace`,
      );
    }
    const before = await givenTo(tx, [into]);
    const detail = { keys: [into, ...keys], before };
    const decision = await writeDecision(tx, 'merge', `${keys.join(', ')} merged into ${into}`, detail, now);
    await tx.query('INSERT INTO wiredesk.person_merges (key, into_key, decision) SELECT unnest($1::text[]), $2, $3', [
      keys,
      into,
      decision.id,
    ]);
    await give(
      tx,
      before.map((one) => ({ ...one, wikidata: wikidata ?? null })),
    );
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
    const before = await givenTo(tx, [as]);
    const decision = await writeDecision(tx, 'split', `${person} is ${as} in ${where}`, { keys, before }, now);
    await give(
      tx,
      before.map((one) => ({ ...one, name: order.name ?? one.name })),
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

/** Takes a decision back (null: the newest that stands). Names and ids go back to what they were before it, unless a later decision set them. Throws RegisterError. */
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
    await give(tx, await notDecidedSince(tx, row));
    await follow(tx, [...row.detail.keys, ...roots.map((root) => root.key)]);
    const [undone] = await tx.query<DecisionRow>(
      'UPDATE wiredesk.person_decisions SET undone_at = $2 WHERE id = $1 RETURNING *',
      [row.id, now],
    );
    return toDecision(undone as DecisionRow);
  });
}

/**
 * Of what stood before a decision, that which no later one changed. A later one that did takes over the rest as what stood
 * before itself, so that taking both back in any order ends where it began.
 */
async function notDecidedSince(tx: Queryable, undone: { id: string; detail: Detail }): Promise<Given[]> {
  const later = await tx.query<{ id: string; detail: Detail }>(
    'SELECT id, detail FROM wiredesk.person_decisions WHERE id > $1 AND undone_at IS NULL ORDER BY id',
    [undone.id],
  );
  const heirOf = new Map(
    later.toReversed().flatMap((heir) => heir.detail.before.map(({ key }) => [key, heir] as const)),
  );
  const mine = new Map(undone.detail.before.map((given) => [given.key, given]));
  for (const heir of new Set([...mine.keys()].flatMap((key) => heirOf.get(key) ?? []))) {
    const before = heir.detail.before.map((one) => (heirOf.get(one.key) === heir && mine.get(one.key)) || one);
    await tx.query('UPDATE wiredesk.person_decisions SET detail = $2::jsonb WHERE id = $1', [
      heir.id,
      JSON.stringify({ ...heir.detail, before }),
    ]);
  }
  return undone.detail.before.filter(({ key }) => !heirOf.has(key));
}
