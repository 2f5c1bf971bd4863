import { brotliDecompressSync } from 'node:zlib';
import { peopleModel } from '../model/people-model.ts';
import type { Weights } from './name-tagger.ts';
import { weightCount } from './name-tagger.ts';

let weights: { first: Weights; second: Weights } | null = null;

/** The shipped model of persons' names, unpacked at its first use. */
export const peopleWeights = (): { first: Weights; second: Weights } => {
  if (weights) return weights;
  const bytes = brotliDecompressSync(Buffer.from(peopleModel, 'base64'));
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const unit = bytes.readFloatLE(2 * weightCount);
  weights = {
    first: { values: values.subarray(0, weightCount), unit },
    second: { values: values.subarray(weightCount, 2 * weightCount), unit },
  };
  return weights;
};
