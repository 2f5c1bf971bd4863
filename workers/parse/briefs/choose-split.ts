import { chance, type Forest, scoreRow, unpackForest } from '../model/forest.ts';
import { choiceModel, gateModel } from '../model/split-model.ts';
import { sameness } from '../read/block.ts';
import type { Brief } from './find-briefs.ts';
import type { PageView } from './page-view.ts';
import { type Entry, proposeSplits, type Split } from './propose-splits.ts';
import { isSectionLabel, namesDigest, namesLivePage, pathWords } from './section-words.ts';
import { weighSplits } from './weigh-splits.ts';

/** `choice` guesses how well a split tells the page's items, `gate` whether a page whose best split is this one has items at all. */
export type SplitModels = { choice: Forest; gate: Forest };

/**
 * Surer than this that the page has items, or it stays whole: an ordinary story must not be torn (model/split.md). A page
 * that calls itself live or a digest needs less proof; so does a bare one, plain copy or HTML without a site's furniture.
 */
const leastChance = { live: 0.1, digest: 0.2, bare: 0.3, full: 0.45 };
/** Rules alone tear one ordinary story in twenty; the gate knows most of those. */
const leastForRules = 0.5;
const bareLinks = { few: 3, share: 0.05 };

let unpacked: SplitModels | null = null;

/** The shipped models; unpacked once, as they never change. */
const shippedModels = (): SplitModels => {
  unpacked ??= { choice: unpackForest(choiceModel), gate: unpackForest(gateModel) };
  return unpacked;
};

/** The briefs of a page in page order: what the rules are sure of, else the split that the models believe in; none where the page is one story. */
export function chooseSplit(view: PageView, models = shippedModels()): Brief[] {
  const splits = proposeSplits(view);
  const sure = splits.find((split) => isSure(view, split));
  if (sure) return briefsOf(view, sure, sureConfidence);
  const weighed = weighSplits(view, splits);
  const rows = weighed.splits.map((row) => Float32Array.from(row));
  const { at, score } = topSplit(rows, models.choice);
  const best = splits[at];
  if (!best) return view.ruled;
  const confidence = chance(scoreRow(models.gate, gateRow(rows[at] as Float32Array, weighed.page, score)));
  return confidence > leastChance[kindOf(view)] ? briefsOf(view, best, confidence) : rulesIf(view, confidence);
}

const sureConfidence = 0.95;

/** What the rules found, where the gate is not all against it. */
const rulesIf = (view: PageView, confidence: number): Brief[] =>
  confidence > leastForRules || kindOf(view) === 'live' ? view.ruled : [];

/** Entries that the rules know, all under a section's name or parted by lone marks in plain copy, or clock lines on a page that says it is live: no guess is better than these. */
function isSure({ page, ruled }: PageView, { way, entries, body }: Split): boolean {
  const labelled = (section: number) => isSectionLabel(page.blocks[section]?.text ?? '');
  if (way === 'ruled')
    return (
      ruled.every(({ section, way: by }) => labelled(section) || (page.plain && by === 'separator')) ||
      (page.meta.isLive && ruled.every((brief) => brief.way === 'clock'))
    );
  // In plain copy a label, then lone dashes or reports of one paragraph, is the wire's own layout.
  if (!page.plain || body !== 'all' || (way !== 'separator' && way !== 'labelled')) return false;
  return entries.every(({ section }) => labelled(section));
}

const briefsOf = (view: PageView, { way, entries }: Split, confidence: number): Brief[] =>
  entries.map((entry, at) => ({
    heading: entry.heading >= 0 ? entry.heading : titleAbove(view, entry, entries[at - 1]),
    blocks: entry.blocks,
    marks: [],
    section: isHeadline(view, entry.section) ? -1 : entry.section,
    way,
    confidence,
  }));

/** What the page is called stands above all of it and labels no part. */
const isHeadline = ({ page, headline }: PageView, section: number): boolean =>
  section >= 0 && sameness(page.blocks[section]?.text ?? '') === sameness(headline ?? '');

/** A split by paragraphs leaves the title lines over them to be taken along; -1 where none stands there. */
function titleAbove({ page, facets }: PageView, { from }: Entry, before: Entry | undefined): number {
  const at = from - 1;
  const free = before !== undefined ? at > (before.blocks.at(-1) ?? 0) : at > 0;
  const isTitle = facets[at]?.title && facets[at]?.openings.some((way) => titleWays.test(way));
  return free && isTitle && !isSectionLabel(page.blocks[at]?.text ?? '') ? at : -1;
}

const titleWays = /^(?:h[2-6]|bold|framed|capitals|short)$/;

function kindOf({ page, facets, headline }: PageView): keyof typeof leastChance {
  if (page.meta.isLive || namesLivePage(headline) || namesLivePage(pathWords(page.meta.address))) return 'live';
  if (namesDigest(headline)) return 'digest';
  const linked = facets.filter((facet) => facet.linked > 0.6).length;
  return page.plain || linked <= Math.max(bareLinks.few, facets.length * bareLinks.share) ? 'bare' : 'full';
}

/** The place of the best of a page's splits and its score; -1 where there are none. */
export function topSplit(rows: Float32Array[], choice: Forest): { at: number; score: number } {
  let best = { at: -1, score: Number.NEGATIVE_INFINITY };
  for (const [at, row] of rows.entries()) {
    const score = scoreRow(choice, row);
    if (score > best.score) best = { at, score };
  }
  return best;
}

export const gateRow = (split: ArrayLike<number>, page: number[], score: number): Float32Array =>
  Float32Array.from([...Array.from(split), ...page, score]);
