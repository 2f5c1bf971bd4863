import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { decodeText } from '../../../workers/fetch/feed/decode-text.ts';
import { fetchFeed } from '../../../workers/fetch/fetch-feed.ts';
import { aFeed } from './feed.ts';
import { closeAll, fetcher, serve } from './loopback.ts';

afterEach(closeAll);

/** What the desk makes of an answer for a feed's address, with all that lies between. */
async function poll(body: Uint8Array | string, headers: Record<string, string> = {}, title: string | null = 'Wire') {
  const site = await serve((_, response) => response.writeHead(200, headers).end(body));
  return fetchFeed(aFeed({ url: site.url, title }), fetcher().fetch);
}

const cyrillic = (text: string, encode: 'windows-1251' | 'utf-16le') =>
  encode === 'utf-16le'
    ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    : Buffer.from(
        [...text].map((character) => {
          const code = character.codePointAt(0) ?? 0;
          return code < 128 ? code : code - 0x350; // А (U+0410) is 0xC0 in windows-1251
        }),
      );
const rss = (declared: string | null) =>
  `${declared ? `<?xml version="1.0" encoding="${declared}"?>` : ''}<rss version="2.0"><channel><title>Мир</title></channel></rss>`;

describe('an answer with status 200', () => {
  test('that is a page of a robot check is a failure of the feed, told as what it is, and no feed', async () => {
    const page =
      '<!doctype html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>';
    const found = await poll(page, { 'content-type': 'text/html' });
    expect(found).toMatchObject({ kind: 'failed', error: expect.stringMatching(/HTML page|challenge|browser/) });
  });

  test.each([
    ['the header', cyrillic(rss('utf-8'), 'windows-1251'), { 'content-type': 'text/xml; charset=windows-1251' }],
    ['the XML declaration', cyrillic(rss('windows-1251'), 'windows-1251'), { 'content-type': 'text/xml' }],
    ['the byte order mark', cyrillic(rss(null), 'utf-16le'), { 'content-type': 'text/xml' }],
    [
      'valid UTF-8, over any declaration',
      Buffer.from(rss('windows-1251')),
      { 'content-type': 'text/xml; charset=koi8-r' },
    ],
    [
      'the header, packed',
      zlib.brotliCompressSync(cyrillic(rss(null), 'windows-1251')),
      { 'content-type': 'text/xml; charset=cp1251', 'content-encoding': 'br' },
    ],
  ])('is read in the charset of %s', async (_name, body, headers) => {
    expect(await poll(body, headers, null)).toMatchObject({ kind: 'entries', title: 'Мир' });
  });

  test('that is a page is read in the charset of its meta element', async () => {
    const html = '<html><head><meta charset="windows-1251"><title>Мир</title></head><body>Дом</body></html>';
    const site = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(cyrillic(html, 'windows-1251')),
    );
    const { body, headers } = await fetcher().fetch(site.url);
    expect(decodeText(body ?? new Uint8Array(), headers['content-type'])).toContain('<title>Мир</title>');
  });
});

test('200 KB that unpack to 200 MB stop at the cap, within what a small answer takes', async () => {
  const bomb = zlib.gzipSync(Buffer.alloc(200_000_000), { level: 9 });
  expect(bomb.byteLength).toBeLessThan(250_000);
  const site = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  const before = process.memoryUsage().rss;
  const result = await fetcher({ maxBytes: 5_000_000 }).fetch(site.url);
  expect(result).toMatchObject({ outcome: 'error', body: null });
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
