import { expect, test } from '@jest/globals';
import type { Feed } from '../../../schemas/feed.ts';
import { discoverSite } from '../../../workers/fetch/address/discover-site.ts';
import type { Get } from '../../../workers/fetch/fetch-feed.ts';
import { fetchFeed } from '../../../workers/fetch/fetch-feed.ts';
import { failure } from '../../../workers/fetch/http/conclude-fetch.ts';

const home = 'https://wire.example';

/** A web of these bodies by path; each answer's ETag is `etag`. Asked addresses are noted. */
function web(bodies: Record<string, string>, etag: string | null = null) {
  const asked: string[] = [];
  const get: Get = async (url) => {
    asked.push(url.replace(home, ''));
    const body = bodies[url.replace(home, '')];
    const missing = failure(url, 'HTTP 404', { status: 404 });
    return body === undefined
      ? missing
      : { ...missing, outcome: 'ok', status: 200, error: null, etag, body: Buffer.from(body) };
  };
  return { get, asked };
}
const aFeed = (changes: Partial<Feed>) =>
  ({ url: `${home}/feed`, kind: 'feed', title: null, etag: null, lastModified: null, ...changes }) as Feed;
const rss = (...links: string[]) =>
  `<rss version="2.0"><channel><title>Wire</title>${links.map((link) => `<item><title>T</title><link>${link}</link></item>`).join('')}</channel></rss>`;

test('an index of sitemaps is polled as one feed, though one of them fails', async () => {
  const sitemap = (page: string) => `<urlset><url><loc>${home}/${page}</loc></url></urlset>`;
  const index = ['a', 'b', 'gone'].map((name) => `<sitemap><loc>${home}/${name}.xml</loc></sitemap>`).join('');
  const { get } = web(
    { '/feed': `<sitemapindex>${index}</sitemapindex>`, '/a.xml': sitemap('1'), '/b.xml': sitemap('2') },
    '"index"',
  );
  const poll = await fetchFeed(aFeed({}), get);
  expect(poll.kind === 'entries' && poll.entries.map(({ url }) => url)).toEqual([`${home}/1`, `${home}/2`]);
  // The index's own validators would hide what its sitemaps have new.
  expect(poll.result.etag).toBeNull();
});

test('an index none of whose sitemaps can be read is a fault that names one', async () => {
  const { get } = web({ '/feed': `<sitemapindex><sitemap><loc>${home}/a.xml</loc></sitemap></sitemapindex>` });
  expect(await fetchFeed(aFeed({}), get)).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('/a.xml: HTTP 404'),
  });
});

test('a list page gives its links as entries, and says so when it shows none', async () => {
  const page = '<title>Latest</title><a href="/news/1?utm_source=x">Harbour talks resume in Batumi</a>';
  const list = aFeed({ kind: 'list' });
  const poll = await fetchFeed(list, web({ '/feed': page }).get);
  expect(poll).toMatchObject({
    kind: 'entries',
    title: 'Latest',
    entries: [{ url: `${home}/news/1`, title: 'Harbour talks resume in Batumi' }],
  });
  expect(await fetchFeed(list, web({ '/feed': '<p>Loading' }).get)).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('no links to articles'),
  });
});

test('a feed of the web names no files, and a folder only its own', async () => {
  const files = rss('file:///etc/passwd', `${home}/1`);
  const poll = await fetchFeed(aFeed({}), web({ '/feed': files }).get);
  expect(poll.kind === 'entries' && poll.entries.map(({ url }) => url)).toEqual([`${home}/1`]);
  const own = await fetchFeed(
    aFeed({ url: 'file:///mail/' }),
    web({ 'file:///mail/': rss('file:///mail/a.eml', 'file:///mail/../etc/passwd') }).get,
  );
  expect(own.kind === 'entries' && own.entries.map(({ url }) => url)).toEqual(['file:///mail/a.eml']);
});

test('an answer that repeats the known ETag is not read again', async () => {
  const { get } = web({ '/feed': rss(`${home}/1`) }, '"same"');
  expect((await fetchFeed(aFeed({ etag: '"same"' }), get)).kind).toBe('not-modified');
  expect((await fetchFeed(aFeed({ etag: '"other"' }), get)).kind).toBe('entries');
});

test('a challenge for browsers is told with what can be done', async () => {
  const get: Get = async (url) => failure(url, 'HTTP 403', { status: 403, headers: { 'cf-mitigated': 'challenge' } });
  expect(await fetchFeed(aFeed({}), get)).toMatchObject({
    kind: 'failed',
    error: expect.stringContaining('only browsers'),
  });
});

test('a site’s feeds are what its page names, each read once', async () => {
  const page =
    '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" type="application/atom+xml" href="/gone">';
  const { get, asked } = web({ '/about': page, '/rss': rss('/1', '/2') });
  expect(await discoverSite(`${home}/about`, get, 'wiredesk')).toEqual([
    { url: `${home}/rss`, title: 'Wire', entries: 2, newest: null, found: 'named by the page' },
  ]);
  expect(asked).not.toContain('/feed.xml');
});

test('a site that names none is asked for the usual addresses that its robots.txt leaves open', async () => {
  const { get, asked } = web({
    '/': '<p>Hello',
    '/robots.txt': 'User-agent: *\nDisallow: /rss',
    '/rss': rss('/1'),
    '/feed.xml': rss('/1'),
  });
  expect((await discoverSite(`${home}/`, get, 'wiredesk')).map(({ url }) => url)).toEqual([`${home}/feed.xml`]);
  expect(asked).not.toContain('/rss');
});

test('an address that is a feed, or does not answer, is told as such', async () => {
  const { get } = web({ '/feed': rss('/1') });
  expect(await discoverSite(`${home}/feed`, get, 'wiredesk')).toMatchObject([{ found: 'the address itself' }]);
  await expect(discoverSite(`${home}/none`, get, 'wiredesk')).rejects.toThrow(`${home}/none: HTTP 404`);
});
