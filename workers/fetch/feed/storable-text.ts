/**
 * Text as PostgreSQL takes it and a terminal may print it: without NUL and other control characters, and with a replacement
 * for half a surrogate pair; JSON feeds, escapes and cut texts bring all of them.
 */
export const storableText = (text: string): string =>
  text
    .replace(/(?![\t\n\r])\p{Cc}+/gu, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\uFFFD');
