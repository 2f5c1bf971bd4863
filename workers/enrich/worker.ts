import { Unprocessable } from '../../queues/outcomes.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { ParsedPage } from '../../schemas/item.ts';
import type { JobData } from '../../schemas/job.ts';
import { getCapture } from '../../store/captures.ts';
import type { Database } from '../../store/database.ts';
import { getFeed } from '../../store/feeds.ts';
import { getParsed, markEnriched } from '../../store/parsed.ts';
import type { TaggedPage } from '../../store/plan-items.ts';
import { saveItems } from '../../store/save-items.ts';
import { enrichPage } from './enrich-page.ts';
import { enricherVersion, gazetteerVersion } from './version.ts';

export interface EnrichContext {
  db: Database;
  now(): number;
}

/** Tags a parsed page's items with today's code, ready to be saved or compared. Throws Unprocessable when the feed is gone from the store. */
export async function tagCapture(
  db: Database,
  capture: Capture,
  parsed: ParsedPage,
  parser: string,
  replayId: string | null,
): Promise<TaggedPage> {
  const feed = await getFeed(db, capture.feedId);
  if (!feed) throw new Unprocessable(`feed ${capture.feedId} of ${capture.url} was removed: add it again to go on`);
  const tagged = enrichPage(parsed.items);
  const { profile } = parsed.page;
  const models = { gazetteer: gazetteerVersion, ...(profile ? { profile } : {}) };
  const versions = { parser, enricher: enricherVersion, models, replayId };
  return { capture, feed, url: capture.url, tagged, ...versions };
}

/** Enriches one parsed capture and saves its items: the end of the way of an entry. */
export async function enrichStored(context: EnrichContext, data: JobData<'enrich'>): Promise<string> {
  const capture = await getCapture(context.db, data.captureId);
  const stored = await getParsed(context.db, data.captureId);
  if (!capture || !stored)
    throw new Unprocessable(`capture ${data.captureId} has no parsed page: replay it from stage parse`);
  const page = await tagCapture(context.db, capture, stored.page, stored.parser, null);
  const saved = await saveItems(context.db, page, new Date(context.now()).toISOString());
  await markEnriched(context.db, capture.id, page.enricher);
  return `${saved.added.length} new, ${saved.changed.length} changed, ${saved.unchanged.length} unchanged`;
}
