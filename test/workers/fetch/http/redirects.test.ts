import type { LookupAddress } from 'node:dns';
import { afterEach, describe, expect, test } from '@jest/globals';
import { blockPrivate } from '../../../../workers/fetch/http/block-private.ts';
import { ChainCookies } from '../../../../workers/fetch/http/redirects.ts';
import { closeAll, fetcher, serve } from '../loopback.ts';

afterEach(closeAll);

const redirects: Record<string, [number, string]> = {
  '/moved': [301, '/permanent'],
  '/permanent': [308, 'end'],
  '/for-now': [302, '/end'],
  '/mixed': [301, '/for-now-mixed'],
  '/for-now-mixed': [302, '/moved'],
  '/loop': [301, '/loop'],
  '/to-file': [302, 'file:///etc/passwd'],
  '/nowhere': [302, ''],
};
const site = () =>
  serve(({ url = '' }, response) => {
    const [status, location] = redirects[url] ?? [];
    if (status && location !== undefined) return response.writeHead(status, location ? { location } : {}).end();
    return response.end('end');
  });

describe('a redirect', () => {
  test.each([
    ['/moved', '/end', '/end'],
    ['/for-now', '/end', null],
    ['/mixed', '/end', '/for-now-mixed'],
    ['/end', '/end', null],
  ])('from %s ends at %s and stands for good at %s', async (from, end, permanent) => {
    const { url } = await site();
    const result = await fetcher().fetch(url + from);
    expect(result).toMatchObject({ outcome: 'ok', finalUrl: url + end, permanentUrl: permanent && url + permanent });
  });

  test('that loops ends within ten', async () => {
    const server = await site();
    expect(await fetcher().fetch(`${server.url}/loop`)).toMatchObject({
      outcome: 'error',
      error: 'more than 10 redirects',
    });
    expect(server.seen.length).toBe(11);
  });

  test.each(['/to-file', '/nowhere'])('is never followed to a file or to nowhere: %s', async (from) => {
    const { url } = await site();
    expect(await fetcher().fetch(url + from)).toMatchObject({ outcome: 'error', status: 302, body: null });
  });

  test('to another host drops authorization and cookies for the rest of the chain', async () => {
    const home = await serve((_, response) => response.end('home'));
    const other = await serve((_, response) => response.writeHead(302, { location: `${home.url}/back` }).end());
    const start = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    await fetcher().fetch(start.url, null, { Authorization: 'Basic x', Cookie: 'a=b', 'X-Own': 'kept' });
    expect(start.seen[0]?.headers).toMatchObject({ authorization: 'Basic x', cookie: 'a=b' });
    for (const { seen } of [other, home]) {
      expect(seen[0]?.headers).not.toHaveProperty('authorization');
      expect(seen[0]?.headers).not.toHaveProperty('cookie');
      expect(seen[0]?.headers['x-own']).toBe('kept');
    }
  });

  test('to another host drops the secrets of a feed, whatever their names, and no result tells them', async () => {
    const other = await serve((_, response) => response.end('other'));
    const start = await serve(({ url }, response) =>
      url === '/stay' ? response.end('in') : response.writeHead(302, { location: other.url }).end(),
    );
    const stayed = await fetcher().fetch(`${start.url}/stay`, null, {}, { 'X-Partner': 'word' });
    const left = await fetcher().fetch(start.url, null, {}, { 'X-Partner': 'word' });
    expect(start.seen.map(({ headers }) => headers['x-partner'])).toEqual(['word', 'word']);
    expect(other.seen[0]?.headers).not.toHaveProperty('x-partner');
    expect(JSON.stringify([stayed, left])).not.toContain('word');
  });

  test('keeps a session that a feed’s secrets opened out of its results', async () => {
    const server = await serve((_, response) => response.writeHead(200, { 'set-cookie': 'session=key' }).end('in'));
    const secret = await fetcher().fetch(server.url, null, {}, { authorization: 'Basic x' });
    expect(secret.outcome).toBe('ok');
    expect(JSON.stringify(secret)).not.toContain('session=key');
    expect((await fetcher().fetch(server.url)).headers['set-cookie']).toBe('session=key');
  });

  test('sends a cookie of https never by http', () => {
    const cookies = new ChainCookies();
    cookies.take(new URL('https://wire.example/'), ['s=1']);
    expect(cookies.headerFor(new URL('https://wire.example/a'), undefined)).toBe('s=1');
    expect(cookies.headerFor(new URL('http://wire.example/a'), undefined)).toBeNull();
  });

  test('keeps a cookie that the chain sets, for that chain and that host', async () => {
    const server = await serve(({ url }, response) => {
      if (url === '/')
        return response.writeHead(302, { location: '/in', 'set-cookie': ['s=1; Path=/; HttpOnly', 't=2'] }).end();
      return response.end('in');
    });
    const client = fetcher();
    await client.fetch(server.url);
    await client.fetch(`${server.url}/in`);
    expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([undefined, 's=1; t=2', undefined]);
  });
});

describe('a private address', () => {
  const guarded = () => fetcher({ isBlocked: blockPrivate([]), timeoutMs: 1000 });

  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '10.1.2.3',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '[fe80::1]',
    '[::127.0.0.1]',
  ])('is refused as a literal: %s', async (host) => {
    const result = await guarded().fetch(`http://${host}/`);
    expect(result).toMatchObject({ outcome: 'error', refused: true, status: 0 });
    expect(result.error).toMatch(/is a private address: allow it with --allow-private \S+$/);
  });

  test('is refused after a redirect, and when only its own port is allowed', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const outer = await serve((_, response) => response.writeHead(302, { location: inner.url }).end());
    const client = fetcher({ isBlocked: blockPrivate([], [`127.0.0.1:${outer.port}`]) });
    expect(await client.fetch(outer.url)).toMatchObject({ outcome: 'error', refused: true, finalUrl: `${inner.url}/` });
    expect(inner.seen).toEqual([]);
  });

  test('is refused when DNS answers it, also the second time only', async () => {
    const server = await serve((_, response) => response.writeHead(200, { connection: 'close' }).end('x'));
    const answers = ['127.0.0.1', '10.0.0.7'];
    const lookup = (_host: string, _options: object, answer: (error: null, addresses: LookupAddress[]) => void) =>
      answer(null, [{ address: answers.shift() ?? '10.0.0.7', family: 4 }]);
    const client = fetcher({ isBlocked: blockPrivate(['127.0.0.1']), lookup: lookup as never });
    const url = `http://wire.example:${server.port}/`;
    expect((await client.fetch(url)).outcome).toBe('ok');
    const second = await client.fetch(url);
    expect(second).toMatchObject({ outcome: 'error', refused: true });
    expect(second.error).toContain('wire.example (10.0.0.7)');
  });

  test.each(['ftp://a.example/', 'file:///etc/passwd', 'nonsense'])(
    'and what is not http at all is refused: %s',
    async (url) => {
      expect(await guarded().fetch(url)).toMatchObject({ outcome: 'error', refused: true });
    },
  );
});

describe('the guard', () => {
  test('allows what its ranges and endpoints name and nothing else', () => {
    const isBlocked = blockPrivate(['10.0.0.0/8', '::1'], ['127.0.0.1:8421']);
    expect(isBlocked('10.200.0.1', 80)).toBe(false);
    expect(isBlocked('::1', 80)).toBe(false);
    expect(isBlocked('127.0.0.1', 8421)).toBe(false);
    expect(isBlocked('127.0.0.1', 8420)).toBe(true);
    expect(isBlocked('192.168.0.1', 80)).toBe(true);
    expect(isBlocked('::ffff:192.168.0.1', 80)).toBe(true);
    expect(isBlocked('224.0.0.1', 80)).toBe(true);
    expect(isBlocked('93.184.216.34', 80)).toBe(false);
  });

  test('names a range it cannot read', () => {
    expect(() => blockPrivate(['10.0.0.0/99'])).toThrow('--allow-private 10.0.0.0/99: not an address or CIDR range');
  });
});
