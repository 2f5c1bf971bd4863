import RssParser from 'rss-parser';
import type { FeedEntry } from '../../schemas/entry.ts';
import type { ReadFeed } from './feed-document.ts';
import { emptyHead, emptyLine } from './feed-document.ts';
import { NotAFeed } from './not-a-feed.ts';

export { NotAFeed };

/** Reads a feed of any kind. Throws NotAFeed. */
export async function readFeed(bytes: Uint8Array, _headers: Record<string, string>, url: string): Promise<ReadFeed> {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new NotAFeed('empty', url, 'is empty');
  if (/^\s*(<!doctype html|<html)/i.test(text)) throw new NotAFeed('html', url, 'is an HTML page, not a feed');
  const parsed = await new RssParser().parseString(text).catch((error: Error) => {
    throw new NotAFeed('malformed', url, `is malformed XML: ${error.message}`);
  });
  return {
    feed: { ...emptyHead(), title: parsed.title ?? null, link: parsed.link ?? null },
    entries: parsed.items.map((item) => ({
      ...emptyLine(),
      id: item.guid ?? null,
      link: item.link ?? null,
      title: item.title ?? null,
      published: item.isoDate ?? null,
      summary: item.summary ?? item.content ?? null,
    })),
  };
}

/** The lines of a feed in the form that is stored; only what names a page counts later. */
export function toFeedEntries(read: ReadFeed): FeedEntry[] {
  return read.entries.map((line) => ({
    url: line.link,
    guid: line.id,
    title: line.title,
    published: line.published,
    updated: line.updated,
    summary: line.summary,
  }));
}
