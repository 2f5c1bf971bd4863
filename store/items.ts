import type { Item, PersonTag } from '../schemas/item.ts';
import { itemSchema, personTagSchema } from '../schemas/item.ts';
import type { Queryable } from './database.ts';
import { withRegister } from './register-tags.ts';

/** What one version says; the rest of an item (links, sightings, what the register knows) is as it stands now, for every version. */
export const itemContentSchema = itemSchema
  .omit({ storyId: true, briefIds: true, leadOf: true, sightings: true })
  .extend({ people: personTagSchema.array() });
export type ItemContent = Omit<Item, 'storyId' | 'briefIds' | 'leadOf' | 'sightings' | 'people'> & {
  people: PersonTag[];
};

interface ItemRow {
  content: unknown;
  story_id: string | null;
  lead_of: string | null;
  brief_ids: string[];
  sightings: { captureId: string; position: number }[];
}

const toItems = (db: Queryable, rows: ItemRow[]): Promise<Item[]> =>
  withRegister(
    db,
    rows.map((row) => ({
      ...itemContentSchema.parse(row.content),
      storyId: row.story_id,
      briefIds: row.brief_ids,
      leadOf: row.lead_of,
      sightings: row.sightings,
    })),
  );

/** Newest versions; a query adds WHERE, ORDER and LIMIT. The links are small and looked up by key, row by row. */
const columns = `v.content, i.story_id, i.lead_of,
  ARRAY(SELECT sb.brief_id FROM wiredesk.story_briefs sb WHERE sb.story_id = i.id ORDER BY sb.position) AS brief_ids,
  COALESCE((SELECT jsonb_agg(jsonb_build_object('captureId', s.capture_id, 'position', s.position)
      ORDER BY s.seen_at, s.capture_id, s.position) FROM wiredesk.sightings s WHERE s.item_id = i.id), '[]') AS sightings`;
const newest = `SELECT ${columns} FROM wiredesk.items i
  JOIN wiredesk.item_versions v ON v.item_id = i.id AND v.version = i.version`;

/**
 * The outbox: items whose newest version came after `after`, in the order they were saved; `next` is the `after` of
 * the next call. An item that changed twice since is told once, as it is now.
 */
export async function listItems(
  db: Queryable,
  from: { after: number; limit: number },
): Promise<{ items: Item[]; next: number }> {
  const rows = await db.query<ItemRow>(`${newest} WHERE i.seq > $1 ORDER BY i.seq LIMIT $2`, [from.after, from.limit]);
  const items = await toItems(db, rows);
  return { items, next: items.at(-1)?.seq ?? from.after };
}

export interface NewestFilter {
  limit: number;
  /** ISO 3166 alpha-2. */
  country?: string | undefined;
  /** The same, for a country that the item is about and does not only mention. */
  about?: string | undefined;
  /** A person's key in the register, or a name as it stands in the item, any case. */
  person?: string | undefined;
  kind?: Item['kind'] | undefined;
  /** Leaves out withheld and canceled items, as everything that is published must. */
  usableOnly?: boolean | undefined;
}

/** The newest versions, last saved first. */
export async function newestItems(db: Queryable, filter: NewestFilter): Promise<Item[]> {
  const rows = await db.query<ItemRow>(
    `${newest}
     WHERE ($1::text IS NULL OR i.countries @> ARRAY[$1])
       AND ($2::text IS NULL OR i.people @> ARRAY[$2] OR i.id IN (
         SELECT p.item_id FROM wiredesk.person_items p WHERE p.person = wiredesk.person_of($2, '', '')))
       AND ($3::text IS NULL OR i.kind = $3) AND (NOT $4::boolean OR i.pub_status = 'usable')
       AND ($5::text IS NULL OR (i.countries @> ARRAY[$5] AND v.content->'about' @> to_jsonb($5::text)))
     ORDER BY i.seq DESC LIMIT $6`,
    [
      filter.country?.toUpperCase() ?? null,
      filter.person?.toLowerCase() ?? null,
      filter.kind ?? null,
      filter.usableOnly ?? false,
      filter.about?.toUpperCase() ?? null,
      filter.limit,
    ],
  );
  return toItems(db, rows);
}

/** The newest version of one item; null when there is none. */
export async function getItem(db: Queryable, id: string): Promise<Item | null> {
  return (await getItems(db, [id]))[0] ?? null;
}

/** The newest versions of these items, in the order of `ids`; unknown ids are left out. */
export async function getItems(db: Queryable, ids: string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<ItemRow>(`${newest} WHERE i.id = ANY($1::text[])`, [ids]);
  const byId = new Map((await toItems(db, rows)).map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Every version of one item, oldest first. */
export async function getItemVersions(db: Queryable, id: string): Promise<Item[]> {
  const rows = await db.query<ItemRow>(
    `SELECT ${columns} FROM wiredesk.items i JOIN wiredesk.item_versions v ON v.item_id = i.id
     WHERE i.id = $1 ORDER BY v.version`,
    [id],
  );
  return toItems(db, rows);
}
