import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WARCParser } from 'warcio';
import { ArchiveError, readCapture } from '../../archive/warc-reader.ts';
import type { Exchange } from '../../archive/warc-writer.ts';
import { openWarcWriter } from '../../archive/warc-writer.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exchange = (changes: Partial<Exchange> = {}): Exchange => ({
  captureId: 'c1',
  url: 'https://wire.example/news/1?x=%D0%B0',
  requestHeaders: { 'user-agent': 'wiredesk', host: 'wire.example' },
  status: 200,
  responseHeaders: {
    'Content-Type': 'text/html; charset=windows-1251',
    'content-encoding': 'gzip',
    'content-length': '7',
  },
  body: Buffer.from('<p>Ðåïîðò\u0000\xff</p>', 'latin1'),
  fetchedAt: '2026-11-24T10:00:00.000Z',
  ip: '192.0.2.7',
  ...changes,
});

test('a capture is read back byte for byte with its headers', async () => {
  const writer = openWarcWriter(folder);
  const first = await writer.write(exchange());
  const second = await writer.write(exchange({ captureId: 'c2', status: 410, body: new Uint8Array(0) }));
  await writer.close();
  const answer = await readCapture(folder, first);
  expect(answer.status).toBe(200);
  expect(answer.url).toBe('https://wire.example/news/1?x=%D0%B0');
  expect(answer.body.equals(Buffer.from(exchange().body))).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=windows-1251',
    'x-archive-orig-content-encoding': 'gzip',
    'content-length': String(exchange().body.byteLength),
  });
  expect((await readCapture(folder, second)).status).toBe(410);
});

test('an archive file is WARC 1.1: response, request and metadata, each its own gzip member', async () => {
  const writer = openWarcWriter(folder);
  await writer.write(exchange());
  await writer.write(exchange({ captureId: 'c2' }));
  await writer.close();
  const [file] = readdirSync(folder);
  const bytes = readFileSync(join(folder, file ?? ''));
  const kinds: string[] = [];
  const notes: string[] = [];
  for await (const record of WARCParser.iterRecords([bytes])) {
    kinds.push(record.warcType);
    expect(record.warcHeaders.protocol).toBe('WARC/1.1');
    expect(record.warcDate).toBe('2026-11-24T10:00:00.000Z');
    if (record.warcType === 'metadata') notes.push((await record.contentText()).trim());
    else await record.skipFully();
  }
  expect(kinds).toEqual(['response', 'request', 'metadata', 'response', 'request', 'metadata']);
  expect(notes).toEqual(['captureId: c1', 'captureId: c2']);
});

test('captures written at once do not run into each other', async () => {
  const writer = openWarcWriter(folder);
  const bodies = Array.from({ length: 20 }, (_, at) => Buffer.from(`page ${at} `.repeat(at * 100 + 1)));
  const places = await Promise.all(bodies.map((body, at) => writer.write(exchange({ captureId: `c${at}`, body }))));
  await writer.close();
  for (const [at, place] of places.entries()) {
    expect((await readCapture(folder, place)).body.equals(bodies[at] ?? Buffer.alloc(0))).toBe(true);
  }
});

test('a full file is followed by the next one', async () => {
  const writer = openWarcWriter(folder, { maxFileBytes: 1000 });
  const places = [];
  for (let at = 0; at < 3; at += 1) places.push(await writer.write(exchange({ captureId: `c${at}` })));
  await writer.close();
  expect(new Set(places.map((place) => place.warcFile)).size).toBeGreaterThan(1);
  for (const place of places) expect((await readCapture(folder, place)).status).toBe(200);
});

test('a tail cut off by a crash hurts no other capture', async () => {
  const writer = openWarcWriter(folder);
  const whole = await writer.write(exchange());
  const cut = await writer.write(exchange({ captureId: 'c2' }));
  await writer.close();
  truncateSync(join(folder, cut.warcFile), cut.warcOffset + 40);
  const next = openWarcWriter(folder);
  const later = await next.write(exchange({ captureId: 'c3' }));
  await next.close();
  expect((await readCapture(folder, whole)).status).toBe(200);
  expect((await readCapture(folder, later)).status).toBe(200);
  await expect(readCapture(folder, cut)).rejects.toThrow(/the file ends before the record does/);
});

test('a place that holds no response is refused by name', async () => {
  const writer = openWarcWriter(folder);
  const place = await writer.write(exchange());
  await writer.close();
  appendFileSync(join(folder, place.warcFile), Buffer.alloc(500, 1));
  await expect(readCapture(folder, { ...place, warcOffset: 3 })).rejects.toBeInstanceOf(ArchiveError);
  await expect(readCapture(folder, { ...place, warcFile: 'none.warc.gz' })).rejects.toThrow(/none\.warc\.gz at 0/);
});

test('a header that is no header, or not Latin-1, does not stop the capture', async () => {
  const writer = openWarcWriter(folder);
  const responseHeaders = { 'x-title': 'Новости\r\nX-Evil: 1', 'bad name': 'x', 'set-cookie': ['a=1', 'b=2'] };
  const place = await writer.write(exchange({ responseHeaders }));
  await writer.close();
  const { headers, body } = await readCapture(folder, place);
  expect(headers['x-evil']).toBeUndefined();
  expect(headers['set-cookie']).toContain('a=1');
  expect(body.byteLength).toBe(exchange().body.byteLength);
});
