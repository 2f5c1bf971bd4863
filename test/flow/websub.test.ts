import { createHmac } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { fetchContext } from '../../cli/compose.ts';
import { findFeed } from '../../store/feeds.ts';
import { subscribeFeeds } from '../../workers/fetch/websub-worker.ts';
import { closeAll, fetcher, serve } from '../workers/fetch/loopback.ts';
import { runOnLoopback, temporaryFolder, until } from './desk.ts';

const folder = temporaryFolder();
afterAll(async () => {
  await closeAll();
  folder.dispose();
});

test('a feed that names a hub is subscribed to, verified, polled when it is pushed, and once a day besides', async () => {
  const asked: URLSearchParams[] = [];
  const hub = await serve((request, response) => {
    let form = '';
    request.on('data', (chunk) => {
      form += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(form));
      response.writeHead(202).end();
    });
  });
  const site = await serve((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', link: `<${hub.url}/hub>; rel="hub"` })
      .end('<rss version="2.0"><channel><title>Wire</title></channel></rss>'),
  );
  const feed = { url: `${site.url}/rss`, kind: 'feed', title: null, publisher: 'W', intervalMs: 3_600_000 } as const;
  const polls = () => site.seen.filter(({ url }) => url === '/rss').length;
  const publicUrl = 'https://desk.example/wire/';

  await runOnLoopback(
    folder.path,
    [feed],
    async (open, desk) => {
      const known = async () => findFeed(open.db, feed.url);
      await until(async () => (await known())?.hub);
      const http = fetcher();
      const manners = {
        waits: true,
        userAgent: 'w',
        post: http.post,
        publicUrl,
        quietHours: null,
        hostDelayMs: () => 0,
      };
      const context = fetchContext(open, http.fetch, manners);
      expect(await subscribeFeeds(context)).toBe(1);
      expect(await subscribeFeeds(context)).toBe(0);
      const form = Object.fromEntries(asked[0] ?? []);
      expect(form).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': feed.url });
      expect(form['hub.callback']).toMatch(/^https:\/\/desk\.example\/wire\/websub\/[\w-]{24}$/);
      const callback = `${desk.apiUrl}/websub/${form['hub.callback']?.split('/').at(-1)}`;

      // The hub asks whether it was meant.
      const ask = (query: Record<string, string>) => fetch(`${callback}?${new URLSearchParams(query)}`);
      const intent = {
        'hub.mode': 'subscribe',
        'hub.topic': feed.url,
        'hub.challenge': 'c1',
        'hub.lease_seconds': '864000',
      };
      expect((await ask({ ...intent, 'hub.topic': 'https://other.example/' })).status).toBe(404);
      expect((await ask({ ...intent, 'hub.mode': 'unsubscribe' })).status).toBe(404);
      expect((await known())?.pushedUntil).toBeNull();
      // A century granted is a year counted, and no refusal.
      expect((await ask({ ...intent, 'hub.lease_seconds': '3153600000' })).status).toBe(200);
      expect(Date.parse((await known())?.pushedUntil ?? '')).toBeLessThan(Date.now() + 367 * 86_400_000);
      const verified = await ask(intent);
      expect([verified.status, await verified.text()]).toEqual([200, 'c1']);
      expect(Date.parse((await known())?.pushedUntil ?? '')).toBeGreaterThan(Date.now() + 863_000_000);
      expect((await fetch(`${desk.apiUrl}/websub/nobody`, { method: 'POST', body: 'x' })).status).toBe(410);

      // It pushes: only what is signed polls the feed.
      const push = (signature: string) =>
        fetch(callback, {
          method: 'POST',
          body: 'news',
          headers: { 'x-hub-signature': signature, 'content-type': 'application/atom+xml' },
        });
      const sign = (method: string, text = 'news') =>
        `${method}=${createHmac(method, form['hub.secret'] ?? '')
          .update(text)
          .digest('hex')}`;
      for (const bad of ['', 'sha256=', sign('sha256', 'other'), sign('sha256').slice(0, -2), sign('md5')])
        expect((await push(bad)).status).toBe(202);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = polls();
      for (const [n, method] of ['sha1', 'sha256', 'sha384', 'sha512'].entries()) {
        expect((await push(sign(method))).status).toBe(202);
        await until(async () => polls() === before + n + 1);
      }
      expect(before).toBe(1);
      const { nextCheckAt, nextCheckReason } = await until(async () => {
        const now = await known();
        return now?.nextCheckReason?.includes('WebSub') && now;
      });
      expect(nextCheckReason).toBe('its hub pushes it (WebSub): polled once a day to be sure');
      expect(Date.parse(nextCheckAt ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);

      // A lease that ends within a day is renewed; one that the hub denies is over, and the feed is polled as before.
      expect(await subscribeFeeds({ ...context, now: () => Date.now() + 8 * 86_400_000 })).toBe(0);
      expect(await subscribeFeeds({ ...context, now: () => Date.now() + 9.5 * 86_400_000 })).toBe(1);
      expect((await ask({ 'hub.mode': 'denied', 'hub.topic': feed.url, 'hub.reason': 'closed' })).status).toBe(200);
      expect(await known()).toMatchObject({ pushedUntil: null, hubError: expect.stringContaining('closed') });
    },
    { publicUrl, hostDelayMs: 0 },
  );
});
