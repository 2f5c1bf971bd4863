import { brotliDecompressSync } from 'node:zlib';
import { wordTable } from '../lexicon/word-table.ts';

/** What a lexicon says of a word: bits of `lexiconOf(…) & 255`. */
export const nameBits = {
  male: 1,
  female: 2,
  given: 4,
  surname: 8,
  /** In a list of names that does not tell given names from surnames. */
  human: 16,
  place: 32,
  common: 64,
  /** Among the 5,000 commonest words of English text. */
  frequent: 128,
} as const;
const fineClasses = 1024;

type Table = { keys: Uint32Array; values: Uint32Array; starts: Uint32Array; coarse: Uint8Array };

const bucketBits = 16;

// Sorted 32-bit hashes in buckets: 350,000 words load in some 20 ms and 4 MB, where a Map of strings takes 150 ms and 40 MB.
const readTable = (packed: string): Table => {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const count = bytes.readUInt32LE(0);
  const coarse = Uint8Array.from(bytes.subarray(4, 4 + fineClasses));
  const bits = 4 + fineClasses;
  const keys = new Uint32Array(count);
  const values = new Uint32Array(count);
  const starts = new Uint32Array((1 << bucketBits) + 1);
  let at = bits + 3 * count;
  let hash = 0;
  for (let entry = 0; entry < count; entry++) {
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++] as number;
      hash += (byte & 127) * unit;
      if (byte < 128) break;
    }
    const fine = (bytes[bits + count + entry] as number) | ((bytes[bits + 2 * count + entry] as number) << 8);
    keys[entry] = hash;
    values[entry] = (fine << 8) | (bytes[bits + entry] as number);
    starts[(hash >>> (32 - bucketBits)) + 1] = entry + 1;
  }
  // A bucket without words ends where the one before it ends.
  for (let bucket = 1; bucket < starts.length; bucket++)
    if (starts[bucket] === 0) starts[bucket] = starts[bucket - 1] as number;
  return { keys, values, starts, coarse };
};

let table: Table | null = null;

/** What is known of the word with this hash (of its romanised form): `nameBits` in the low byte, its class above (`>> 8`, 0 for none); 0 if unknown. */
export const lexiconOf = (hash: number): number => {
  table ??= readTable(wordTable);
  const { keys, values, starts } = table;
  const bucket = hash >>> (32 - bucketBits);
  const end = starts[bucket + 1] as number;
  for (let at = starts[bucket] as number; at < end; at++) if (keys[at] === hash) return values[at] as number;
  return 0;
};

/** The coarse class (0 to 127) of a fine one. */
export const coarseClass = (fine: number): number => {
  table ??= readTable(wordTable);
  return table.coarse[fine] ?? 0;
};
