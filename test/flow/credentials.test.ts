import { afterAll, expect, test } from '@jest/globals';
import { buildApp } from '../../api/app.ts';
import { apiDesk } from '../../cli/compose.ts';
import { findFeed } from '../../store/feeds.ts';
import { closeAll, serve } from '../workers/fetch/loopback.ts';
import { runOnLoopback, temporaryFolder, until } from './desk.ts';

const folder = temporaryFolder();
afterAll(async () => {
  await closeAll();
  folder.dispose();
});

const secretKey = Buffer.alloc(32, 3).toString('base64');
const expected = `Basic ${Buffer.from('desk:s3cret').toString('base64')}`;

test('a feed behind a password is polled with it, with its pages; nobody else sees it, and the key is needed', async () => {
  const stranger = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('A page.'),
  );
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    if (request.headers.authorization !== expected) return response.writeHead(401).end('who are you?');
    if (request.url?.startsWith('/p/')) return response.writeHead(200, { 'content-type': 'text/html' }).end('A page.');
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<rss version="2.0"><channel><title>W</title><item><link>/p/1</link></item><item><link>${stranger.url}/q</link></item></channel></rss>`,
      );
  });
  const url = `${site.url}/rss`;
  const address = `${site.url.replace('//', '//desk:s3cret@')}/rss`;
  const told: string[] = [];
  const asker = (open: Parameters<typeof apiDesk>[0]) => {
    const app = buildApp(apiDesk(open));
    return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
      const headers = { authorization: `Bearer ${open.token}` };
      const answer = await app.inject({ method, url: path, headers, ...(payload ? { payload } : {}) });
      told.push(answer.body);
      return { status: answer.statusCode, body: answer.json() };
    };
  };

  await runOnLoopback(folder.path, [], async (open) => {
    const ask = asker(open);
    const refused = await ask('POST', '/v1/feeds', { url: address });
    expect(refused.status).toBe(409);
    expect(refused.body.error).toContain('WIREDESK_KEY');
    expect((await ask('GET', '/v1/feeds')).body.feeds).toEqual([]);
  });

  await runOnLoopback(
    folder.path,
    [],
    async (open) => {
      const ask = asker(open);
      expect((await ask('POST', '/v1/feeds', { url: address, intervalMs: 3_600_000 })).body).toMatchObject({
        url,
        credentials: 'basic',
      });
      await until(async () => site.seen.some((request) => request.url === '/p/1') && stranger.seen.length >= 2);
      expect((await findFeed(open.db, url))?.lastError).toBeNull();
      for (const { headers } of stranger.seen) expect(headers).not.toHaveProperty('authorization');

      const path = `/v1/feeds/${encodeURIComponent(url)}/credentials`;
      expect((await ask('PUT', path, { kind: 'header', name: 'X-Key', value: 's3cret\nX: y' })).status).toBe(400);
      const before = site.seen.length;
      expect((await ask('PUT', path, { kind: 'header', name: 'X-Key', value: 's3cret' })).body.credentials).toBe(
        'header',
      );
      await until(async () => site.seen.length > before);
      expect(site.seen.at(-1)?.headers['x-key']).toBe('s3cret');
      const failed = await until(async () => (await findFeed(open.db, url))?.lastError);
      expect(failed).toContain('401');
      expect((await ask('DELETE', path)).body.credentials).toBeNull();
      await ask('PUT', path, { kind: 'cookie', value: 'session=s3cret' });
      expect((await ask('GET', `/v1/feeds/${encodeURIComponent(address)}x`)).status).toBe(404);
      // Nothing of it stands in the store as it is, or in what a capture kept of its request.
      const rows = await open.db.query('SELECT * FROM wiredesk.feeds');
      expect(JSON.stringify(rows)).not.toMatch(/s3cret|czNjcmV0/);
    },
    { secretKey },
  );

  await runOnLoopback(folder.path, [], async (open) => {
    await open.db.query(`UPDATE wiredesk.feeds SET due_at = '-infinity'`);
    const fault = await until(async () => {
      const error = (await findFeed(open.db, url))?.lastError ?? '';
      return error.includes('there is no key') && error;
    });
    expect(fault).toContain(url);
  });
  expect(told.join('\n')).not.toContain('s3cret');
});
