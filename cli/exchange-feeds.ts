import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { generateOpml } from 'feedsmith';
import type { Feed } from '../schemas/feed.ts';
import { readFeedsFile } from '../workers/fetch/feed/read-feeds-file.ts';
import type { Ask } from './desk-client.ts';

/** Adds the feeds of a file (OPML, a list of addresses, `wiredesk.config.json`); those that the desk has keep their settings. */
export async function importFeeds(ask: Ask, file: string): Promise<{ added: Feed[]; known: number }> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`can't read ${file} (${code}): feeds import takes an OPML file or a list of addresses`);
  }
  const named = readFeedsFile(text, basename(file));
  const { feeds } = await ask<{ feeds: Feed[] }>('GET', '/v1/feeds');
  const known = new Set(feeds.map((feed) => feed.url));
  const fresh = named.filter(({ url }) => !known.has(url));
  const added: Feed[] = [];
  for (const feed of fresh) added.push(await ask<Feed>('POST', '/v1/feeds', feed));
  return { added, known: named.length - fresh.length };
}

/** The desk's feeds as OPML 2.0; what OPML has no word for (publisher, kind) stands in attributes of their own, which `importFeeds` reads. */
export function exportOpml(feeds: Feed[]): string {
  const outlines = feeds.map(({ url, title, publisher, kind }) => ({
    type: 'rss',
    text: title ?? publisher,
    title: title ?? publisher,
    xmlUrl: url,
    publisher,
    ...(kind === 'feed' ? {} : { kind }),
  }));
  const options = { extraOutlineAttributes: ['publisher', 'kind'] };
  return generateOpml({ head: { title: 'wiredesk feeds' }, body: { outlines } }, options);
}
