import type { Item } from '../schemas/item.ts';
import type { Queryable } from './database.ts';
import type { ItemContent } from './items.ts';

type RegisteredPerson = Item['people'][number];

/** Two tags whose keys were merged by hand are one person to every reader: the first one's words, both one's mentions. */
function joinTwins(people: RegisteredPerson[]): RegisteredPerson[] {
  const byKey = new Map<string, RegisteredPerson>();
  for (const person of people) {
    const twin = byKey.get(person.key);
    if (!twin) byKey.set(person.key, person);
    else {
      byKey.set(person.key, {
        ...twin,
        role: twin.role ?? person.role,
        mentions: [...twin.mentions, ...person.mentions].sort(
          (one, other) => Number(one.in === 'body') - Number(other.in === 'body') || one.start - other.start,
        ),
        salience: Math.max(twin.salience, person.salience),
        confidence: Math.max(twin.confidence, person.confidence),
      });
    }
  }
  return [...byKey.values()];
}

/**
 * The people of these versions as the register has them now: keys after merges and splits, Wikidata ids. Done at every
 * reading, so that a merge of a person in ten thousand items changes no version, tells nobody and can be undone.
 */
export async function withRegister<T extends ItemContent>(
  db: Queryable,
  contents: T[],
): Promise<(Omit<T, 'people'> & Pick<Item, 'people'>)[]> {
  const tags = contents.flatMap(({ id, publisher, people }) => people.map(({ key }) => ({ id, publisher, key })));
  const rows = await db.query<{ id: string; key: string; person: string; wikidata: string | null }>(
    `SELECT t.id, t.key, t.person, p.wikidata FROM (
       SELECT tag.id, tag.key, CASE
         WHEN EXISTS (SELECT 1 FROM wiredesk.person_merges m WHERE m.key = tag.key)
           OR EXISTS (SELECT 1 FROM wiredesk.person_splits s WHERE s.key = tag.key)
         THEN wiredesk.person_of(tag.key, tag.id, tag.publisher) ELSE tag.key END AS person
       FROM unnest($1::text[], $2::text[], $3::text[]) AS tag (id, key, publisher)) t
     LEFT JOIN wiredesk.people p ON p.key = t.person
     WHERE t.person <> t.key OR p.wikidata IS NOT NULL`,
    [tags.map(({ id }) => id), tags.map(({ key }) => key), tags.map(({ publisher }) => publisher)],
  );
  const known = new Map(rows.map((row) => [`${row.id} ${row.key}`, row]));
  return contents.map((content) => {
    const people = content.people.map((tag) => {
      const row = known.get(`${content.id} ${tag.key}`);
      return { ...tag, key: row?.person ?? tag.key, wikidata: row?.wikidata ?? null };
    });
    return { ...content, people: joinTwins(people) };
  });
}
