/** More places of one pair of words than these say nothing of where a text stands. */
const maxPlaces = 40;
/** A block's text is looked for along so many diagonals of the gold text. */
const maxDiagonals = 4;

type Match = { block: number; from: number; to: number; hits: number };

export const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/**
 * Says of each block (as tokens) what share of it stands in the gold text, 0 to 1: the heaviest chain of places that runs through
 * both in the same order, so that a teaser which repeats a line of the story is not taken for it.
 */
export function alignLabels(blocks: string[][], gold: string[]): Float32Array {
  const index = indexOf(gold);
  const matches = blocks.flatMap((tokens, block) => placesOf(tokens, block, index, gold));
  const shares = new Float32Array(blocks.length);
  for (const { block, hits } of heaviestChain(matches, gold.length))
    shares[block] = Math.min(
      1,
      ((shares[block] as number) * (blocks[block]?.length ?? 1) + hits) / (blocks[block]?.length ?? 1),
    );
  return shares;
}

/** Where each word and each pair of words stands in the gold text. */
function indexOf(gold: string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  const note = (key: string, at: number) => {
    const places = index.get(key);
    if (places) places.push(at);
    else index.set(key, [at]);
  };
  for (let at = 0; at < gold.length; at++) {
    note(gold[at] as string, at);
    if (at + 1 < gold.length) note(`${gold[at]} ${gold[at + 1]}`, at);
  }
  return index;
}

function placesOf(tokens: string[], block: number, index: Map<string, number[]>, gold: string[]): Match[] {
  if (tokens.length === 0) return [];
  const votes = new Map<number, number>();
  for (let at = 0; at < Math.max(1, tokens.length - 1); at++) {
    const key = tokens.length === 1 ? (tokens[0] as string) : `${tokens[at]} ${tokens[at + 1]}`;
    const places = index.get(key) ?? [];
    if (places.length > maxPlaces) continue;
    for (const place of places) votes.set(place - at, (votes.get(place - at) ?? 0) + 1);
  }
  const best = [...votes].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, maxDiagonals);
  return best
    .map(([diagonal]) => matchAlong(tokens, block, gold, diagonal))
    .filter(({ hits }) => hits * 2 >= Math.min(tokens.length, 16));
}

/** The tokens that the gold text has from this diagonal on; a word more or less moves the rest by one. */
function matchAlong(tokens: string[], block: number, gold: string[], diagonal: number): Match {
  let shift = diagonal;
  let hits = 0;
  let from = -1;
  let to = 0;
  for (let at = 0; at < tokens.length; at++) {
    for (const step of [0, 1, -1, 2, -2]) {
      const place = at + shift + step;
      if (place < to || gold[place] !== tokens[at]) continue;
      shift += step;
      hits++;
      if (from < 0) from = place;
      to = place + 1;
      break;
    }
  }
  return { block, from, to, hits };
}

/** The chain of matches, ascending in block and in place without overlap, with the most hits. */
function heaviestChain(matches: Match[], length: number): Match[] {
  const best = new Float64Array(matches.length);
  const before = new Int32Array(matches.length).fill(-1);
  // A Fenwick tree of the best chain that ends at or before a place of the gold text.
  const tree = new Int32Array(length + 2).fill(-1);
  const read = (place: number): number => {
    let found = -1;
    for (let at = place + 1; at > 0; at -= at & -at) if (better(tree[at] as number, found)) found = tree[at] as number;
    return found;
  };
  const better = (one: number, other: number): boolean =>
    one >= 0 && (other < 0 || (best[one] as number) > (best[other] as number));
  let top = -1;
  for (let start = 0; start < matches.length; ) {
    let end = start;
    while (end < matches.length && matches[end]?.block === matches[start]?.block) end++;
    for (let at = start; at < end; at++) {
      const { from, hits } = matches[at] as Match;
      const last = read(from);
      before[at] = last;
      best[at] = hits - 0.3 + (last >= 0 ? (best[last] as number) : 0);
      if (better(at, top)) top = at;
    }
    for (let at = start; at < end; at++)
      for (let place = (matches[at] as Match).to + 1; place < tree.length; place += place & -place)
        if (better(at, tree[place] as number)) tree[place] = at;
    start = end;
  }
  const chain: Match[] = [];
  for (let at = top; at >= 0; at = before[at] as number) chain.push(matches[at] as Match);
  return chain.reverse();
}
