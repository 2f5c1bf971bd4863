// Spherical k-means over word vectors: words that stand in alike places share a class, so that a tagger knows a word it never met.

/** Vectors of unit length, one row after another. */
export type Vectors = { rows: Float32Array; count: number; size: number };

const unit = (rows: Float32Array, from: number, size: number): void => {
  let sum = 0;
  for (let at = from; at < from + size; at++) sum += (rows[at] ?? 0) ** 2;
  const length = Math.sqrt(sum) || 1;
  for (let at = from; at < from + size; at++) rows[at] = (rows[at] ?? 0) / length;
};

/** Brings every row to unit length, in place. */
export const normalise = ({ rows, count, size }: Vectors): void => {
  for (let row = 0; row < count; row++) unit(rows, row * size, size);
};

const nearest = (vectors: Vectors, row: number, centres: Vectors): number => {
  const { size } = vectors;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  const from = row * size;
  for (let centre = 0; centre < centres.count; centre++) {
    let dot = 0;
    const to = centre * size;
    for (let at = 0; at < size; at++) dot += (vectors.rows[from + at] as number) * (centres.rows[to + at] as number);
    if (dot > most) [best, most] = [centre, dot];
  }
  return best;
};

/** The class of each row: the centre nearest to it. */
export const assignClasses = (vectors: Vectors, centres: Vectors): Uint16Array =>
  Uint16Array.from({ length: vectors.count }, (_, row) => nearest(vectors, row, centres));

/** `classes` centres of the vectors, found in `rounds` rounds from evenly spaced rows: the same every time. */
export const findCentres = (vectors: Vectors, classes: number, rounds: number): Vectors => {
  const { size, count } = vectors;
  const centres: Vectors = { rows: new Float32Array(classes * size), count: classes, size };
  for (let centre = 0; centre < classes; centre++) {
    const row = Math.floor((centre * count) / classes);
    centres.rows.set(vectors.rows.subarray(row * size, (row + 1) * size), centre * size);
  }
  for (let round = 0; round < rounds; round++) {
    const assigned = assignClasses(vectors, centres);
    const sums = new Float32Array(classes * size);
    const members = new Uint32Array(classes);
    for (let row = 0; row < count; row++) {
      const centre = assigned[row] ?? 0;
      members[centre] = (members[centre] ?? 0) + 1;
      for (let at = 0; at < size; at++)
        sums[centre * size + at] = (sums[centre * size + at] as number) + (vectors.rows[row * size + at] as number);
    }
    for (let centre = 0; centre < classes; centre++)
      if (members[centre]) centres.rows.set(sums.subarray(centre * size, (centre + 1) * size), centre * size);
    normalise(centres);
  }
  return centres;
};
