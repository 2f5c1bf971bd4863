import type { WordFacts } from './name-facts.ts';
import { featuresOf, plainFeatures } from './name-facts.ts';
import type { NameMemory } from './name-memory.ts';
import type { NameText, Run } from './name-text.ts';
import { mixHash } from './word-hash.ts';

// Kinds of features: numbers are part of the trained model. Those of a word by itself (name-facts.ts) end below 32.
const none: Pick<WordFacts, 'own' | 'coarse' | 'cues' | 'letter' | 'shape' | 'capital' | 'roman'> = {
  own: 0,
  coarse: 0,
  cues: 0,
  letter: 0,
  shape: 0,
  capital: false,
  roman: 0,
};

/** The most features that `tokenFeatures` or `segmentFeatures` writes. */
export const mostFeatures = 80;

/** Writes the features of one token to `out`, as hashes; answers how many. */
export const tokenFeatures = (text: NameText, at: number, memory: NameMemory | null, out: Uint32Array): number => {
  const { facts, gaps, places, counts } = text;
  const word = facts[at];
  if (!word) return 0;
  const before = facts[at - 1] ?? none;
  const after = facts[at + 1] ?? none;
  const before2 = facts[at - 2] ?? none;
  const after2 = facts[at + 2] ?? none;
  const gap = gaps[at] as number;
  const nextGap = at + 1 < gaps.length ? (gaps[at + 1] as number) : 0;
  const letter = word.letter;
  const standing = places[at] as number;
  const own = featuresOf(word);
  let n = text.isWordless ? plainFeatures : own.length;
  for (let feature = 0; feature < n; feature++) out[feature] = own[feature] as number;
  if (!text.isWordless) {
    out[n++] = mixHash(32, before.own);
    out[n++] = mixHash(33, after.own);
    out[n++] = mixHash(34, before2.own);
    out[n++] = mixHash(35, after2.own);
    out[n++] = mixHash(36, mixHash(before.own, letter));
    out[n++] = mixHash(37, mixHash(after.own, letter));
    out[n++] = mixHash(49, mixHash(word.roman, standing & 7));
    out[n++] = mixHash(53, mixHash(before.own, before2.own));
    out[n++] = mixHash(54, mixHash(after.own, after2.own));
  }
  out[n++] = mixHash(38, before.coarse * 64 + gap);
  out[n++] = mixHash(39, after.coarse * 64 + nextGap);
  out[n++] = mixHash(40, before.coarse * 128 + letter);
  out[n++] = mixHash(41, after.coarse * 128 + letter);
  out[n++] = mixHash(42, ((before.cues * 64 + gap) << 7) + letter);
  out[n++] = mixHash(43, ((after.cues * 64 + nextGap) << 7) + letter);
  out[n++] = mixHash(44, mixHash(before.letter * 64 + gap, letter));
  out[n++] = mixHash(45, mixHash(after.letter * 64 + nextGap, letter));
  out[n++] = mixHash(46, mixHash((before.letter * 128 + after.letter) * 64 + gap, letter * 64 + nextGap));
  out[n++] = mixHash(47, standing * 128 + letter);
  out[n++] = mixHash(48, (Math.min(counts[at] as number, 6) * 128 + letter) * 64 + standing);
  out[n++] = mixHash(50, gap * 64 + nextGap);
  out[n++] = mixHash(51, mixHash(before2.letter * 128 + before.letter, letter));
  out[n++] = mixHash(52, mixHash(after2.letter * 128 + after.letter, letter));
  if (memory) {
    const { here, elsewhere, first, last, single } = memory;
    const others = ((first[at] as number) * 8 + (last[at] as number)) * 8 + (single[at] as number);
    out[n++] = mixHash(60, here[at] as number);
    out[n++] = mixHash(61, (elsewhere[at] as number) * 8 + Math.min(counts[at] as number, 6));
    out[n++] = mixHash(62, others);
    out[n++] = mixHash(63, ((here[at] as number) * 8 + (elsewhere[at] as number)) * 128 + letter);
    out[n++] = mixHash(64, others * 128 + letter);
    out[n++] = mixHash(65, ((last[at] as number) * 8 + (here[at] as number)) * 64 + nextGap);
    out[n++] = mixHash(66, ((first[at] as number) * 8 + (here[at - 1] ?? 0)) * 8 + (here[at + 1] ?? 0));
  }
  return n;
};

/** Writes the features of a person's name of `length` tokens from `from` to `out`, as hashes; answers how many. */
export const segmentFeatures = (
  text: NameText,
  run: Run,
  from: number,
  length: number,
  memory: NameMemory | null,
  out: Uint32Array,
): number => {
  const { facts, gaps, places, counts } = text;
  const end = from + length;
  let letters = 7;
  let shapes = 11;
  let inner = 13;
  let whole = 17;
  for (let at = from; at < end; at++) {
    const word = facts[at] as WordFacts;
    letters = mixHash(letters, word.letter);
    shapes = mixHash(shapes, word.shape);
    whole = mixHash(whole, word.roman);
    if (at > from) inner = mixHash(inner, gaps[at] as number);
  }
  const firstWord = facts[from] as WordFacts;
  const lastWord = facts[end - 1] as WordFacts;
  const before = facts[from - 1] ?? none;
  const after = facts[end] ?? none;
  const gap = gaps[from] as number;
  const nextGap = end < gaps.length ? (gaps[end] as number) : 0;
  const edges = (from === run.from ? 1 : 0) + (end === run.end ? 2 : 0);
  const standing = places[from] as number;
  const size = Math.min(length, 4);
  let n = 0;
  out[n++] = mixHash(70, length * 64 + (standing & 6));
  out[n++] = mixHash(71, letters);
  out[n++] = mixHash(72, shapes);
  out[n++] = mixHash(73, letters * 4 + edges);
  out[n++] = mixHash(74, inner);
  out[n++] = mixHash(78, mixHash(letters, before.cues * 64 + gap));
  out[n++] = mixHash(79, mixHash(letters, after.cues * 64 + nextGap));
  out[n++] = mixHash(80, mixHash(before.letter * 128 + after.letter, size * 4 + edges));
  out[n++] = mixHash(81, mixHash(letters, before.letter * 64 + gap));
  out[n++] = mixHash(82, mixHash(letters, after.letter * 64 + nextGap));
  out[n++] = mixHash(83, (firstWord.coarse * 128 + lastWord.coarse) * 8 + size);
  out[n++] = mixHash(84, lastWord.fine * 8 + size);
  out[n++] = mixHash(85, firstWord.fine * 8 + size);
  out[n++] = mixHash(86, before.coarse * 8 + size);
  out[n++] = mixHash(87, after.coarse * 8 + size);
  out[n++] = mixHash(88, edges * 8 + size);
  out[n++] = mixHash(89, mixHash(shapes, standing));
  out[n++] = mixHash(90, Math.min(counts[end - 1] as number, 5) * 64 + Math.min(counts[from] as number, 5) * 8 + size);
  if (!text.isWordless) {
    out[n++] = mixHash(75, whole);
    out[n++] = mixHash(76, mixHash(before.own, size * 64 + gap));
    out[n++] = mixHash(77, mixHash(after.own, size * 64 + nextGap));
    out[n++] = mixHash(91, mixHash(before.own, letters));
  }
  out[n++] = mixHash(92, (gap * 64 + nextGap) * 8 + size);
  if (memory) {
    const { here, elsewhere, first, last, single } = memory;
    let least = 7;
    for (let at = from; at < end; at++) least = Math.min(least, here[at] as number);
    const left = edges & 1 ? 7 : (here[from - 1] ?? 0);
    const right = edges & 2 ? 7 : (here[end] ?? 0);
    out[n++] = mixHash(100, ((least * 8 + left) * 8 + right) * 8 + size);
    out[n++] = mixHash(101, ((elsewhere[from] as number) * 8 + (elsewhere[end - 1] as number)) * 8 + size);
    out[n++] = mixHash(102, ((first[from] as number) * 8 + (last[end - 1] as number)) * 8 + size);
    out[n++] = mixHash(103, ((single[from] as number) * 8 + (last[end - 1] as number)) * 8 + size);
    out[n++] = mixHash(104, mixHash(letters, (first[from] as number) * 8 + (last[end - 1] as number)));
  }
  return n;
};

/** The feature of two names side by side, the second from token `at`. */
export const adjacentFeature = (text: NameText, at: number): number =>
  mixHash(
    110,
    ((text.gaps[at] as number) * 128 + (text.facts[at]?.letter ?? 0)) * 128 + (text.facts[at - 1]?.letter ?? 0),
  );
