import { Buffer } from 'node:buffer';
import { brotliDecompressSync } from 'node:zlib';

/** Boosted regression trees, all nodes of all trees in one table. `column` is -1 at a leaf, whose `threshold` is then its value. */
export type Forest = {
  base: number;
  roots: Int32Array;
  column: Int16Array;
  threshold: Float32Array;
  /** The node for values at or below the threshold; the other one follows it. */
  left: Int32Array;
};

/** The sum of the trees for one row of features, which begins at `at`: log-odds of a forest grown on the logistic loss. */
export function scoreRow({ base, roots, column, threshold, left }: Forest, row: Float32Array, at = 0): number {
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let feature = column[node] as number; feature >= 0; feature = column[node] as number) {
      node = (left[node] as number) + ((row[at + feature] as number) <= (threshold[node] as number) ? 0 : 1);
    }
    sum += threshold[node] as number;
  }
  return sum;
}

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Reads what `packForest` of the trainer wrote. Throws where the text is no such forest. */
export function unpackForest(packed: string): Forest {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trees = words.getUint32(0, true);
  const nodes = words.getUint32(4, true);
  if (bytes.byteLength !== 12 + trees * 4 + nodes * 10)
    throw new Error('the model is no packed forest; train it again');
  const base = words.getFloat32(8, true);
  let at = 12;
  const take = <T>(count: number, width: number, read: (offset: number) => T): T[] => {
    const taken = Array.from({ length: count }, (_, index) => read(at + index * width));
    at += count * width;
    return taken;
  };
  return {
    base,
    roots: Int32Array.from(take(trees, 4, (offset) => words.getInt32(offset, true))),
    left: Int32Array.from(take(nodes, 4, (offset) => words.getInt32(offset, true))),
    threshold: Float32Array.from(take(nodes, 4, (offset) => words.getFloat32(offset, true))),
    column: Int16Array.from(take(nodes, 2, (offset) => words.getInt16(offset, true))),
  };
}
