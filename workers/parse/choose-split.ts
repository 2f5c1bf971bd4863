import type { Brief } from './find-briefs.ts';
import { chance, type Forest, scoreRow, unpackForest } from './model/forest.ts';
import { choiceModel, gateModel } from './model/split-model.ts';
import type { PageView } from './page-view.ts';
import { proposeSplits, type Split } from './propose-splits.ts';
import { isSectionLabel, namesDigest, namesLivePage, pathWords } from './section-words.ts';
import { weighSplits } from './weigh-splits.ts';

/** `choice` guesses how well a split tells the page's items, `gate` whether a page whose best split is this one has items at all. */
export type SplitModels = { choice: Forest; gate: Forest };

/**
 * Surer than this that the page has items, or it stays whole: an ordinary story must not be torn (model/split.md). A page
 * that calls itself live or a digest needs less proof; so does a bare one, plain copy or HTML without a site's furniture.
 */
const leastChance = { live: 0.05, digest: 0.15, bare: 0.3, full: 0.4 };
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
  const sure = splits.find((split) => isWireLayout(view, split));
  if (sure) return briefsOf(sure, sureConfidence);
  const weighed = weighSplits(view, splits);
  const rows = weighed.splits.map((row) => Float32Array.from(row));
  const { at, score } = topSplit(rows, models.choice);
  const best = splits[at];
  if (!best) return view.ruled;
  const confidence = chance(scoreRow(models.gate, gateRow(rows[at] as Float32Array, weighed.page, score)));
  return confidence > leastChance[kindOf(view)] ? briefsOf(best, confidence) : view.ruled;
}

const sureConfidence = 0.95;

/** Every entry under a section's name, parted by lone dashes or of one paragraph each, is the wire's own layout; no guess is better than it. */
function isWireLayout({ page, ruled }: PageView, { way, entries, body }: Split): boolean {
  if (way === 'ruled') return ruled.some((brief) => brief.way === 'separator' && brief.section >= 0);
  if (!page.plain || body !== 'all' || (way !== 'separator' && way !== 'labelled')) return false;
  return entries.every(({ section }) => isSectionLabel(page.blocks[section]?.text ?? ''));
}

const briefsOf = ({ way, entries }: Split, confidence: number): Brief[] =>
  entries.map(({ heading, blocks, section }) => ({ heading, blocks, marks: [], section, way, confidence }));

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
