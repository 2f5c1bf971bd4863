/** Text as PostgreSQL takes it: without NUL, and with a replacement for half a surrogate pair; JSON feeds and cut texts bring both. */
export const storableText = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\uFFFD');
