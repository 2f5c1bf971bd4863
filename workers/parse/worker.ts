import { readCapture } from '../../archive/warc-reader.ts';
import { Unprocessable } from '../../queues/outcomes.ts';
import type { Enqueue } from '../../queues/work.ts';
import type { Capture } from '../../schemas/capture.ts';
import type { ParsedPage } from '../../schemas/item.ts';
import type { JobData } from '../../schemas/job.ts';
import type { Profile } from '../../schemas/profile.ts';
import { getCapture } from '../../store/captures.ts';
import type { Database } from '../../store/database.ts';
import { shapesBefore } from '../../store/drift.ts';
import { saveParsed } from '../../store/parsed.ts';
import { driftOf, shapeOf } from './items/drift-of.ts';
import { parsePage } from './parse-page.ts';
import { chooseProfile } from './profile/choose-profile.ts';
import { unwrapMail } from './read/unwrap-mail.ts';
import { UnparsablePage } from './unparsable-page.ts';
import { parserVersion } from './version.ts';

export interface ParseContext {
  db: Database;
  archiveFolder: string;
  enqueue: Enqueue;
  profiles: readonly Profile[];
}

/** Reads a capture back from the archive and parses it with today's code and the profile that holds for its day. Throws Unprocessable for a page that holds no item. */
export async function parseCapture(
  archiveFolder: string,
  capture: Capture,
  profiles: readonly Profile[],
): Promise<ParsedPage> {
  const profile = chooseProfile(profiles, capture.finalUrl, capture.fetchedAt);
  const { body } = await readCapture(archiveFolder, capture);
  try {
    const source = { bytes: body, url: capture.finalUrl, contentType: capture.contentType, profile };
    return parsePage(await unwrapMail(source));
  } catch (error) {
    if (error instanceof UnparsablePage) throw new Unprocessable(`${capture.url}: ${error.message}`);
    throw error;
  }
}

/** Parses one capture, saves the parsed page and enqueues its enrichment. */
export async function parseStored(context: ParseContext, data: JobData<'parse'>): Promise<string> {
  const capture = await getCapture(context.db, data.captureId);
  if (!capture) throw new Unprocessable(`capture ${data.captureId} is no longer stored`);
  const parsed = await parseCapture(context.archiveFolder, capture, context.profiles);
  if (parsed.page.suspect) throw new Unprocessable(`${capture.url}: ${parsed.page.suspect}`);
  const drift = await saveGuarded(context.db, capture, parsed);
  await context.enqueue('enrich', { captureId: capture.id });
  const made = `${parsed.items.length} items, ${parsed.furniture.length} pieces of furniture`;
  return drift ? `${made}; outside the publisher's habit: ${drift}` : made;
}

/** Saves a parsed page with what of it is far outside its publisher's habit, and returns that, or null. */
export async function saveGuarded(db: Database, capture: Capture, parsed: ParsedPage): Promise<string | null> {
  const shape = shapeOf(parsed);
  const drift = driftOf(await shapesBefore(db, capture), shape);
  await saveParsed(db, capture.id, parserVersion, parsed, { ...shape, drift });
  return drift;
}
