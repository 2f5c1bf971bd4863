import { expect, test } from '@jest/globals';
import { growForest, usualGrowing } from '../../training/grow-forest.ts';
import { packForest } from '../../training/pack-forest.ts';
import { random } from '../../training/random.ts';
import { chance, scoreRow, unpackForest } from '../../workers/parse/model/forest.ts';

const next = random(7);
const count = 2000;
const values = Float32Array.from({ length: count * 3 }, () => next());
const isInside = (row: number) => (values[row * 3] as number) > 0.5 !== (values[row * 3 + 1] as number) > 0.5;
const labels = Float32Array.from({ length: count }, (_, row) => (isInside(row) ? 1 : 0));
const growing = { ...usualGrowing, trees: 40, leaves: 8 };

test('a forest learns what no single column tells', () => {
  const forest = growForest({ values, columns: 3 }, labels, null, growing);
  const right = Array.from(labels).filter(
    (label, row) => chance(scoreRow(forest, values, row * 3)) > 0.5 === (label === 1),
  );
  expect(right.length / count).toBeGreaterThan(0.95);
});

test('the same rows and seed give the same packed bytes, and unpacking gives the same scores', () => {
  const forest = growForest({ values, columns: 3 }, labels, null, growing);
  const packed = packForest(forest);
  expect(packForest(growForest({ values, columns: 3 }, labels, null, growing))).toBe(packed);
  expect(scoreRow(unpackForest(packed), values, 30)).toBe(scoreRow(forest, values, 30));
});

test('text that is no forest is refused', () => {
  expect(() => unpackForest('AAAA')).toThrow();
});
