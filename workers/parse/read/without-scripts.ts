import { Buffer } from 'node:buffer';

type Names = { start: Buffer; end: Buffer };
const names = (tag: string): Names => ({ start: Buffer.from(`<${tag}`), end: Buffer.from(`</${tag}`) });
const script = names('script');
const style = names('style');

/**
 * The page's bytes without what its scripts and styles hold, JSON-LD kept: on news pages that is more than half, and what is cut
 * here is neither decoded nor looked at. A script whose tag or comments are not plainly closed is left for the reader to judge.
 */
export function withoutScripts(bytes: Uint8Array): Uint8Array {
  return cut(cut(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), script), style);
}

function cut(page: Buffer, { start, end }: Names): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  let at = page.indexOf(start);
  while (at >= 0) {
    const open = page.indexOf(62, at) + 1;
    const close = open > 0 ? page.indexOf(end, open) : -1;
    if (close < 0) break;
    if (close - open > leastCut && isPlain(page, at, open, close)) {
      kept.push(page.subarray(from, open));
      from = close;
    }
    at = page.indexOf(start, close);
  }
  if (from === 0) return page;
  kept.push(page.subarray(from));
  return Buffer.concat(kept);
}

/** Cutting less than this costs more than it saves. */
const leastCut = 1500;
const commentStart = Buffer.from('<!--');
const commentEnd = Buffer.from('-->');

/** A tag with all its quotes closed that holds no JSON-LD, and no end of a comment that began before it. */
function isPlain(page: Buffer, at: number, open: number, close: number): boolean {
  const tag = page.toString('latin1', at, open);
  if (tag.includes('json') || tag.split('"').length % 2 === 0 || tag.split("'").length % 2 === 0) return false;
  const ends = page.indexOf(commentEnd, open);
  if (ends < 0 || ends > close) return true;
  const begins = page.indexOf(commentStart, open);
  return begins >= 0 && begins < ends;
}
