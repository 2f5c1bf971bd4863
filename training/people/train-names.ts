import {
  adjacentFeature,
  mostFeatures,
  segmentFeatures,
  tokenFeatures,
} from '../../workers/enrich/people/name-features.ts';
import type { NameMemory } from '../../workers/enrich/people/name-memory.ts';
import {
  mayBeName,
  positionOf,
  scoreRun,
  segmentSlot,
  tokenSlot,
  type Weights,
  weightCount,
} from '../../workers/enrich/people/name-tagger.ts';
import type { NameText, Run } from '../../workers/enrich/people/name-text.ts';
import { maxLength, segmentBeliefs } from '../../workers/enrich/people/semi-markov.ts';
import { random } from '../random.ts';

/** A labelled text. `names[at]`: how many tokens the person's name that begins at token `at` has, 0 for none. */
export type NameExample = { text: NameText; names: Uint8Array; weight: number };

/** `wordless`: how often, 0 to 1, a text is learnt without its words themselves. */
export type NameTraining = { epochs: number; rate: number; wordless: number; seed: number };

const buffer = new Uint32Array(mostFeatures);

class Learner {
  readonly values = new Float32Array(weightCount);
  readonly squares = new Float32Array(weightCount).fill(1e-4);
  readonly training: NameTraining;

  constructor(training: NameTraining) {
    this.training = training;
  }

  step(slot: number, gradient: number): void {
    const square = (this.squares[slot] as number) + gradient * gradient;
    this.squares[slot] = square;
    this.values[slot] = (this.values[slot] as number) + (this.training.rate * gradient) / Math.sqrt(square);
  }

  learnRun(example: NameExample, run: Run, memory: NameMemory | null): void {
    const { text, names, weight } = example;
    const lattice = scoreRun(text, run, memory, { values: this.values, unit: 1 });
    const { count } = lattice;
    const gradients = new Float64Array(count * maxLength);
    const joined = new Float64Array(count);
    segmentBeliefs(lattice, gradients, joined);
    const byPosition = new Float64Array(count * 4);
    let ended = -1;
    for (let from = 0; from < count; from++) {
      const gold = names[run.from + from] ?? 0;
      for (let length = 1; length <= maxLength && from + length <= count; length++) {
        const slot = from * maxLength + length - 1;
        const gradient = ((gold === length ? 1 : 0) - (gradients[slot] as number)) * weight;
        gradients[slot] = gradient;
        for (let offset = 0; offset < length; offset++) {
          const at = (from + offset) * 4 + positionOf(offset, length);
          byPosition[at] = (byPosition[at] as number) + gradient;
        }
      }
      joined[from] = ((gold > 0 && ended === from && from > 0 ? 1 : 0) - (joined[from] as number)) * weight;
      if (gold > 0) ended = from + gold;
    }
    this.apply(text, run, memory, gradients, byPosition, joined);
  }

  private apply(
    text: NameText,
    run: Run,
    memory: NameMemory | null,
    gradients: Float64Array,
    byPosition: Float64Array,
    joined: Float64Array,
  ): void {
    const least = 1e-4;
    for (let from = 0; from < joined.length; from++) {
      const at = run.from + from;
      const [begin, inside, end, single] = byPosition.subarray(from * 4, from * 4 + 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      if (Math.max(Math.abs(begin), Math.abs(inside), Math.abs(end), Math.abs(single)) > least) {
        const count = tokenFeatures(text, at, memory, buffer);
        for (let n = 0; n < count; n++) {
          const slot = tokenSlot(buffer[n] as number);
          if (Math.abs(begin) > least) this.step(slot, begin);
          if (Math.abs(inside) > least) this.step(slot + 1, inside);
          if (Math.abs(end) > least) this.step(slot + 2, end);
          if (Math.abs(single) > least) this.step(slot + 3, single);
        }
      }
      for (let length = 1; length <= maxLength && from + length <= joined.length; length++) {
        const gradient = gradients[from * maxLength + length - 1] as number;
        if (Math.abs(gradient) < least || !mayBeName(text, run, at, length)) continue;
        const count = segmentFeatures(text, run, at, length, memory, buffer);
        for (let n = 0; n < count; n++) this.step(segmentSlot(buffer[n] as number), gradient);
      }
      const gradient = joined[from] as number;
      if (Math.abs(gradient) > least) this.step(segmentSlot(adjacentFeature(text, at)), gradient);
    }
  }
}

const shuffle = (order: Uint32Array, chance: () => number): void => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
};

/** Learns the weights of one reading by AdaGrad; `memories`, one an example, for the second reading. */
export const learnNames = (
  examples: readonly NameExample[],
  memories: readonly NameMemory[] | null,
  training: NameTraining,
): Float32Array => {
  const learner = new Learner(training);
  const chance = random(training.seed);
  const order = Uint32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    shuffle(order, chance);
    for (const at of order) {
      const example = examples[at] as NameExample;
      example.text.isWordless = chance() < training.wordless;
      for (const run of example.text.runs) learner.learnRun(example, run, memories?.[at] ?? null);
      example.text.isWordless = false;
    }
  }
  return learner.values;
};

/** Weights as whole numbers of one byte. The few beyond the range are cut: the unit is set by the rest. */
export const quantise = (values: Float32Array): Weights => {
  const unit = 1 / 24;
  return {
    values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / unit)))),
    unit,
  };
};
