import type { ParsedPage } from '../schemas/item.ts';
import { parsedPageSchema } from '../schemas/item.ts';
import type { Queryable } from './database.ts';

export interface StoredPage {
  captureId: string;
  parser: string;
  /** The enricher version that made items of it, or null while that is still to come. */
  enricher: string | null;
  page: ParsedPage;
}

/** What the drift guard keeps of a parsed page; `drift` says what is far outside the publisher's habit, or is null. */
export interface GuardedShape {
  briefs: number;
  storyChars: number;
  drift: string | null;
}

/** Saves what the parse stage made of a capture, over what an earlier parser made; its items are then to be made anew. */
export async function saveParsed(
  db: Queryable,
  captureId: string,
  parser: string,
  page: ParsedPage,
  { briefs, storyChars, drift }: GuardedShape,
): Promise<void> {
  await db.query(
    `INSERT INTO wiredesk.parsed (capture_id, parser, page, briefs, story_chars, drift) VALUES ($1, $2, $3::jsonb, $4, $5, $6)
     ON CONFLICT (capture_id) DO UPDATE SET parser = excluded.parser, page = excluded.page, briefs = excluded.briefs,
       story_chars = excluded.story_chars, drift = excluded.drift, enricher = NULL`,
    [captureId, parser, JSON.stringify(page), briefs, storyChars, drift],
  );
}

export async function getParsed(db: Queryable, captureId: string): Promise<StoredPage | null> {
  const [row] = await db.query<{ parser: string; enricher: string | null; page: unknown }>(
    'SELECT parser, enricher, page FROM wiredesk.parsed WHERE capture_id = $1',
    [captureId],
  );
  return row ? { captureId, parser: row.parser, enricher: row.enricher, page: parsedPageSchema.parse(row.page) } : null;
}

/** Writes down that the items of this capture are saved, so the sweep leaves it alone. */
export async function markEnriched(db: Queryable, captureId: string, enricher: string): Promise<void> {
  await db.query('UPDATE wiredesk.parsed SET enricher = $2 WHERE capture_id = $1', [captureId, enricher]);
}
