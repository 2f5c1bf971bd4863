import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SampleServer } from '../../samples/serve-samples.ts';
import { serveSamples } from '../../samples/serve-samples.ts';
import { readFeed, toFeedEntries } from '../../workers/fetch/feed/read-feed.ts';

const feedPath = '/caspian/feed.xml';
const pagePath = '/caspian/ferry-line.html';

describe('the sample wire', () => {
  let wire: SampleServer;
  beforeEach(async () => {
    wire = await serveSamples();
  });
  afterEach(() => wire.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${wire.url}${path}`, { headers: { connection: 'close', ...headers } });
  const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

  /** The status for an address exactly as written, which `fetch` would tidy or refuse. */
  const rawStatus = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port: wire.port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });

  test('names its origin in every feed and leaves no placeholder', async () => {
    for (const feed of wire.feeds) {
      const body = await (await fetch(feed.url)).text();
      expect(body).not.toContain('{{origin}}');
      if (!feed.url.includes('/broken/')) expect(body).toContain(`${wire.url}/`);
    }
  });

  test('every page that its feeds name is there, but for the withdrawn one', async () => {
    const missing: [string, number][] = [];
    for (const feed of wire.feeds.slice(0, -1)) {
      const answer = await fetch(feed.url);
      const contentType = answer.headers.get('content-type');
      const read = await readFeed(
        new Uint8Array(await answer.arrayBuffer()),
        { 'content-type': contentType ?? '' },
        feed.url,
      );
      for (const { url } of toFeedEntries(read)) {
        const page = await fetch(url ?? '');
        await page.arrayBuffer();
        if (page.status !== 200) missing.push([new URL(url ?? '').pathname, page.status]);
      }
    }
    expect(missing).toEqual([['/caspian/withdrawn.html', 410]]);
  });

  test('corrects a page on the second poll of its feed', async () => {
    const firstFeed = await text(feedPath);
    const firstPage = await text(pagePath);
    expect(await text(feedPath)).not.toBe(firstFeed);
    const secondPage = await text(pagePath);
    expect([firstPage, secondPage].map((page) => /sail \w+ times|sail twice/.exec(page)?.[0])).toEqual([
      'sail twice',
      'sail three times',
    ]);
  });

  test('answers an unchanged page with 304, and a corrected one with its new bytes', async () => {
    await text(feedPath);
    const etag = (await get(pagePath)).headers.get('etag') ?? '';
    expect((await get(pagePath, { 'if-none-match': etag })).status).toBe(304);
    await text(feedPath);
    expect((await get(pagePath, { 'if-none-match': etag })).status).toBe(200);
  });

  test('a desk that polled an earlier process gets the correction, and never the first edition again', async () => {
    const etag = (await get(feedPath)).headers.get('etag') ?? '';
    await wire.close();
    wire = await serveSamples({ port: wire.port });
    const corrected = await get(feedPath, { 'if-none-match': etag });
    expect(corrected.status).toBe(200);
    expect(await text(pagePath)).toContain('sail three times');
    await wire.close();
    wire = await serveSamples({ port: wire.port });
    expect((await get(feedPath, { 'if-none-match': corrected.headers.get('etag') ?? '' })).status).toBe(304);
    expect(await text(pagePath)).toContain('sail three times');
  });

  test('sends the Russian page as windows-1251 bytes that only its meta element declares', async () => {
    const answer = await get('/strait/svodka.html');
    expect(answer.headers.get('content-type')).toBe('text/html');
    const bytes = await answer.arrayBuffer();
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder('windows-1251').decode(bytes)).toContain('новую паромную линию');
  });

  test('its broken feed is no feed', async () => {
    const { url } = wire.feeds.at(-1) ?? { url: '' };
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    await expect(readFeed(bytes, {}, url)).rejects.toThrow('no feed');
  });

  test('malformed, unknown and escaping addresses are refused, and it goes on serving', async () => {
    expect(await rawStatus('/%zz')).toBe(400);
    expect(await rawStatus('//')).toBe(400);
    expect(await rawStatus('/caspian/nothing.html')).toBe(404);
    expect(await rawStatus('/%2e%2e%2f%2e%2e%2fpackage.json')).toBe(404);
    expect((await get(feedPath)).status).toBe(200);
  });
});
