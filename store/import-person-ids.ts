import type { PersonDecision, PersonId } from '../schemas/person.ts';
import type { Database, Queryable } from './database.ts';
import type { Given } from './decision-log.ts';
import { give, givenTo, writeDecision } from './decision-log.ts';
import { RegisterError } from './register-error.ts';
import { lockSeq } from './seq-lock.ts';

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
    const before = await givenTo(tx, [...given.keys()]);
    const clashes = before.filter(({ key, wikidata }) => wikidata !== null && wikidata !== given.get(key)?.wikidata);
    if (clashes.length > 0 && !order.replace) {
      const lines = clashes.map(
        ({ key, wikidata }) => `line ${given.get(key)?.line}: ${key} is ${wikidata}, not ${given.get(key)?.wikidata}`,
      );
      throw new RegisterError(409, `${lines.join('\n')}\nnothing was imported; --replace takes the file's ids`);
    }
    const seen = await seenAmong(tx, [...given.keys()]);
    const summary = importSummary(order.source, given.size, given.size - seen.size);
    const decision = await writeDecision(tx, 'import', summary, { keys: [...given.keys()], before }, now);
    // Whom the desk has seen is called as items print the name; the file's name is for those it has not.
    const named = ({ key, name }: Given) => name ?? (seen.has(key) ? null : (given.get(key)?.name ?? null));
    await give(
      tx,
      before.map((one) => ({ ...one, name: named(one), wikidata: given.get(one.key)?.wikidata ?? null })),
    );
    return decision;
  });
}

async function seenAmong(tx: Queryable, keys: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ person: string }>(
    'SELECT DISTINCT person FROM wiredesk.person_items WHERE person = ANY($1::text[])',
    [keys],
  );
  return new Set(rows.map((row) => row.person));
}

const importSummary = (source: string, all: number, unseen: number): string =>
  `${all} Wikidata ${all === 1 ? 'id' : 'ids'} from ${source}${unseen > 0 ? ` (${unseen} of people whom no item names yet)` : ''}`;

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
