import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '../../store/database.ts';
import { listFeeds } from '../../store/feeds.ts';
import { aFeed } from './desk-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was saved is there after closing and opening again; a newer store is refused and left as it is', async () => {
  const first = await openDatabase({ dataDir: folder });
  const feed = await aFeed(first);
  await expect(
    first.transaction(async (tx) => {
      await aFeed(first.kind === 'pglite' ? { ...first, ...tx } : first, 'basalt');
      throw new Error('power cut');
    }),
  ).rejects.toThrow('power cut');
  await first.close();
  const second = await openDatabase({ dataDir: folder });
  expect(await listFeeds(second)).toEqual([feed]);
  await second.query('UPDATE wiredesk.meta SET schema_version = 99');
  await second.close();
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'newer-schema',
    message: expect.stringMatching(/newer wiredesk \(schema 99, .*--data DIR$/),
  });
});

test('a damaged folder gives one line with the remedy', async () => {
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), 'rubbish');
  await expect(openDatabase({ dataDir: folder })).rejects.toMatchObject({
    code: 'damaged',
    message: expect.stringMatching(/^the database in .*--data DIR$/),
  });
  expect(readdirSync(join(folder, 'database'))).toContain('PG_VERSION');
});

test('a server that does not answer gives one line that names it without the password', async () => {
  const opening = openDatabase({ databaseUrl: 'postgres://desk:secret@127.0.0.1:9/wire' });
  await expect(opening).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/127\.0\.0\.1:9\/wire does not answer .*DATABASE_URL$/),
  });
  await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
});
