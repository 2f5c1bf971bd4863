import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Ask } from '../../cli/desk-client.ts';
import { exportOpml, importFeeds } from '../../cli/exchange-feeds.ts';
import type { Feed } from '../../schemas/feed.ts';
import { temporaryFolder } from '../flow/desk.ts';

const feed = (changes: Partial<Feed>) =>
  ({ url: 'https://a.example/?x=1&y=2', title: 'A & B', publisher: 'Agency "A"', kind: 'feed', ...changes }) as Feed;

test('feeds that were exported as OPML come back with their titles, publishers and kinds; known ones are left alone', async () => {
  const folder = temporaryFolder();
  try {
    const opml = exportOpml([
      feed({}),
      feed({ url: 'https://b.example/latest', title: null, kind: 'list' }),
      feed({ url: 'https://c.example/rss' }),
    ]);
    writeFileSync(join(folder.path, 'feeds.opml'), opml);
    const posted: unknown[] = [];
    const ask = (async (method: string, _path: string, body: unknown) => {
      if (method === 'GET') return { feeds: [feed({ url: 'https://c.example/rss' })] };
      posted.push(body);
      return body;
    }) as Ask;
    expect(await importFeeds(ask, join(folder.path, 'feeds.opml'))).toMatchObject({ known: 1 });
    expect(posted).toEqual([
      { url: 'https://a.example/?x=1&y=2', title: 'A & B', publisher: 'Agency "A"' },
      { url: 'https://b.example/latest', title: 'Agency "A"', publisher: 'Agency "A"', kind: 'list' },
    ]);
    await expect(importFeeds(ask, join(folder.path, 'none.opml'))).rejects.toThrow(
      'none.opml (ENOENT): feeds import takes an OPML file',
    );
  } finally {
    folder.dispose();
  }
});
