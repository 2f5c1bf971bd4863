import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import type { OpenDesk } from '../../cli/compose.ts';
import { apiDesk } from '../../cli/compose.ts';
import { serveSamples } from '../../samples/serve-samples.ts';
import type { Item } from '../../schemas/item.ts';
import { cancelPage } from '../../store/save-items.ts';
import { runOnSamples, temporaryFolder } from '../flow/desk.ts';

describe('the API of a desk on the sample wire', () => {
  const folder = temporaryFolder();
  let app: FastifyInstance;
  let open: OpenDesk;
  let finish: () => void;
  let ended: Promise<void>;

  beforeAll(async () => {
    const wire = await serveSamples({ port: 0 });
    await new Promise<void>((ready, fail) => {
      ended = runOnSamples({ dataDir: folder.path, databaseUrl: null, redisUrl: null }, wire, 1, async (desk) => {
        open = desk;
        app = buildApp(apiDesk(desk));
        await new Promise<void>((done) => {
          finish = done;
          ready();
        });
        await app.close();
      }).finally(() => wire.close());
      ended.catch(fail);
    });
  });

  afterAll(async () => {
    finish();
    await ended;
    folder.dispose();
  });

  const get = async (url: string) => (await app.inject({ method: 'GET', url })).json();
  const change = (method: 'POST' | 'DELETE', url: string, payload?: object, token = open.token) =>
    app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload ? { payload } : {}) });

  test('a reader that follows the cursor sees every item once, in order of seq', async () => {
    const seen: Item[] = [];
    for (let after = 0; ; ) {
      const { items, next } = await get(`/v1/items?after=${after}&limit=7`);
      if (items.length === 0) break;
      seen.push(...items);
      after = next;
    }
    expect(new Set(seen.map((item) => item.id)).size).toBe(seen.length);
    expect(seen.map((item) => item.seq)).toEqual(seen.map((item) => item.seq).sort((a, b) => a - b));
    expect(seen.length).toBe((await get('/v1/items?after=0&limit=1000')).items.length);
  });

  test('one item is read by its id, with its versions on request', async () => {
    const [first] = (await get('/v1/newest?limit=1')).items;
    const item = await get(`/v1/items/${first.id}?versions=1`);
    expect(item).toMatchObject({ id: first.id, body: first.body });
    expect(item.versions).toHaveLength(item.version);
  });

  test('the JSON Feed holds the newest items, filtered by country and person', async () => {
    const all = await get('/feed.json');
    expect(all.version).toBe('https://jsonfeed.org/version/1.1');
    const code = all.items
      .flatMap((entry: { tags: string[] }) => entry.tags)
      .find((tag: string) => /^[A-Z]{2}$/.test(tag));
    const some = await get(`/feed.json?country=${code}`);
    expect(some.items.length).toBeGreaterThan(0);
    for (const entry of some.items) expect(entry.tags).toContain(code);
    expect((await get('/feed.json?person=nobody-of-this-name')).items).toEqual([]);
  });

  test('a bad question is answered with 400 and names the field; an unknown item and address with 404', async () => {
    const bad = await app.inject({ method: 'GET', url: '/v1/items?limit=many' });
    expect(bad.statusCode).toBe(400);
    expect(bad.json().error).toContain('limit');
    expect((await app.inject({ method: 'GET', url: '/v1/items/none' })).statusCode).toBe(404);
    expect((await app.inject({ method: 'GET', url: '/nowhere' })).statusCode).toBe(404);
  });

  test('a question that the desk would misread is refused: an unknown word, a null character', async () => {
    const ask = async (url: string) => {
      const answer = await app.inject({ method: 'GET', url });
      return `${answer.statusCode} ${answer.json().error}`;
    };
    expect(await ask('/v1/items?country=AZ')).toMatch(/^400 .*country/);
    expect(await ask('/v1/newest?persn=nobody')).toMatch(/^400 .*persn/);
    for (const url of ['/v1/items/%00', '/v1/newest?person=%00', '/v1/people?search=%00', '/v1/feeds/%00'])
      expect(await ask(url)).toMatch(/^400 .*null character/);
  });

  test('changes need the token; without it nothing is changed', async () => {
    const before = (await get('/v1/feeds')).feeds.length;
    expect((await change('POST', '/v1/feeds', { url: 'https://example.org/feed' }, 'wrong')).statusCode).toBe(401);
    expect((await get('/v1/feeds')).feeds.length).toBe(before);
  });

  test('a feed is added, paused, resumed and removed; its items stay', async () => {
    const added = (await change('POST', '/v1/feeds', { url: 'http://127.0.0.1:9/feed', publisher: 'Nobody' })).json();
    expect(added).toMatchObject({ state: 'active', publisher: 'Nobody' });
    expect((await change('POST', `/v1/feeds/${added.id}/pause`)).json().state).toBe('paused');
    expect((await change('POST', `/v1/feeds/${encodeURIComponent(added.url)}/resume`)).json().state).toBe('active');
    expect((await change('DELETE', `/v1/feeds/${added.id}`)).statusCode).toBe(200);
    expect((await change('DELETE', `/v1/feeds/${added.id}`)).statusCode).toBe(404);
    expect((await change('POST', '/v1/feeds', { url: 'ftp://example.org/feed' })).statusCode).toBe(400);
  });

  test('of the disk only folders can be given, and only as feeds: no file that the desk may read is named', async () => {
    for (const feed of [
      { url: 'file:///etc/passwd', kind: 'page' },
      { url: 'file:///etc/', kind: 'page' },
      { url: 'FILE:///etc' },
    ])
      expect((await change('POST', '/v1/feeds', feed)).statusCode).toBe(400);
  });

  test('a replay with the same code changes nothing, tells nobody, and stays on record with its reason', async () => {
    const { newestSeq } = await get('/healthz');
    const report = (
      await change('POST', '/v1/replays', { stage: 'parse', reason: 'nothing has changed', apply: true })
    ).json();
    expect(report).toMatchObject({ applied: true, changes: [], failed: [] });
    expect(report.unchanged).toBeGreaterThan(30);
    expect((await get('/healthz')).newestSeq).toBe(newestSeq);
    expect((await get('/v1/replays')).replays[0].request.reason).toBe('nothing has changed');
    expect((await change('POST', '/v1/replays', { stage: 'parse', reason: '' })).statusCode).toBe(400);
  });

  test('the register is read and searched; a person is merged and parted again, and every item follows', async () => {
    const { people } = await get('/v1/people?limit=1000');
    const [one, other] = people;
    expect((await get(`/v1/people?search=${one.key}`)).people).toContainEqual(one);
    expect(await get(`/v1/people/${one.key}`)).toMatchObject({ key: one.key, items: one.items, mergedKeys: [] });
    expect((await app.inject({ method: 'GET', url: '/v1/people/nobody-at-all' })).statusCode).toBe(404);
    const { newestSeq } = await get('/healthz');
    const decision = (await change('POST', '/v1/people/merge', { from: [other.key], into: one.key })).json();
    const { items } = await get(`/v1/newest?person=${other.key}`);
    expect(items).toHaveLength(one.items + other.items);
    for (const item of items) expect(item.people.map(({ key }: { key: string }) => key)).toContain(one.key);
    expect((await get('/healthz')).newestSeq).toBe(newestSeq);
    expect((await change('POST', '/v1/people/merge', { from: [other.key], into: one.key })).statusCode).toBe(409);
    expect((await change('POST', '/v1/people/undo', {})).json()).toMatchObject({ id: decision.id });
    expect((await get('/v1/people?limit=1000')).people).toEqual(people);
    expect((await get('/v1/person-decisions')).decisions).toHaveLength(1);
  });

  test('the JSON Feed drops what was canceled and is as long as before; the cursor tells the cancellation', async () => {
    const { newestSeq } = await get('/healthz');
    const items: Item[] = (await get('/v1/newest?limit=1000')).items;
    const story = items.find((item) => item.kind === 'story') as Item;
    const canceled = await cancelPage(open.db, story.url, '410 Gone', new Date().toISOString());
    expect((await get(`/v1/items?after=${newestSeq}`)).items.map(({ id }: Item) => id)).toEqual(
      canceled.map(({ id }) => id),
    );
    const ids = (await get('/feed.json')).items.map(({ id }: Item) => id);
    expect(ids).toHaveLength(Math.min(50, items.length - canceled.length));
    for (const { id } of canceled) expect(ids).not.toContain(id);
  });

  test("the desk's page is served whole, with a policy that lets nothing else in", async () => {
    const page = await app.inject({ method: 'GET', url: '/' });
    expect(page.headers['content-security-policy']).toBe("default-src 'self'");
    for (const [, path] of page.body.matchAll(/(?:src|href)="(\/desk[^"]*)"/g)) {
      expect((await app.inject({ method: 'GET', url: path ?? '' })).statusCode).toBe(200);
    }
  });
});
