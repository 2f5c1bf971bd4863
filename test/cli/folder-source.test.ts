import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { folderSource } from '../../cli/folder-source.ts';
import { temporaryFolder } from '../flow/desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let url: string;
const nowMs = Date.UTC(2026, 10, 24);
beforeEach(() => {
  folder = temporaryFolder();
  url = pathToFileURL(`${folder.path}/`).href;
});
afterEach(() => folder.dispose());

/** Puts a file there as of `ageMs` ago. */
function put(name: string, text: string, ageMs = 3_600_000): void {
  writeFileSync(join(folder.path, name), text);
  const at = new Date(nowMs - ageMs);
  utimesSync(join(folder.path, name), at, at);
}
const get = () => folderSource(10_000, () => nowMs);
const listed = async (source = get()) => {
  const { body } = await source(url);
  const { items } = JSON.parse(Buffer.from(body ?? '').toString()) as {
    items: { id: string; url: string; date_modified: string }[];
  };
  return items.map((item) => ({ ...item, url: item.url.replace(url, '') }));
};

test('a folder is a feed of its mails and text files, subfolders too, the newest first; nothing else', async () => {
  mkdirSync(join(folder.path, 'old'));
  put('a.eml', 'Message-ID: <a@wire.example>\r\nSubject: A\r\n\r\nText');
  put('old/b.TXT', 'Text', 7_200_000);
  put('picture.jpg', 'x');
  expect(await listed()).toEqual([
    { id: '<a@wire.example>', url: 'a.eml', date_modified: '2026-11-23T23:00:00.000Z' },
    { id: expect.stringMatching(/^[\da-f]{64}$/), url: 'old/b.TXT', date_modified: '2026-11-23T22:00:00.000Z' },
  ]);
});

test('a file that may still be written to waits for the next poll', async () => {
  put('a.txt', 'half', 100);
  expect(await listed()).toEqual([]);
});

test('a mail keeps its id under another name, a text by its bytes', async () => {
  put('a.eml', 'Message-ID: <a@wire.example>\r\n\r\nText');
  put('b.txt', 'Bulletin');
  const source = get();
  const before = await listed(source);
  renameSync(join(folder.path, 'a.eml'), join(folder.path, 'a2.eml'));
  renameSync(join(folder.path, 'b.txt'), join(folder.path, 'b2.txt'));
  expect((await listed(source)).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
});

test('an unchanged folder or file is not modified, a changed one is', async () => {
  put('a.txt', 'one');
  const source = get();
  for (const address of [url, `${url}a.txt`]) {
    const first = await source(address);
    expect(first).toMatchObject({ outcome: 'ok', status: 200 });
    expect((await source(address, first)).outcome).toBe('not-modified');
    put('a.txt', `${address} two`, 1_800_000);
    expect((await source(address, first)).outcome).toBe('ok');
  }
});

test('a captured file that was removed withdraws nothing; a folder or file that never was is an error', async () => {
  put('a.txt', 'one');
  const first = await get()(`${url}a.txt`);
  rmSync(join(folder.path, 'a.txt'));
  expect((await get()(`${url}a.txt`, first)).outcome).toBe('not-modified');
  expect(await get()(`${url}b.txt`)).toMatchObject({ outcome: 'error', refused: true });
  expect(await get()(`${url}none/`)).toMatchObject({ outcome: 'error', refused: false });
});

test('a file beyond the limit is refused with its size', async () => {
  put('a.txt', 'x'.repeat(10_001));
  expect(await get()(`${url}a.txt`)).toMatchObject({ outcome: 'error', error: expect.stringContaining('10001 bytes') });
});

test('a device or a pipe is not read: it may never end', async () => {
  expect(await get()('file:///dev/zero')).toMatchObject({ outcome: 'error', refused: true, body: null });
});

test('a mail that no mail reader takes, and a file that is too large, do not hold up the others', async () => {
  const nested = Array.from(
    { length: 400 },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
  );
  put('bomb.eml', `Subject: x\n${nested.join('')}`, 1_000_000);
  put('large.txt', 'x'.repeat(20_000), 2_000_000);
  put('good.eml', 'Message-ID: <1@wire.example>\nSubject: Ferry\n\nThe ferry was late.\n', 3_000_000);
  const source = folderSource(15_000, () => nowMs);
  expect((await listed(source)).map((item) => item.url)).toEqual(['bomb.eml', 'large.txt', 'good.eml']);
  expect(await source(`${url}large.txt`)).toMatchObject({ refused: true });
});

test('a file that was replaced by a link is not read: it would lead out of the folder', async () => {
  symlinkSync('/etc/hostname', join(folder.path, 'a.txt'));
  expect(await listed()).toEqual([]);
  expect(await get()(`${url}a.txt`)).toMatchObject({ outcome: 'error', refused: true, body: null });
});
