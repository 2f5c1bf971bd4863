import type { FeedEntry } from '../../../schemas/entry.ts';
import { decodeText } from './decode-text.ts';
import type { ReadFeed } from './feed-document.ts';
import { NotAFeed } from './not-a-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { isPlainRss, readPlainRss } from './read-plain-rss.ts';
import { readTags } from './read-tags.ts';
import { readXmlFeed } from './read-xml-feed.ts';
import { storableText } from './storable-text.ts';

export { NotAFeed };

/** Controls that XML 1.0 does not allow and feeds contain all the same. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]+/g;

/**
 * Reads a feed of any kind from the bytes of an answer, its headers (names in lower case) and its address (empty when
 * unknown). Throws NotAFeed, which says what the bytes are instead.
 */
export async function readFeed(bytes: Uint8Array, headers: Record<string, string>, url: string): Promise<ReadFeed> {
  const text = decodeText(bytes, headers['content-type']).replace(forbidden, '');
  const start = text.search(/\S/);
  if (start < 0) throw new NotAFeed('empty', url, 'is empty');
  const base = baseOf(headers, url);
  if (text[start] === '{' || text[start] === '[') return readJson(text, url, base);
  const read = (isPlainRss(text) ? await readPlainRss(text, base) : null) ?? readXmlFeed(text, base);
  if (read) return withLanguage(read, headers);
  if (/<(!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, 4096)))
    throw new NotAFeed('html', url, 'is an HTML page, not a feed');
  if (!text.includes('<')) throw new NotAFeed('other', url, 'is plain text, not a feed');
  const root = /<([a-z][\w:.-]*)/i.exec(text)?.[1];
  throw root
    ? new NotAFeed('other', url, `is XML (<${root}>) but no feed`)
    : new NotAFeed('malformed', url, 'is malformed XML');
}

function readJson(text: string, url: string, base: string): ReadFeed {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new NotAFeed('malformed', url, `is malformed JSON: ${(error as Error).message}`);
  }
  const read = readJsonFeed(json, base);
  if (!read) throw new NotAFeed('other', url, 'is JSON but no feed');
  return read;
}

function baseOf(headers: Record<string, string>, url: string): string {
  const location = headers['content-location'];
  if (!location) return url;
  return URL.canParse(location, url || undefined) ? new URL(location, url || undefined).href : url;
}

function withLanguage(read: ReadFeed, headers: Record<string, string>): ReadFeed {
  read.feed.language ??= headers['content-language'] ?? null;
  return read;
}

/** The lines of a feed in the form that is stored: titles and summaries as plain text. */
export function toFeedEntries(read: ReadFeed): FeedEntry[] {
  return read.entries.map((line) => ({
    url: line.ownLink ?? line.link,
    guid: line.id && storableText(line.id),
    title: plainText(line.title),
    published: line.published,
    updated: line.updated,
    summary: plainText(line.summary ?? line.content),
  }));
}

function plainText(html: string | null): string | null {
  if (html === null) return null;
  let text = '';
  readTags(html, {
    text: (piece) => {
      text += piece;
    },
    open: (name) => {
      if (/^(p|br|div|li|h\d|td)$/.test(name)) text += ' ';
      return true;
    },
  });
  return storableText(text).replace(/\s+/g, ' ').trim() || null;
}
