import type { Person, PersonDetails } from '../schemas/person.ts';
import { personDetailsSchema, personSchema } from '../schemas/person.ts';
import type { Queryable } from './database.ts';
import { RegisterError } from './register-error.ts';
import { isoTime, isoTimeOrNull } from './row-values.ts';

interface PersonRow {
  key: string;
  name: string | null;
  wikidata: string | null;
  items: string;
  first_seen: Date | null;
  last_seen: Date | null;
}

const toPerson = (row: PersonRow): Person =>
  personSchema.parse({
    key: row.key,
    name: row.name ?? row.key,
    wikidata: row.wikidata,
    items: Number(row.items),
    firstSeen: isoTimeOrNull(row.first_seen),
    lastSeen: isoTimeOrNull(row.last_seen),
  });

/** People of the register; a query fills in which items' rows are counted and which people are shown. */
const people = (rows: string, shown: string): string => `
  WITH seen AS (
    SELECT person, count(DISTINCT item_id) AS items, min(first_seen) AS first_seen, max(last_seen) AS last_seen
    FROM wiredesk.person_items ${rows} GROUP BY person)
  SELECT COALESCE(s.person, p.key) AS key, p.wikidata, COALESCE(s.items, 0) AS items, s.first_seen, s.last_seen,
    COALESCE(p.name, (SELECT n.name FROM wiredesk.person_items n WHERE n.person = s.person
      GROUP BY n.name ORDER BY bool_or(n.key = n.person) DESC, count(*) DESC, n.name LIMIT 1)) AS name
  FROM seen s FULL JOIN wiredesk.people p ON p.key = s.person
  WHERE (s.person IS NOT NULL OR ((p.wikidata IS NOT NULL OR p.name IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM wiredesk.person_merges m WHERE m.key = p.key))) ${shown}`;

export interface PeopleFilter {
  /** Part of a key, of a printed name, or of a name given by hand; any case. */
  search?: string | undefined;
  limit: number;
}

/** The register, those in most items first. */
export async function listPeople(db: Queryable, { search, limit }: PeopleFilter): Promise<Person[]> {
  const sql = people(
    `WHERE $1::text IS NULL OR person IN (
       SELECT f.person FROM wiredesk.person_items f
       WHERE strpos(f.key, $1) > 0 OR strpos(f.person, $1) > 0 OR strpos(lower(f.name), $1) > 0)`,
    `AND (s.person IS NOT NULL OR $1::text IS NULL OR strpos(p.key, $1) > 0 OR strpos(lower(p.name), $1) > 0)
     ORDER BY items DESC, last_seen DESC NULLS LAST, key LIMIT $2`,
  );
  const rows = await db.query<PersonRow>(sql, [search?.toLowerCase() ?? null, limit]);
  return rows.map(toPerson);
}

/** Whom a key or a printed name stands for in the register. Throws RegisterError: nobody, or several. */
export async function findPerson(db: Queryable, keyOrName: string): Promise<string> {
  const [byKey] = await db.query<{ person: string }>(
    `SELECT wiredesk.person_of(key, '', '') AS person FROM wiredesk.people WHERE key = $1`,
    [keyOrName.toLowerCase()],
  );
  if (byKey) return byKey.person;
  const byName = await db.query<{ person: string }>(
    `SELECT DISTINCT person FROM (
       SELECT person FROM wiredesk.person_items WHERE lower(name) = lower($1)
       UNION ALL SELECT wiredesk.person_of(key, '', '') FROM wiredesk.people WHERE lower(name) = lower($1)) AS named
     ORDER BY person`,
    [keyOrName],
  );
  const [only, other] = byName.map((row) => row.person);
  if (only && !other) return only;
  if (only) {
    throw new RegisterError(
      409,
      `${keyOrName} is the name of several people: give a key (${byName.map((row) => row.person).join(', ')})`,
    );
  }
  throw new RegisterError(
    404,
    `nobody in the register has the key or name ${keyOrName}; "wiredesk people list ${keyOrName}" looks for a part of one`,
  );
}

const counted = (rows: { value: string; items: string }[]): { value: string; items: number }[] =>
  rows.map(({ value, items }) => ({ value, items: Number(items) }));

/** One person with variants, roles over time, countries named beside them, and publishers; most frequent first. Throws RegisterError. */
export async function getPerson(db: Queryable, keyOrName: string): Promise<PersonDetails> {
  const key = await findPerson(db, keyOrName);
  const count = async (sql: string) => counted(await db.query<{ value: string; items: string }>(sql, [key]));
  const mine = 'FROM wiredesk.person_items p WHERE p.person = $1';
  const [row] = await db.query<PersonRow>(people('WHERE person = $1', 'AND (p.key = $1 OR s.person = $1)'), [key]);
  const variants = await count(
    `SELECT v AS value, count(DISTINCT p.item_id) AS items FROM wiredesk.person_items p, unnest(p.name || p.variants) AS v
     WHERE p.person = $1 GROUP BY v ORDER BY 2 DESC, 1`,
  );
  const roles = await db.query<{ role: string; count: string; first_seen: Date; last_seen: Date }>(
    `SELECT p.role, count(*) AS count, min(p.first_seen) AS first_seen, max(p.last_seen) AS last_seen
     ${mine} AND p.role IS NOT NULL GROUP BY p.role ORDER BY 4 DESC, 2 DESC, 1`,
    [key],
  );
  const countries = await count(
    `SELECT c AS value, count(*) AS items FROM wiredesk.items i, unnest(i.countries) AS c
     WHERE i.id IN (SELECT p.item_id ${mine}) GROUP BY c ORDER BY 2 DESC, 1`,
  );
  const publishers = await count(
    `SELECT p.publisher AS value, count(DISTINCT p.item_id) AS items ${mine} GROUP BY p.publisher ORDER BY 2 DESC, 1`,
  );
  const merged = await db.query<{ key: string }>(
    `WITH RECURSIVE merged (key) AS (
       SELECT m.key FROM wiredesk.person_merges m WHERE m.into_key = $1
       UNION SELECT m.key FROM merged JOIN wiredesk.person_merges m ON m.into_key = merged.key)
     SELECT key FROM merged ORDER BY key`,
    [key],
  );
  const blank = { key, name: null, wikidata: null, items: '0', first_seen: null, last_seen: null };
  return personDetailsSchema.parse({
    ...toPerson(row ?? blank),
    mergedKeys: merged.map((one) => one.key),
    variants: variants.map(({ value, items }) => ({ text: value, items })),
    roles: roles.map((one) => ({
      role: one.role,
      count: Number(one.count),
      firstSeen: isoTime(one.first_seen),
      lastSeen: isoTime(one.last_seen),
    })),
    countries: countries.map(({ value, items }) => ({ code: value, items })),
    publishers: publishers.map(({ value, items }) => ({ publisher: value, items })),
  });
}
