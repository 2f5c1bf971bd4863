// A run of tokens is cut into names (segments of 1 to `maxLength` tokens) and single tokens that are none.
// Scores are in log space; a token outside a name scores 0.

// Taken out once: looking `Math` up at every call is slow inside jest.
const { abs, exp, log1p, max } = Math;

/** The most tokens one name has: "Juan Carlos de la Cruz y Borbón". */
export const maxLength = 7;

/**
 * The scores of one run of `count` tokens. `segments[from * maxLength + length - 1]`: that a name of `length` tokens stands at `from`;
 * `adjacent[from]`: added when another name ends right before.
 */
export type Lattice = { count: number; segments: Float64Array; adjacent: Float64Array };

/** A name in a run: `from` and `length` in tokens, counted from the run's first. */
export type Segment = { from: number; length: number };

const impossible = -1e9;

// Grown when a longer run comes, else used again: new arrays for each of many short runs cost more than the sums.
const room = {
  outside: new Float64Array(0),
  named: new Float64Array(0),
  restOutside: new Float64Array(0),
  restNamed: new Float64Array(0),
};
const makeRoom = (size: number): typeof room => {
  if (room.outside.length < size)
    for (const key of Object.keys(room) as (keyof typeof room)[]) room[key] = new Float64Array(2 * size);
  room.outside.fill(impossible, 0, size);
  room.named.fill(impossible, 0, size);
  room.restOutside[size - 1] = 0;
  room.restNamed[size - 1] = 0;
  room.outside[0] = 0;
  return room;
};
const logSum = (one: number, other: number): number => {
  const most = max(one, other);
  return most <= impossible ? impossible : most + log1p(exp(-abs(one - other)));
};

/** The best cut of a run into names. */
export const bestSegments = ({ count, segments, adjacent }: Lattice): Segment[] => {
  const { outside, named } = makeRoom(count + 1);
  const lengths = new Uint8Array(count + 1);
  const follows = new Uint8Array(count + 1);
  const outsideAfterName = new Uint8Array(count + 1);
  for (let at = 0; at < count; at++) {
    const free = outside[at] as number;
    const afterName = named[at] as number;
    if (max(free, afterName) > (outside[at + 1] as number)) {
      outside[at + 1] = max(free, afterName);
      outsideAfterName[at + 1] = afterName > free ? 1 : 0;
    }
    const joined = afterName + (adjacent[at] as number);
    const start = max(free, joined);
    for (let length = 1; length <= maxLength && at + length <= count; length++) {
      const score = start + (segments[at * maxLength + length - 1] as number);
      if (score <= (named[at + length] as number)) continue;
      named[at + length] = score;
      lengths[at + length] = length;
      follows[at + length] = joined > free ? 1 : 0;
    }
  }
  const found: Segment[] = [];
  let at = count;
  let inName = (named[count] as number) > (outside[count] as number);
  while (at > 0) {
    if (!inName) {
      inName = outsideAfterName[at] === 1;
      at--;
      continue;
    }
    const length = lengths[at] as number;
    inName = follows[at] === 1;
    at -= length;
    found.push({ from: at, length });
  }
  return found.reverse();
};

/**
 * How likely each segment is, 0 to 1, in `segments`' order; `joined[from]`: that a name begins there right after another.
 * Answers the logarithm of the sum over all cuts.
 */
export const segmentBeliefs = (
  { count, segments, adjacent }: Lattice,
  beliefs: Float64Array,
  joined: Float64Array,
): number => {
  const { outside, named, restOutside, restNamed } = makeRoom(count + 1);
  for (let at = 0; at < count; at++) {
    const free = outside[at] as number;
    const afterName = named[at] as number;
    outside[at + 1] = logSum(free, afterName);
    const start = logSum(free, afterName + (adjacent[at] as number));
    for (let length = 1; length <= maxLength && at + length <= count; length++)
      named[at + length] = logSum(
        named[at + length] as number,
        start + (segments[at * maxLength + length - 1] as number),
      );
  }
  const total = logSum(outside[count] as number, named[count] as number);
  for (let at = count - 1; at >= 0; at--) {
    let sum = impossible;
    for (let length = 1; length <= maxLength && at + length <= count; length++)
      sum = logSum(sum, (segments[at * maxLength + length - 1] as number) + (restNamed[at + length] as number));
    const next = restOutside[at + 1] as number;
    restOutside[at] = logSum(next, sum);
    restNamed[at] = logSum(next, sum + (adjacent[at] as number));
    const free = outside[at] as number;
    const afterName = (named[at] as number) + (adjacent[at] as number);
    const start = logSum(free, afterName);
    for (let length = 1; length <= maxLength && at + length <= count; length++)
      beliefs[at * maxLength + length - 1] = exp(
        start + (segments[at * maxLength + length - 1] as number) + (restNamed[at + length] as number) - total,
      );
    joined[at] = exp(afterName + sum - total);
  }
  return total;
};
