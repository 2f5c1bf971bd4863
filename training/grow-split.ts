import { gateRow, type SplitModels, topSplit } from '../workers/parse/briefs/choose-split.ts';
import type { Forest } from '../workers/parse/model/forest.ts';
import { foldsOf } from './folds.ts';
import { type Growing, growForest, usualGrowing } from './grow-forest.ts';
import type { Example } from './split-examples.ts';

const choiceGrowing: Growing = {
  ...usualGrowing,
  loss: 'squared',
  trees: 150,
  leaves: 12,
  rate: 0.06,
  leastWeight: 10,
  columnShare: 0.35,
  rowShare: 0.7,
};
/** Few pages have items and each kind of them is rare, so a leaf may rest on very little. */
const gateGrowing: Growing = {
  ...usualGrowing,
  trees: 80,
  leaves: 5,
  rate: 0.08,
  leastWeight: 0.5,
  columnShare: 0.3,
  rowShare: 0.7,
};
const innerFolds = 4;
/** A page whose best split tells less than this of its items says nothing about which split is good. */
const leastF1 = 0.1;

/** A copy says less than a page that was published as it stands, and a page that is no news less of news. */
const kindWeights = { digest: 1, news: 1, web: 0.4, copy: 0.3 };

/** Grows both models; the gate learns from choices made by models that had not seen the page's site. */
export function growSplit(examples: Example[], seed: number): SplitModels {
  const usable = examples.filter(({ splits }) => splits.length > 0);
  const foldOf = foldsOf(
    usable.map(({ site }) => site),
    innerFolds,
    seed + 50,
  );
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (let inner = 0; inner < innerFolds; inner++) {
    const choice = growChoice(usable.filter(({ site }) => foldOf.get(site) !== inner));
    for (const { splits, page, hasItems, kind } of usable.filter(({ site }) => foldOf.get(site) === inner)) {
      const { at, score } = topSplit(splits, choice);
      rows.push(gateRow(splits[at] as Float32Array, page, score));
      labels.push(hasItems ? 1 : 0);
      weights.push(kindWeights[kind]);
    }
  }
  return {
    choice: growChoice(usable),
    gate: growForest(together(rows), Float32Array.from(labels), Float32Array.from(weights), gateGrowing),
  };
}

/** Only pages with items say which split is best; each page counts by the root of its splits, or long pages rule. */
function growChoice(examples: Example[]): Forest {
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const { splits, f1 } of examples) {
    const most = Math.max(...f1);
    if (most < leastF1) continue;
    const middle = f1.reduce((sum, value) => sum + value / most, 0) / f1.length;
    for (const [at, row] of splits.entries()) {
      rows.push(row);
      labels.push((f1[at] ?? 0) / most - middle);
      weights.push(1 / Math.sqrt(splits.length));
    }
  }
  const mean = weights.reduce((sum, value) => sum + value, 0) / weights.length;
  const even = Float32Array.from(weights, (value) => value / mean);
  return growForest(together(rows), Float32Array.from(labels), even, choiceGrowing);
}

function together(rows: Float32Array[]): { values: Float32Array; columns: number } {
  const columns = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * columns);
  for (const [at, row] of rows.entries()) values.set(row, at * columns);
  return { values, columns };
}
