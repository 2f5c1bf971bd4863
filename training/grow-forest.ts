import type { Forest } from '../workers/parse/model/forest.ts';
import { type Binned, binColumns, type Rows } from './bin-columns.ts';
import { random } from './random.ts';

export type Growing = {
  trees: number;
  /** Leaves a tree may have. */
  leaves: number;
  /** Share of each tree's step that is taken. */
  rate: number;
  /** A leaf holds at least this sum of second derivatives (for the squared loss: of weights). */
  leastWeight: number;
  l2: number;
  /** Share of the columns and of the rows that a tree may look at. */
  columnShare: number;
  rowShare: number;
  seed: number;
  loss: 'logistic' | 'squared';
};

export const usualGrowing: Growing = {
  trees: 100,
  leaves: 20,
  rate: 0.1,
  leastWeight: 5,
  l2: 1,
  columnShare: 0.5,
  rowShare: 0.8,
  seed: 1,
  loss: 'logistic',
};

type Split = { column: number; bin: number; gain: number };
type Leaf = {
  node: number;
  from: number;
  to: number;
  grads: Float64Array;
  gradient: number;
  weight: number;
  split: Split | null;
};

/**
 * Grows boosted trees on histograms of binned columns, each tree leaf by leaf, best gain first (Ke and others, LightGBM, 2017).
 * `labels` are 0 or 1 for the logistic loss; `rowWeights` weigh the rows. Same input, same forest.
 */
export function growForest(
  rows: Rows,
  labels: Float32Array,
  rowWeights: Float32Array | null,
  growing: Growing,
): Forest {
  const binned = binColumns(rows, labels.length);
  const nodes: Nodes = { column: [], threshold: [], left: [] };
  const roots: number[] = [];
  const base = baseOf(labels, rowWeights, growing.loss);
  const scores = new Float32Array(labels.length).fill(base);
  const next = random(growing.seed);
  const grads = new Float32Array(labels.length);
  const weights = new Float32Array(labels.length);
  for (let tree = 0; tree < growing.trees; tree++) {
    differentiate(labels, rowWeights, scores, growing.loss, grads, weights);
    roots.push(growTree(binned, grads, weights, scores, growing, next, nodes));
  }
  return {
    base,
    roots: Int32Array.from(roots),
    column: Int16Array.from(nodes.column),
    threshold: Float32Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
  };
}

type Nodes = { column: number[]; threshold: number[]; left: number[] };

function baseOf(labels: Float32Array, rowWeights: Float32Array | null, loss: Growing['loss']): number {
  let sum = 0;
  let weight = 0;
  for (let row = 0; row < labels.length; row++) {
    const own = rowWeights?.[row] ?? 1;
    sum += own * (labels[row] as number);
    weight += own;
  }
  const mean = weight > 0 ? sum / weight : 0;
  if (loss === 'squared') return Math.fround(mean);
  const bounded = Math.min(Math.max(mean, 1e-4), 1 - 1e-4);
  return Math.fround(Math.log(bounded / (1 - bounded)));
}

function differentiate(
  labels: Float32Array,
  rowWeights: Float32Array | null,
  scores: Float32Array,
  loss: Growing['loss'],
  grads: Float32Array,
  weights: Float32Array,
): void {
  for (let row = 0; row < labels.length; row++) {
    const own = rowWeights?.[row] ?? 1;
    const score = scores[row] as number;
    const guess = loss === 'logistic' ? 1 / (1 + Math.exp(-score)) : score;
    grads[row] = own * ((labels[row] as number) - guess);
    weights[row] = own * (loss === 'logistic' ? Math.max(guess * (1 - guess), 1e-6) : 1);
  }
}

function growTree(
  binned: Binned,
  grads: Float32Array,
  weights: Float32Array,
  scores: Float32Array,
  growing: Growing,
  next: () => number,
  nodes: Nodes,
): number {
  const columns = sample(binned.columns, growing.columnShare, next);
  const drawn: number[] = [];
  for (let row = 0; row < binned.rows; row++) if (next() < growing.rowShare) drawn.push(row);
  const order = Int32Array.from(drawn);
  const tools = { binned, grads, weights, order, columns, growing };
  const root = addNode(nodes);
  const first = measure(tools, root, 0, order.length);
  const leaves = [first];
  while (leaves.length < growing.leaves) {
    const best = leaves.reduce((top, leaf) => ((leaf.split?.gain ?? 0) > (top.split?.gain ?? 0) ? leaf : top));
    if (!best.split || best.split.gain <= 1e-6) break;
    leaves.splice(leaves.indexOf(best), 1, ...splitLeaf(tools, best, best.split, nodes));
  }
  for (const leaf of leaves) {
    nodes.column[leaf.node] = -1;
    nodes.threshold[leaf.node] = Math.fround((growing.rate * leaf.gradient) / (leaf.weight + growing.l2));
  }
  applyTree(binned, nodes, root, scores);
  return root;
}

const addNode = (nodes: Nodes): number => {
  nodes.column.push(-1);
  nodes.threshold.push(0);
  nodes.left.push(-1);
  return nodes.column.length - 1;
};

const sample = (count: number, share: number, next: () => number): Int32Array => {
  const all = Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [all[at], all[other]] = [all[other] as number, all[at] as number];
  }
  return Int32Array.from(all.slice(0, Math.max(1, Math.round(count * share))).sort((one, other) => one - other));
};

type Tools = {
  binned: Binned;
  grads: Float32Array;
  weights: Float32Array;
  order: Int32Array;
  columns: Int32Array;
  growing: Growing;
};

function measure(tools: Tools, node: number, from: number, to: number, less?: { parent: Leaf; sibling: Leaf }): Leaf {
  const { binned, grads, weights, order, columns } = tools;
  const { bins } = binned;
  const sums = new Float64Array(columns.length * bins * 2);
  if (less) {
    for (let at = 0; at < sums.length; at++)
      sums[at] = (less.parent.grads[at] as number) - (less.sibling.grads[at] as number);
  } else {
    for (let at = 0; at < columns.length; at++) {
      const values = binned.values[columns[at] as number] as Uint8Array;
      const offset = at * bins * 2;
      for (let index = from; index < to; index++) {
        const row = order[index] as number;
        const cell = offset + (values[row] as number) * 2;
        sums[cell] = (sums[cell] as number) + (grads[row] as number);
        sums[cell + 1] = (sums[cell + 1] as number) + (weights[row] as number);
      }
    }
  }
  let gradient = 0;
  let weight = 0;
  for (let cell = 0; cell < bins * 2; cell += 2) {
    gradient += sums[cell] as number;
    weight += sums[cell + 1] as number;
  }
  const leaf: Leaf = { node, from, to, grads: sums, gradient, weight, split: null };
  leaf.split = bestSplit(tools, leaf);
  return leaf;
}

function bestSplit({ binned, columns, growing }: Tools, { grads: sums, gradient, weight }: Leaf): Split | null {
  const { leastWeight, l2 } = growing;
  const whole = (gradient * gradient) / (weight + l2);
  let best: Split | null = null;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as number;
    const last = (binned.edges[column]?.length ?? 0) - 1;
    let leftGradient = 0;
    let leftWeight = 0;
    for (let bin = 0, cell = at * binned.bins * 2; bin <= last; bin++, cell += 2) {
      leftGradient += sums[cell] as number;
      leftWeight += sums[cell + 1] as number;
      const rightWeight = weight - leftWeight;
      if (leftWeight < leastWeight) continue;
      if (rightWeight < leastWeight) break;
      const rightGradient = gradient - leftGradient;
      const gain = leftGradient ** 2 / (leftWeight + l2) + rightGradient ** 2 / (rightWeight + l2) - whole;
      if (gain > (best?.gain ?? 0)) best = { column, bin, gain };
    }
  }
  return best;
}

function splitLeaf(tools: Tools, leaf: Leaf, split: Split, nodes: Nodes): [Leaf, Leaf] {
  const { binned, order } = tools;
  const values = binned.values[split.column] as Uint8Array;
  const right: number[] = [];
  let middle = leaf.from;
  for (let index = leaf.from; index < leaf.to; index++) {
    const row = order[index] as number;
    if ((values[row] as number) <= split.bin) order[middle++] = row;
    else right.push(row);
  }
  order.set(right, middle);
  const left = addNode(nodes);
  addNode(nodes);
  nodes.column[leaf.node] = split.column;
  nodes.threshold[leaf.node] = binned.edges[split.column]?.[split.bin] as number;
  nodes.left[leaf.node] = left;
  if (middle - leaf.from <= leaf.to - middle) {
    const small = measure(tools, left, leaf.from, middle);
    return [small, measure(tools, left + 1, middle, leaf.to, { parent: leaf, sibling: small })];
  }
  const small = measure(tools, left + 1, middle, leaf.to);
  return [measure(tools, left, leaf.from, middle, { parent: leaf, sibling: small }), small];
}

/** Adds the tree to every row's score, those it was not grown on too. */
function applyTree(binned: Binned, nodes: Nodes, root: number, scores: Float32Array): void {
  const bin = nodes.column.map((column, node) =>
    column < 0 ? 0 : (binned.edges[column] as Float32Array).indexOf(nodes.threshold[node] as number),
  );
  for (let row = 0; row < scores.length; row++) {
    let node = root;
    for (let column = nodes.column[node] as number; column >= 0; column = nodes.column[node] as number) {
      const isLeft = ((binned.values[column] as Uint8Array)[row] as number) <= (bin[node] as number);
      node = (nodes.left[node] as number) + (isLeft ? 0 : 1);
    }
    scores[row] = (scores[row] as number) + (nodes.threshold[node] as number);
  }
}
