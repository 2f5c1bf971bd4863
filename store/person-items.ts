import type { PersonTag } from '../schemas/item.ts';
import type { Queryable } from './database.ts';
import type { ItemContent } from './items.ts';

const surnameOf = (key: string): string => key.slice(key.lastIndexOf('-') + 1);

const variantsOf = ({ mentions }: PersonTag): string[] => [...new Set(mentions.map(({ text }) => text))].sort();

/**
 * Writes what an item's newest version says of people over what its last one said; part of the transaction that saves
 * the version. A canceled item names nobody. `capturedAt` is when the capture behind it was fetched.
 */
export async function savePersonItems(tx: Queryable, content: ItemContent, capturedAt: string): Promise<void> {
  const named = content.pubStatus === 'canceled' ? [] : content.people;
  const people = [...new Map(named.map((person) => [person.key, person])).values()];
  const keys = people.map(({ key }) => key);
  await tx.query('DELETE FROM wiredesk.person_items WHERE item_id = $1 AND NOT key = ANY($2::text[])', [
    content.id,
    keys,
  ]);
  if (people.length === 0) return;
  await tx.query('INSERT INTO wiredesk.people (key) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [keys]);
  const rows = people.map((person) => ({
    key: person.key,
    surname: surnameOf(person.key),
    name: person.name,
    name_from: person.nameFrom,
    role: person.role,
    variants: variantsOf(person),
  }));
  await tx.query(
    `INSERT INTO wiredesk.person_items AS p
       (item_id, key, person, publisher, surname, name, name_from, role, variants, first_seen, last_seen)
     SELECT $1, r.key, wiredesk.person_of(r.key, $1, $2), $2, r.surname, r.name, r.name_from, r.role, r.variants, $3, $3
     FROM jsonb_to_recordset($4::jsonb) AS r (key text, surname text, name text, name_from text, role text, variants text[])
     ON CONFLICT (item_id, key) DO UPDATE SET person = excluded.person, name = excluded.name,
       name_from = excluded.name_from, role = excluded.role, variants = excluded.variants,
       first_seen = LEAST(p.first_seen, excluded.first_seen), last_seen = GREATEST(p.last_seen, excluded.last_seen)`,
    [content.id, content.publisher, capturedAt, JSON.stringify(rows)],
  );
}

export interface MemoryQuery {
  publisher: string;
  /** Last parts of keys. */
  surnames: string[];
  /** First parts of keys, for peoples that put the family name first. */
  firstNames: string[];
  /** ISO 8601: people whom captures from `from` up to, but not at, `to` named in full. */
  from: string;
  to: string;
}

/** Whom a publisher's items of a time named in full under these surnames, and in how many items each; most often first. */
export async function namedInFull(
  db: Queryable,
  { publisher, surnames, firstNames, from, to }: MemoryQuery,
): Promise<{ key: string; name: string; items: number }[]> {
  if (surnames.length === 0) return [];
  const rows = await db.query<{ key: string; name: string; items: string }>(
    // Without first names their condition falls away when the query is planned, and the index on surnames serves.
    `SELECT mode() WITHIN GROUP (ORDER BY key) AS key, mode() WITHIN GROUP (ORDER BY name) AS name,
       count(DISTINCT item_id) AS items
     FROM wiredesk.person_items
     WHERE publisher = $1 AND last_seen >= $3 AND first_seen < $4 AND name_from = 'item' AND key LIKE '%-%'
       AND (surname = ANY($2::text[]) OR (cardinality($5::text[]) > 0 AND split_part(key, '-', 1) = ANY($5::text[])))
     GROUP BY person, surname ORDER BY 3 DESC, 1`,
    [publisher, surnames, from, to, firstNames],
  );
  return rows.map((row) => ({ ...row, items: Number(row.items) }));
}
