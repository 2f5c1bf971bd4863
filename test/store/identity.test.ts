import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  briefId,
  leadFingerprints,
  similarityBands,
  storyId,
  textFingerprint,
  textSimilarity,
} from '../../store/identity.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 35, maxLength: 70 });

test('spacing, case and punctuation are not part of a wording', () => {
  expect(textFingerprint('Bakı, 22 noyabr.  «Xəbər»')).toBe(textFingerprint('bakı 22 noyabr — xəbər'));
  expect(textFingerprint('sixty votes')).not.toBe(textFingerprint('sixteen votes'));
  expect(textFingerprint('***')).not.toBe(textFingerprint('---'));
});

test('ids tell publishers, kinds and pages apart', () => {
  const fingerprint = textFingerprint('sixty votes');
  expect(briefId('kvarts', fingerprint)).not.toBe(briefId('basalt', fingerprint));
  expect(storyId('https://kvarts.example/1')).not.toBe(storyId('https://kvarts.example/2'));
});

test('a text is wholly like itself and similarity does not depend on the order', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [one.join(' '), other.join(' ')];
      expect(textSimilarity(a, a)).toBe(1);
      expect(textSimilarity(a, b)).toBe(textSimilarity(b, a));
    }),
  );
});

test('a wording with one or two words corrected is a near-duplicate, and the store finds it by its bands', () => {
  let shared = 0;
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, first, second) => {
      const corrected = [...text];
      corrected[first % text.length] = 'corrected';
      corrected[second % text.length] = 'wording';
      const [a, b] = [text.join(' '), corrected.join(' ')];
      const bands = new Set(similarityBands(a));
      if (similarityBands(b).some((band) => bands.has(band))) shared += 1;
      expect(textSimilarity(a, b)).toBeGreaterThan(0.75);
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(shared).toBe(200);
});

test('a story leads with its first one, two and three paragraphs', () => {
  const leads = leadFingerprints('One.\n\nTwo.\n\nThree.\n\nFour.');
  expect(leads).toEqual([textFingerprint('One.'), textFingerprint('one two'), textFingerprint('One. Two. Three')]);
  expect(leadFingerprints('Only one.')).toHaveLength(1);
});
