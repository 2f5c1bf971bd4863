import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import type { OpenDesk } from '../../cli/compose.ts';
import { listCaptures } from '../../store/captures.ts';
import { listFeeds } from '../../store/feeds.ts';
import { allItems, runOnSamples, temporaryFolder } from './desk.ts';

const mail = (second: string) =>
  `Message-ID: <a1@harbour.example>\r\nSubject: Harbour talks resume\r\nDate: Mon, 23 Nov 2026 10:15:00 +0400\r\n\r\nBATUMI, Georgia - Talks on the port of Batumi resumed on Monday, the ministry of transport said.\r\n\r\n${second}\r\n`;

test('a folder of bulletins becomes items; an edited mail its next version, a renamed or unchanged one nothing', async () => {
  const folder = temporaryFolder();
  const bulletins = join(folder.path, 'bulletins');
  mkdirSync(bulletins);
  const put = (name: string, text: string, minutesAgo: number) => {
    writeFileSync(join(bulletins, name), text);
    const at = new Date(Date.now() - minutesAgo * 60_000);
    utimesSync(join(bulletins, name), at, at);
  };
  put('a.eml', mail('A second round is to be held in Baku next week, the ministry said.'), 60);
  put(
    'b.txt',
    'Ferry line to reopen\n\nPOTI, Georgia - The ferry line to Constanta will reopen in spring, the operator said.\n',
    60,
  );
  const wire = {
    url: 'http://127.0.0.1:1',
    port: 1,
    feeds: [{ url: pathToFileURL(`${bulletins}/`).href, publisher: 'Harbour', title: 'Harbour' }],
    close: async () => undefined,
  };
  const home = { dataDir: join(folder.path, 'data'), databaseUrl: null, redisUrl: null };
  const headlines = async (open: OpenDesk) =>
    (await allItems(open)).map(({ headline, version }) => `${headline} ${version}`).sort();
  try {
    await runOnSamples(home, wire, 1, async (open, desk) => {
      const [feed] = await listFeeds(open.db);
      const pollAgain = async () => {
        await open.enqueue('fetch-feed', { feedId: feed?.id ?? '' }, { again: true });
        await desk.idle();
      };
      expect(await headlines(open)).toEqual(['Ferry line to reopen 1', 'Harbour talks resume 1']);
      renameSync(join(bulletins, 'b.txt'), join(bulletins, 'c.txt'));
      put('a.eml', mail('A second round is to be held in Tbilisi next week, the ministry said.'), 30);
      await pollAgain();
      expect(await headlines(open)).toEqual(['Ferry line to reopen 1', 'Harbour talks resume 2']);
      const captures = await listCaptures(open.db);
      await pollAgain();
      expect(await listCaptures(open.db)).toEqual(captures);
    });
  } finally {
    folder.dispose();
  }
}, 120_000);
