/** One example: its features and whether it is so. */
export type Example = { row: Float64Array; label: boolean };

const rounds = 25;

/** Solves `matrix` x = `right` by elimination with pivots; both are overwritten. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[pivot]?.[column] ?? 0)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot] as number[], matrix[column] as number[]];
    [right[column], right[pivot]] = [right[pivot] as number, right[column] as number];
    const top = matrix[column] as number[];
    for (let row = column + 1; row < size; row++) {
      const line = matrix[row] as number[];
      const factor = (line[column] ?? 0) / (top[column] ?? 1);
      for (let at = column; at < size; at++) line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
      right[row] = (right[row] ?? 0) - factor * (right[column] ?? 0);
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (matrix[row]?.[at] ?? 0) * (right[at] ?? 0);
    right[row] = sum / (matrix[row]?.[row] ?? 1);
  }
  return right;
};

/**
 * Logistic regression by Newton's method. `penalty` draws each weight but the first (the bias) towards `prior`, what we would believe without examples.
 * No chance enters: same examples, same weights.
 */
export const trainLogistic = (examples: readonly Example[], penalty: number, prior: readonly number[]): number[] => {
  const size = examples[0]?.row.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const hessian = weights.map((_, at) =>
      weights.map((__, other) => (at === other ? (at === 0 ? 1e-6 : penalty) : 0)),
    );
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -penalty * (weight - (prior[at] ?? 0))));
    for (const { row, label } of examples) {
      const chance = chanceOf(row, weights);
      const slope = Math.max(1e-6, chance * (1 - chance));
      for (let at = 0; at < size; at++) {
        const value = row[at] ?? 0;
        if (value === 0) continue;
        gradient[at] = (gradient[at] ?? 0) + ((label ? 1 : 0) - chance) * value;
        const line = hessian[at] as number[];
        for (let other = 0; other < size; other++) line[other] = (line[other] ?? 0) + slope * value * (row[other] ?? 0);
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + Math.max(-2, Math.min(2, step[at] ?? 0)));
  }
  return weights;
};

export const chanceOf = (row: Float64Array, weights: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};
