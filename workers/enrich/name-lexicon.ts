import { brotliDecompressSync } from 'node:zlib';
import { wordTable } from './lexicon/word-table.ts';

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

type Table = { slots: Uint32Array; values: Uint32Array; mask: number; coarse: Uint8Array };

// Open addressing over 32-bit hashes: 300,000 words load in some 20 ms and 4 MB, where a Map of strings takes 150 ms and 40 MB.
const readTable = (packed: string): Table => {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const count = bytes.readUInt32LE(0);
  const coarse = Uint8Array.from(bytes.subarray(4, 4 + fineClasses));
  const bits = 4 + fineClasses;
  const size = 1 << Math.ceil(Math.log2(count * 1.6));
  const slots = new Uint32Array(size);
  const values = new Uint32Array(size);
  let at = bits + 3 * count;
  let hash = 0;
  for (let entry = 0; entry < count; entry++) {
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++] as number;
      hash += (byte & 127) * unit;
      if (byte < 128) break;
    }
    const fine = (bytes[bits + count + entry] as number) | ((bytes[bits + 2 * count + entry] as number) << 8);
    let slot = hash & (size - 1);
    while (values[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = hash;
    // The top bit marks a slot that is taken.
    values[slot] = (0x80000000 | (fine << 8) | (bytes[bits + entry] as number)) >>> 0;
  }
  return { slots, values, mask: size - 1, coarse };
};

let table: Table | null = null;

/** What is known of the word with this hash (of its romanised form): `nameBits` in the low byte, its class above (`>> 8`, 0 for none); 0 if unknown. */
export const lexiconOf = (hash: number): number => {
  table ??= readTable(wordTable);
  const { slots, values, mask } = table;
  for (let slot = hash & mask; values[slot] !== 0; slot = (slot + 1) & mask)
    if (slots[slot] === hash) return (values[slot] as number) & 0x7fffffff;
  return 0;
};

/** The coarse class (0 to 127) of a fine one. */
export const coarseClass = (fine: number): number => {
  table ??= readTable(wordTable);
  return table.coarse[fine] ?? 0;
};
