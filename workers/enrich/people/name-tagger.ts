import { cue } from './name-facts.ts';
import { adjacentFeature, mostFeatures, segmentFeatures, tokenFeatures } from './name-features.ts';
import type { Beliefs, NameMemory } from './name-memory.ts';
import { rememberNames } from './name-memory.ts';
import type { NameText, Run } from './name-text.ts';
import { longestRun } from './name-text.ts';
import type { Lattice } from './semi-markov.ts';
import { bestSegments, maxLength, segmentBeliefs } from './semi-markov.ts';

/** Weights of one reading, by feature hash, and what one unit of them is worth. */
export type Weights = { values: Int8Array | Float32Array; unit: number };

/** A name by its tokens, `first` to `last` inclusive, and how sure the tagger is of it, 0 to 1. */
export type TaggedName = { first: number; last: number; confidence: number };

/** Weights in one reading: 2^21. Half as many cost 0.3 points, twice as many gain nothing. */
export const weightCount = 1 << 21;
/** Where the four weights of a token's feature stand: begin, inside, end, single. */
export const tokenSlot = (feature: number): number => (feature >>> 13) * 4;
/** Where the weight of a segment's feature stands. */
export const segmentSlot = (feature: number): number => feature >>> 11;
/** Beginning, inside, end, or a name of one token. */
export const positionOf = (offset: number, length: number): number =>
  length === 1 ? 3 : offset === 0 ? 0 : offset === length - 1 ? 2 : 1;

/** May a name of `length` tokens stand at `from`? It begins and ends with no particle in lower case, nor crosses the end of its run. */
export const mayBeName = (text: NameText, run: Run, from: number, length: number): boolean => {
  const end = from + length;
  if (end > run.end) return false;
  const last = text.facts[end - 1];
  return Boolean(last && (last.capital || last.uncased || !(last.cues & cue.particle)));
};

// Worked over again and again: most runs have one token, and ten new arrays for each would cost more than its scores.
const features = new Uint32Array(mostFeatures);
const tokenScores = new Float64Array(longestRun * 4);
const lattice: Lattice = {
  count: 0,
  segments: new Float64Array(longestRun * maxLength),
  adjacent: new Float64Array(longestRun),
};
const likely = new Float64Array(longestRun * maxLength);
const joined = new Float64Array(longestRun);

const scoreTokens = (text: NameText, run: Run, memory: NameMemory | null, { values }: Weights): void => {
  for (let at = run.from; at < run.end; at++) {
    const count = tokenFeatures(text, at, memory, features);
    let begin = 0;
    let inside = 0;
    let end = 0;
    let single = 0;
    for (let n = 0; n < count; n++) {
      const slot = tokenSlot(features[n] as number);
      begin += values[slot] as number;
      inside += values[slot + 1] as number;
      end += values[slot + 2] as number;
      single += values[slot + 3] as number;
    }
    const place = (at - run.from) * 4;
    tokenScores[place] = begin;
    tokenScores[place + 1] = inside;
    tokenScores[place + 2] = end;
    tokenScores[place + 3] = single;
  }
};

/** The scores of all names that a run may hold; good until the next call. */
export const scoreRun = (text: NameText, run: Run, memory: NameMemory | null, weights: Weights): Lattice => {
  const { values, unit } = weights;
  const count = run.end - run.from;
  const { segments, adjacent } = lattice;
  lattice.count = count;
  scoreTokens(text, run, memory, weights);
  segments.fill(-1e9, 0, count * maxLength);
  for (let from = 0; from < count; from++) {
    adjacent[from] = (values[segmentSlot(adjacentFeature(text, run.from + from))] as number) * unit;
    for (let length = 1; length <= maxLength && from + length <= count; length++) {
      if (!mayBeName(text, run, run.from + from, length)) continue;
      let score = 0;
      for (let offset = 0; offset < length; offset++)
        score += tokenScores[(from + offset) * 4 + positionOf(offset, length)] as number;
      const found = segmentFeatures(text, run, run.from + from, length, memory, features);
      for (let n = 0; n < found; n++) score += values[segmentSlot(features[n] as number)] as number;
      segments[from * maxLength + length - 1] = score * unit;
    }
  }
  return lattice;
};

/** What one reading of a text believes of each of its tokens. */
export const readBeliefs = (text: NameText, weights: Weights): Beliefs => {
  const size = text.facts.length;
  const beliefs: Beliefs = {
    begin: new Float32Array(size),
    inside: new Float32Array(size),
    end: new Float32Array(size),
    single: new Float32Array(size),
  };
  const byPosition = [beliefs.begin, beliefs.inside, beliefs.end, beliefs.single];
  for (const run of text.runs) {
    const { count } = scoreRun(text, run, null, weights);
    segmentBeliefs(lattice, likely, joined);
    for (let from = 0; from < count; from++)
      for (let length = 1; length <= maxLength && from + length <= count; length++) {
        const belief = likely[from * maxLength + length - 1] as number;
        if (belief < 1e-4) continue;
        for (let offset = 0; offset < length; offset++) {
          const row = byPosition[positionOf(offset, length)] as Float32Array;
          const at = run.from + from + offset;
          row[at] = (row[at] as number) + belief;
        }
      }
  }
  return beliefs;
};

/** Tokens that by themselves name a person whose full name the text has, as far as the tagger does not think it absurd. */
const leastLoneBelief = 0.01;

const joinsCapital = (text: NameText, at: number, beside: number): boolean => {
  const gap = text.gaps[Math.max(at, beside)];
  return Boolean(text.facts[beside]?.capital && (gap === 1 || gap === 2));
};

/** Surnames that stand alone where the tagger hesitated, and whose owner it found elsewhere in the text. */
const loneSurnames = (text: NameText, names: readonly TaggedName[], beliefs: Float32Array): TaggedName[] => {
  const surnames = new Set<number>();
  const taken = new Set<number>();
  for (const { first, last, confidence } of names) {
    if (last > first && confidence > 0.5) surnames.add(text.facts[last]?.key ?? 0);
    for (let at = first; at <= last; at++) taken.add(at);
  }
  const found: TaggedName[] = [];
  for (const { from, end } of text.runs)
    for (let at = from; at < end; at++) {
      const word = text.facts[at];
      const belief = beliefs[at] as number;
      if (!word?.capital || taken.has(at) || belief < leastLoneBelief || !surnames.has(word.key)) continue;
      if (joinsCapital(text, at, at - 1) || joinsCapital(text, at, at + 1)) continue;
      found.push({ first: at, last: at, confidence: Math.max(belief, 0.5) });
    }
  return found;
};

/** The names of persons in a text: read once, then again with what the first reading believed of every word. */
export const tagNames = (text: NameText, first: Weights, second: Weights): TaggedName[] => {
  const memory = rememberNames(text, readBeliefs(text, first));
  const lone = new Float32Array(text.facts.length);
  const names = text.runs.flatMap((run) => {
    scoreRun(text, run, memory, second);
    segmentBeliefs(lattice, likely, joined);
    for (let at = 0; at < lattice.count; at++) lone[run.from + at] = likely[at * maxLength] as number;
    return bestSegments(lattice).map(({ from, length }) => ({
      first: run.from + from,
      last: run.from + from + length - 1,
      confidence: likely[from * maxLength + length - 1] as number,
    }));
  });
  return [...names, ...loneSurnames(text, names, lone)].sort((one, other) => one.first - other.first);
};
