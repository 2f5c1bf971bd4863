/** Parts the groups (publishers, sites) into `count` folds of like size; another seed, another folding. Returns the fold of each group. */
export function foldsOf(groups: string[], count: number, seed: number): Map<string, number> {
  const order = [...new Set(groups)].sort(
    (one, other) => mixed(one, seed) - mixed(other, seed) || (one < other ? -1 : 1),
  );
  return new Map(order.map((group, index) => [group, index % count]));
}

function mixed(text: string, seed: number): number {
  let hash = Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
