import { brotliCompressSync, constants } from 'node:zlib';
import type { Forest } from '../workers/parse/model/forest.ts';

/** A forest as base64 of compressed little-endian bytes: counts, base, roots, children, thresholds, columns. */
export function packForest({ base, roots, column, threshold, left }: Forest): string {
  const nodes = column.length;
  const bytes = new DataView(new ArrayBuffer(12 + roots.length * 4 + nodes * 10));
  bytes.setUint32(0, roots.length, true);
  bytes.setUint32(4, nodes, true);
  bytes.setFloat32(8, base, true);
  const lefts = 12 + roots.length * 4;
  for (const [tree, root] of roots.entries()) bytes.setInt32(12 + tree * 4, root, true);
  for (let node = 0; node < nodes; node++) {
    bytes.setInt32(lefts + node * 4, left[node] as number, true);
    bytes.setFloat32(lefts + (nodes + node) * 4, threshold[node] as number, true);
    bytes.setInt16(lefts + nodes * 8 + node * 2, column[node] as number, true);
  }
  return brotliCompressSync(new Uint8Array(bytes.buffer), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  }).toString('base64');
}
