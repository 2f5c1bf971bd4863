// Taken out once: a look-up of `Math` at every call costs 20 times the hash inside jest.
const { imul } = Math;

/** A 32-bit hash of a word (FNV-1a with a final mix): lexicons and models know words by it alone. */
export const wordHash = (word: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = imul(hash ^ word.charCodeAt(at), 0x01000193);
  return mixHash(hash, 0x9e3779b9);
};

/** One 32-bit hash (unsigned) of two: what a feature is, and its value. */
export const mixHash = (kind: number, value: number): number => {
  let hash = imul(kind ^ imul(value, 0x85ebca6b), 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
};
