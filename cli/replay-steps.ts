import { isDeepStrictEqual } from 'node:util';
import type { ReplaySteps } from '../queues/replay.ts';
import type { Capture } from '../schemas/capture.ts';
import type { Item, ParsedPage } from '../schemas/item.ts';
import type { Profile } from '../schemas/profile.ts';
import type { ItemChange, ReplayRequest } from '../schemas/replay.ts';
import { listCaptures } from '../store/captures.ts';
import type { Database } from '../store/database.ts';
import { getEntry } from '../store/entries.ts';
import { getItems } from '../store/items.ts';
import { getParsed, markEnriched } from '../store/parsed.ts';
import type { PageChanges } from '../store/plan-items.ts';
import { planItems } from '../store/plan-items.ts';
import { saveItems } from '../store/save-items.ts';
import { tagCapture } from '../workers/enrich/worker.ts';
import { parserVersion } from '../workers/parse/version.ts';
import { parseCapture, saveGuarded } from '../workers/parse/worker.ts';

/** How a replay of this stage reads, runs, compares and (with `apply`) saves. */
export function replaySteps(
  { db, archiveFolder, profiles }: { db: Database; archiveFolder: string; profiles: readonly Profile[] },
  { stage }: ReplayRequest,
): ReplaySteps {
  return {
    async captures({ feedId, from, to, after }) {
      const bounds = {
        feedId: feedId ?? undefined,
        from: from ?? undefined,
        to: to ?? undefined,
        after: after ?? undefined,
      };
      return listCaptures(db, { ...bounds, limit: 100 });
    },
    async run(capture, replayId, apply) {
      if (!(await isNewest(db, capture))) return { changes: [], unchanged: 0 };
      const { parsed, parser } =
        stage === 'parse' ? await parseAgain(archiveFolder, capture, profiles) : await storedParse(db, capture);
      const page = await tagCapture(db, capture, parsed, parser, replayId);
      const now = new Date().toISOString();
      const plan = await planItems(db, page, now);
      const stored = await getItems(
        db,
        plan.changed.map((item) => item.id),
      );
      if (apply) {
        if (stage === 'parse') await saveGuarded(db, capture, parsed);
        await saveItems(db, page, now);
        await markEnriched(db, capture.id, page.enricher);
      }
      return { changes: describeChanges(plan, stored, capture.id), unchanged: plan.unchanged.length };
    },
  };
}

const compared = [
  'headline',
  'section',
  'body',
  'byline',
  'dateline',
  'date',
  'language',
  'countries',
  'people',
  'about',
  'pubStatus',
] as const;

function describeChanges(plan: PageChanges, stored: Item[], captureId: string): ItemChange[] {
  const before = new Map(stored.map((item) => [item.id, item]));
  const differing = (item: Item): string[] =>
    compared.filter((field) => !isDeepStrictEqual(before.get(item.id)?.[field], item[field]));
  return (['added', 'removed', 'changed'] as const).flatMap((change) =>
    plan[change].map((item) => ({
      change,
      id: item.id,
      kind: item.kind,
      headline: item.headline ?? item.body.slice(0, 80),
      captureId,
      fields: change === 'changed' ? differing(item) : [],
    })),
  );
}

/** An older edition of a page must not come back as its newest version. */
async function isNewest(db: Database, capture: Capture): Promise<boolean> {
  const entry = await getEntry(db, capture.entryId);
  return entry?.captureId === capture.id;
}

type Parse = { parsed: ParsedPage; parser: string };

const parseAgain = async (archiveFolder: string, capture: Capture, profiles: readonly Profile[]): Promise<Parse> => ({
  parsed: await parseCapture(archiveFolder, capture, profiles),
  parser: parserVersion,
});

async function storedParse(db: Database, capture: Capture): Promise<Parse> {
  const stored = await getParsed(db, capture.id);
  if (!stored) throw new Error(`${capture.url} was never parsed: replay it from stage parse`);
  return { parsed: stored.page, parser: stored.parser };
}
