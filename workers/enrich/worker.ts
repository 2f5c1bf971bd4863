import { Unprocessable } from '../../queues/outcomes.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { Enrichment, ParsedPage } from '../../schemas/item.ts';
import type { JobData } from '../../schemas/job.ts';
import { getCapture } from '../../store/captures.ts';
import type { Database } from '../../store/database.ts';
import { getFeed } from '../../store/feeds.ts';
import { getParsed, markEnriched } from '../../store/parsed.ts';
import { namedInFull } from '../../store/person-items.ts';
import type { TaggedPage } from '../../store/plan-items.ts';
import { saveItems } from '../../store/save-items.ts';
import { enrichPage } from './enrich-page.ts';
import { completeNames, loneSurnames, standingFirst } from './people/complete-names.ts';
import { enricherVersion, enrichModels } from './version.ts';

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
  const tagged = await completeFromPublisher(db, enrichPage(parsed.items), feed.publisher, capture.fetchedAt);
  const { profile } = parsed.page;
  const models = { ...enrichModels(), ...(profile ? { profile } : {}) };
  const versions = { parser, enricher: enricherVersion, models, replayId };
  return { capture, feed, url: capture.url, tagged, ...versions };
}

/** A name is carried from one item to another for a month: after that a surname in the news is as likely another's. */
const memoryMs = 30 * 24 * 3_600_000;
const hourMs = 3_600_000;

/**
 * The publisher's memory ends with the last full hour before the capture was fetched. So a capture's tags don't depend on
 * the order in which the jobs of one poll ran, and a replay sees what the first run saw.
 */
async function completeFromPublisher<T extends Enrichment>(
  db: Database,
  tagged: T[],
  publisher: string,
  fetchedAt: string,
): Promise<T[]> {
  const end = Math.floor(Date.parse(fetchedAt) / hourMs) * hourMs;
  const time = { from: new Date(end - memoryMs).toISOString(), to: new Date(end).toISOString() };
  const surnames = loneSurnames(tagged);
  const known = await namedInFull(db, { publisher, surnames, firstNames: standingFirst(surnames), ...time });
  return completeNames(tagged, known, 'publisher');
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
