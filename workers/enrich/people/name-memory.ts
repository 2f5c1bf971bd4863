import type { NameText } from './name-text.ts';

/** What a first reading believed of each token, 0 to 1: that it begins, continues, ends or alone makes a person's name. */
export type Beliefs = { begin: Float32Array; inside: Float32Array; end: Float32Array; single: Float32Array };

/** Per token, in steps (0 for nothing known): what the first reading believed of it, and of the same word elsewhere in the text. */
export type NameMemory = {
  here: Uint8Array;
  elsewhere: Uint8Array;
  first: Uint8Array;
  last: Uint8Array;
  single: Uint8Array;
};

const steps = [0.03, 0.15, 0.4, 0.6, 0.85, 0.97];
const stepOf = (belief: number): number => {
  let step = 1;
  for (const limit of steps) if (belief > limit) step++;
  return step;
};

/** The strongest belief among other occurrences needs the two strongest of all. */
type Group = { count: number; sum: number; tops: [number, number][] };
const kinds = 3;

const note = (top: [number, number], belief: number): void => {
  if (belief > top[0]) {
    top[1] = top[0];
    top[0] = belief;
  } else if (belief > top[1]) top[1] = belief;
};

/** Gathers the beliefs of a first reading over all places where a word stands. */
export const rememberNames = (text: NameText, beliefs: Beliefs): NameMemory => {
  const size = text.facts.length;
  const memory: NameMemory = {
    here: new Uint8Array(size),
    elsewhere: new Uint8Array(size),
    first: new Uint8Array(size),
    last: new Uint8Array(size),
    single: new Uint8Array(size),
  };
  const groups = new Map<number, Group>();
  const beliefsAt = (at: number): [number, number, number] => [
    beliefs.begin[at] as number,
    beliefs.end[at] as number,
    beliefs.single[at] as number,
  ];
  const total = (at: number): number =>
    (beliefs.begin[at] as number) +
    (beliefs.inside[at] as number) +
    (beliefs.end[at] as number) +
    (beliefs.single[at] as number);
  for (const { from, end } of text.runs)
    for (let at = from; at < end; at++) {
      const key = text.facts[at]?.key ?? 0;
      let group = groups.get(key);
      if (!group) {
        group = { count: 0, sum: 0, tops: Array.from({ length: kinds }, (): [number, number] => [0, 0]) };
        groups.set(key, group);
      }
      group.count++;
      group.sum += total(at);
      for (const [kind, belief] of beliefsAt(at).entries()) note(group.tops[kind] as [number, number], belief);
    }
  for (const { from, end } of text.runs)
    for (let at = from; at < end; at++) {
      const group = groups.get(text.facts[at]?.key ?? 0);
      const own = total(at);
      memory.here[at] = stepOf(own);
      if (!group || group.count < 2) continue;
      memory.elsewhere[at] = stepOf((group.sum - own) / (group.count - 1));
      const others = beliefsAt(at).map((belief, kind) => {
        const [most, second] = group.tops[kind] ?? [0, 0];
        return stepOf(belief === most ? second : most);
      });
      memory.first[at] = others[0] ?? 0;
      memory.last[at] = others[1] ?? 0;
      memory.single[at] = others[2] ?? 0;
    }
  return memory;
};
