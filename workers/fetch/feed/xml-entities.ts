import { c1 } from './decode-text.ts';

/**
 * XML's own five entities and numbered ones; any other stays as it stands, since it may be HTML's. Whole articles come
 * with each `<` escaped, so the usual text without numbers takes the quick way.
 */
export function decodeXmlEntities(text: string): string {
  if (!text.includes('&')) return text;
  if (!text.includes('&#'))
    return text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#[xX]([\da-fA-F]+));/g, (_all, name, decimal, hexadecimal) =>
    name ? (predefined[name] ?? '') : letterAt(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
  );
}

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Numbers 128 to 159 are controls that nobody means: they are of windows-1252 (HTML Standard, 13.2.5.80). */
function letterAt(point: number): string {
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\uFFFD';
  return point >= 0x80 && point <= 0x9f ? (c1[point - 0x80] ?? '') : String.fromCodePoint(point);
}
