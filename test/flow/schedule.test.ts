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

test('a running desk polls what is due, at once what is asked for, nothing that is paused, and again what was lost', async () => {
  const site = await serve((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end('<rss version="2.0"><channel><title>Wire</title></channel></rss>'),
  );
  const feed = {
    url: `${site.url}/rss`,
    kind: 'feed',
    title: null,
    publisher: 'Wire',
    intervalMs: 3_600_000,
  } as const;
  const polls = () => site.seen.filter(({ url }) => url === '/rss').length;
  await runOnLoopback(folder.path, [feed], async (open) => {
    const app = buildApp(apiDesk(open));
    const ask = async (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) => {
      const url = `/v1/feeds/${encodeURIComponent(feed.url)}${path}`;
      const headers = { authorization: `Bearer ${open.token}` };
      return app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    };
    const checked = await until(async () => (await findFeed(open.db, feed.url))?.nextCheckAt);
    expect(Date.parse(checked)).toBeGreaterThan(Date.now() + 3_500_000);
    expect(polls()).toBe(1);

    await ask('POST', '/fetch');
    await until(async () => polls() === 2);

    expect((await ask('POST', '/pause')).json().state).toBe('paused');
    expect((await ask('POST', '/fetch')).statusCode).toBe(409);
    await open.db.query(`UPDATE wiredesk.feeds SET due_at = '-infinity'`);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(polls()).toBe(2);

    expect((await ask('POST', '/resume')).json().state).toBe('active');
    await until(async () => polls() === 3);

    // The server sees a poll before its outcome is written down, which would hide what comes next.
    await until(async () => (await open.db.query('SELECT 1 FROM wiredesk.feeds WHERE NOT claimed')).length === 1);

    // As a worker leaves it that was killed amid its poll, when the lease has run out.
    await open.db.query(`UPDATE wiredesk.feeds SET claimed = true, due_at = '-infinity'`);
    await until(async () => polls() === 4);
    expect((await ask('GET', '')).json()).toMatchObject({ repairs: 1, lane: 'live' });

    expect((await ask('PATCH', '', { window: 'night' })).statusCode).toBe(400);
    expect((await ask('PATCH', '', { intervalMs: 60_000, lane: 'breaking' })).json()).toMatchObject({
      adaptive: false,
      lane: 'breaking',
    });
    const { reason } = await until(async () => {
      const now = (await ask('GET', '')).json();
      return now.nextCheckReason === 'every 1 min, as set' && { reason: now.nextCheckReason };
    });
    expect(reason).toBe('every 1 min, as set');
    await app.close();
  });
});
