import { setTimeout as pause } from 'node:timers/promises';
import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { closeAll, fetcher, serve, serveRaw } from '../loopback.ts';

afterEach(closeAll);

describe('a request', () => {
  test('names the bot and a contact, the formats it reads, and the encodings it unpacks', async () => {
    const server = await serve((_, response) => response.end('x'));
    await fetcher().fetch(server.url);
    const headers = server.seen[0]?.headers ?? {};
    expect(headers['user-agent']).toMatch(/wiredesk\/.*(https?:|@)/);
    for (const type of ['application/rss+xml', 'application/atom+xml', '*/*']) expect(headers.accept).toContain(type);
    for (const coding of ['gzip', 'br']) expect(headers['accept-encoding']).toContain(coding);
  });

  test.each(['"quoted"', 'unquoted', 'W/"weak"', '"abc-gzip"'])(
    'sends the ETag %s and the date back as they came',
    async (etag) => {
      const server = await serve((request, response) => {
        if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
        return response.writeHead(200, { etag, 'last-modified': 'Tue, 01 of Nov' }).end('x');
      });
      const first = await fetcher().fetch(server.url);
      const second = await fetcher().fetch(server.url, first);
      expect(second).toMatchObject({
        outcome: 'not-modified',
        status: 304,
        etag,
        lastModified: 'Tue, 01 of Nov',
        body: null,
      });
      expect(server.seen[1]?.headers['if-modified-since']).toBe('Tue, 01 of Nov');
    },
  );

  test('takes a validator that changes though the body is the same, and one that a 304 renews', async () => {
    let asked = 0;
    const server = await serve((_, response) => {
      asked++;
      response.writeHead(asked === 3 ? 304 : 200, { etag: `"${asked}"` }).end(asked === 3 ? '' : 'same');
    });
    const one = await fetcher().fetch(server.url);
    const two = await fetcher().fetch(server.url, one);
    const three = await fetcher().fetch(server.url, two);
    expect([one.etag, two.etag, three.etag]).toEqual(['"1"', '"2"', '"3"']);
    expect(three.outcome).toBe('not-modified');
  });

  test('that asked for nothing new is not satisfied by a 304', async () => {
    const server = await serve((_, response) => response.writeHead(304).end());
    expect(await fetcher().fetch(server.url)).toMatchObject({ outcome: 'error', status: 304 });
  });
});

describe('an encoded body', () => {
  const text = 'текст '.repeat(500);
  const packed: [string, string | undefined, Uint8Array][] = [
    ['gzip', 'gzip', zlib.gzipSync(text)],
    ['br', 'br', zlib.brotliCompressSync(text)],
    ['deflate', 'deflate', zlib.deflateSync(text)],
    ['raw deflate', 'deflate', zlib.deflateRawSync(text)],
    ['gzip in br', 'gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
    ['plain text that says it is gzip', 'gzip', Buffer.from(text)],
    ['gzip without a header', undefined, zlib.gzipSync(text)],
  ];
  test.each(packed)('is unpacked: %s', async (_name, coding, bytes) => {
    const server = await serve((_, response) =>
      response.writeHead(200, coding ? { 'content-encoding': coding } : {}).end(bytes),
    );
    const result = await fetcher().fetch(server.url);
    expect(result.error).toBeNull();
    expect(Buffer.from(result.body ?? []).toString()).toBe(text);
  });

  test.each([
    ['gzip', zlib.gzipSync(text).subarray(0, -20)],
    ['br', zlib.brotliCompressSync(text).subarray(0, -5)],
    ['unheard-of', Buffer.from('x')],
  ])('that is cut short or unknown is an error: %s', async (coding, bytes) => {
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': coding }).end(bytes));
    const result = await fetcher().fetch(server.url);
    expect(result).toMatchObject({ outcome: 'error', body: null });
    expect(result.error).toContain(coding);
  });
});

describe('limits', () => {
  test('a body that says it is packed many times over is refused, whatever it holds', async () => {
    const coding = Array(500).fill('gzip').join(', ');
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': coding }).end('x'));
    expect((await fetcher().fetch(server.url)).error).toContain('packed 500 times over');
  });

  test('a small body that unpacks to a huge one stops at the cap', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(50_000_000));
    const server = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    const result = await fetcher({ maxBytes: 1_000_000 }).fetch(server.url);
    expect(result).toMatchObject({ outcome: 'error', body: null });
    expect(result.error).toContain('1000000 bytes');
  });

  test('a large body is read no further than the cap', async () => {
    let sent = 0;
    const server = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const push = () => {
        while (sent < 60_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return response.once('drain', push);
        }
        return response.end();
      };
      push();
    });
    const result = await fetcher({ maxBytes: 5_000_000 }).fetch(server.url);
    expect(result.error).toContain('larger than 5000000 bytes');
    expect(sent).toBeLessThan(15_000_000);
  });

  test('a body shorter than its length is an error at once', async () => {
    const server = await serveRaw((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nshort'));
    const before = Date.now();
    expect(await fetcher().fetch(server.url)).toMatchObject({ outcome: 'error' });
    expect(Date.now() - before).toBeLessThan(2000);
  });

  test.each([
    ['no headers come', ''],
    ['headers and then nothing', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n'],
  ])('the deadline ends a call when %s, and the socket is closed', async (_name, start) => {
    const server = await serveRaw((socket) => socket.write(start));
    const result = await fetcher({ timeoutMs: 200 }).fetch(server.url);
    expect(result).toMatchObject({ outcome: 'error', error: 'no full answer within 200 ms' });
    await pause(50);
    expect(server.sockets.size).toBe(0);
  });

  test('the deadline ends a slow drip, and a chain of slow redirects', async () => {
    const drip = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
      const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('x')), 20);
    });
    const chain = await serve(
      (_, response) => void setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 80),
    );
    for (const { url } of [drip, chain]) {
      const before = Date.now();
      expect(await fetcher({ timeoutMs: 300 }).fetch(url)).toMatchObject({ outcome: 'error' });
      expect(Date.now() - before).toBeLessThan(600);
    }
  });
});

describe('an outcome', () => {
  test.each([
    [410, {}, { outcome: 'gone' }],
    [404, {}, { outcome: 'error', error: 'HTTP 404' }],
    [500, {}, { outcome: 'error', error: 'HTTP 500' }],
    [429, { 'retry-after': '120' }, { outcome: 'rate-limited', retryAfterMs: 120_000 }],
    [429, {}, { outcome: 'rate-limited', retryAfterMs: null }],
    [503, { 'retry-after': '5' }, { outcome: 'rate-limited', retryAfterMs: 5000 }],
    [503, {}, { outcome: 'error', error: 'HTTP 503' }],
  ])('of status %i with %j', async (status, headers, expected) => {
    const server = await serve((_, response) => response.writeHead(status, headers).end('body'));
    expect(await fetcher().fetch(server.url)).toMatchObject({ status, ...expected });
  });

  test('reads Retry-After as a date, max-age and Expires', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString();
    const server = await serve(({ url }, response) => {
      if (url === '/busy') return response.writeHead(429, { 'retry-after': later }).end();
      return response
        .writeHead(200, url === '/age' ? { 'cache-control': 'public, max-age=600', age: '100' } : { expires: later })
        .end('x');
    });
    const { retryAfterMs } = await fetcher().fetch(`${server.url}/busy`);
    expect(retryAfterMs).toBeGreaterThan(55_000);
    expect((await fetcher().fetch(`${server.url}/age`)).freshForMs).toBe(500_000);
    expect((await fetcher().fetch(server.url)).freshForMs).toBeGreaterThan(55_000);
  });

  test('of an empty 200 is an error', async () => {
    const server = await serve((_, response) => response.end());
    expect(await fetcher().fetch(server.url)).toMatchObject({
      outcome: 'error',
      status: 200,
      error: 'an empty answer (HTTP 200)',
    });
  });

  test('of 40 KB of headers is read, of a reset connection an error', async () => {
    const large = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nx-large: ${'x'.repeat(40_000)}\r\ncontent-length: 1\r\n\r\nx`),
    );
    const reset = await serveRaw((socket) => socket.resetAndDestroy());
    expect((await fetcher().fetch(large.url)).outcome).toBe('ok');
    expect((await fetcher().fetch(reset.url)).outcome).toBe('error');
    expect((await fetcher().fetch('http://127.0.0.1:1/')).outcome).toBe('error');
  });
});

test('at most perHost requests to a host are in flight, and waiting for a slot is not counted', async () => {
  let inFlight = 0;
  let most = 0;
  const server = await serve((_, response) => {
    most = Math.max(most, ++inFlight);
    setTimeout(() => {
      inFlight--;
      response.end('x');
    }, 100);
  });
  const client = fetcher({ perHost: 2, timeoutMs: 350 });
  const results = await Promise.all(Array.from({ length: 12 }, (_, at) => client.fetch(`${server.url}/${at}`)));
  expect(results.map(({ outcome }) => outcome)).toEqual(Array(12).fill('ok'));
  expect(most).toBe(2);
});
