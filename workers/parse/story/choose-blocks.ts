/** Blocks less likely than this are in no best choice; leaving them out spares sorting whole pages. */
const leastChance = 0.02;

/**
 * The blocks to take together, each of its size in characters: sorted by chance, the prefix with the highest expected F. A threshold on each alone takes too little
 * of a page where all is doubtful, and too much where a few sure blocks stand among many doubtful ones.
 */
export function chooseByExpectedF(chances: Float32Array, size: (at: number) => number): number[] {
  const likely: number[] = [];
  let wanted = 0;
  for (let at = 0; at < chances.length; at++) {
    const chance = chances[at] as number;
    if (chance === 0) continue;
    wanted += chance * size(at);
    if (chance > leastChance && size(at) > 0) likely.push(at);
  }
  likely.sort((one, other) => (chances[other] as number) - (chances[one] as number) || one - other);
  let hits = 0;
  let taken = 0;
  let best = 0;
  let count = 0;
  for (const [index, at] of likely.entries()) {
    hits += (chances[at] as number) * size(at);
    taken += size(at);
    const expected = (2 * hits) / (taken + wanted);
    if (expected > best) {
      best = expected;
      count = index + 1;
    }
  }
  return likely.slice(0, count).sort((one, other) => one - other);
}
