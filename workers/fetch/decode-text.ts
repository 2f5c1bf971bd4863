/** Labels seen in feeds that the Encoding Standard does not know. */
const aliases: Record<string, string> = { 'cp-1251': 'windows-1251', 'win-1251': 'windows-1251', 'latin-1': 'latin1', 'iso8859_1': 'latin1', 'utf_8': 'utf-8', 'utf16': 'utf-16' };

/** Bytes that are pure ASCII and still not what they seem: these encodings shift with escape sequences. */
const shifting = /^(iso-2022-jp|csiso2022jp)$/;

/**
 * Turns the bytes of a feed or page into text. A BOM decides; then valid UTF-8 wins over any declaration, since a
 * text in another encoding is hardly ever valid UTF-8 by chance; then the header, the XML declaration and meta.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const wide = wideEncoding(bytes);
  if (wide) return wide === 'utf-32' ? decodeUtf32(bytes) : new TextDecoder(wide).decode(bytes);
  const declared = declaredEncodings(bytes, contentType);
  const shift = declared.find((label) => shifting.test(label));
  if (shift && bytes.includes(0x1b)) return new TextDecoder(shift).decode(bytes);
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  for (const label of declared) {
    const text = label === 'utf-8' ? null : tryDecode(bytes, label, true);
    if (text !== null) return text;
  }
  return decodeDamaged(bytes, declared.find((label) => label !== 'utf-8'));
}

/** A few broken bytes in a text that is otherwise what it says: better a replacement sign than another alphabet. */
function decodeDamaged(bytes: Uint8Array, label: string | undefined): string {
  const other = label ? tryDecode(bytes, label, false) : null;
  if (other !== null) return other;
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\u0000-\u007f\uFFFD]/g)?.length ?? 0;
  return sound >= broken ? text : new TextDecoder('windows-1252').decode(bytes);
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if ((a === 0 && b === 0 && (c === 0xfe || c === 0)) || (a === 0xff && b === 0xfe && c === 0 && d === 0)) return 'utf-32';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return null;
}

function decodeUtf32(bytes: Uint8Array): string {
  const little = bytes[0] !== 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 3 < bytes.byteLength; at += 4) {
    const point = view.getUint32(at, little);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
  }
  return text.replace(/^\uFEFF/, '');
}

function declaredEncodings(bytes: Uint8Array, contentType: string | undefined): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const labels = [
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
    /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1],
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1],
  ];
  return labels.flatMap((label) => (label ? [aliases[label.toLowerCase()] ?? label.toLowerCase()] : []));
}

function tryDecode(bytes: Uint8Array, label: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null; // unknown label, or bytes that are not in this encoding
  }
}
