import { Buffer, isUtf8 } from 'node:buffer';
import { UnparsablePage } from '../unparsable-page.ts';

/** A charset declaration stands in the first kilobyte (HTML Standard, prescan); some publishers put scripts before it. */
const prescanBytes = 4096;

/**
 * Turns a page's bytes into text: a BOM decides, then valid UTF-8 wins over any declaration, then the header, the
 * meta element, and last a guess between the Cyrillic and the western Windows code page. Throws UnparsablePage for
 * empty and binary bytes.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  if (bytes.length === 0) throw new UnparsablePage('the page is empty; fetch it again');
  const marked = byteOrderMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (looksBinary(bytes)) {
    throw new UnparsablePage('the bytes are binary, not text; give an HTML page or plain wire copy');
  }
  // TextDecoder takes three times as long on the text that nearly all pages are.
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const declared = [labelIn(contentType ?? ''), labelIn(asLatin1(bytes.subarray(0, prescanBytes)))];
  for (const label of declared) {
    const text = label && !/^utf-?8$/i.test(label) ? decodeStrictly(bytes, label) : null;
    if (text !== null) return text;
  }
  // A few broken bytes in text that says it is UTF-8: better a replacement sign than another alphabet.
  const damaged = new TextDecoder('utf-8').decode(bytes);
  if (declared.some((label) => label && /^utf-?8$/i.test(label))) return damaged;
  return new TextDecoder(looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252').decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Text has next to no control characters; images, PDF and archives have them at once. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, prescanBytes);
  const magic = asLatin1(head.subarray(0, 8));
  if (/^(%PDF-|PK\x03\x04|\x1f\x8b|GIF8|\x89PNG|\xff\xd8\xff|RIFF)/.test(magic)) return true;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls * 50 > head.length;
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const labelIn = (text: string): string | null =>
  /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1]?.replace(/^win-/i, 'windows-') ?? null;

const asLatin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** In windows-1251 Russian nearly every high byte is a letter (0xC0 to 0xFF) and they outnumber ASCII letters. */
function looksCyrillic(bytes: Uint8Array): boolean {
  const high = bytes.filter((byte) => byte >= 0xc0).length;
  return high * 5 > bytes.length;
}
