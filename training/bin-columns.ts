/** Rows of features, one after the other, `columns` numbers each. */
export type Rows = { values: Float32Array; columns: number };

/** Columns cut into bins. `edges` of a column are the thresholds between its bins, ascending; bin b holds what is <= edges[b]. */
export type Binned = { rows: number; columns: number; bins: number; values: Uint8Array[]; edges: Float32Array[] };

/** More bins gave nothing on block features and cost time. */
const bins = 64;

/** Cuts every column at quantiles of its values. */
export function binColumns({ values, columns }: Rows, rows: number): Binned {
  const binned: Binned = { rows, columns, bins, values: [], edges: [] };
  for (let column = 0; column < columns; column++) {
    const own = new Float32Array(rows);
    for (let row = 0; row < rows; row++) own[row] = values[row * columns + column] as number;
    const edges = edgesOf(own);
    binned.edges.push(edges);
    binned.values.push(Uint8Array.from(own, (value) => binOf(edges, value)));
  }
  return binned;
}

function edgesOf(own: Float32Array): Float32Array {
  const sorted = own.slice().sort();
  const edges: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const at = Math.floor((bin * sorted.length) / bins);
    const below = sorted[at] as number;
    const above = firstAbove(sorted, below);
    if (above === null) break;
    const edge = Math.fround((below + above) / 2);
    // Neighbouring floats have no middle: the lower one parts them too.
    const parting = edge >= above ? below : edge;
    if (edges.length === 0 || parting > (edges.at(-1) as number)) edges.push(parting);
  }
  return Float32Array.from(edges);
}

function firstAbove(sorted: Float32Array, value: number): number | null {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) <= value) from = middle + 1;
    else to = middle;
  }
  return from < sorted.length ? (sorted[from] as number) : null;
}

function binOf(edges: Float32Array, value: number): number {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (value <= (edges[middle] as number)) to = middle;
    else from = middle + 1;
  }
  return from;
}
