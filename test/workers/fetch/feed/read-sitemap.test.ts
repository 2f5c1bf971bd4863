import { expect, test } from '@jest/globals';
import { readFeed } from '../../../../workers/fetch/feed/read-feed.ts';

const read = (xml: string) => readFeed(new TextEncoder().encode(xml), {}, 'https://wire.example/sitemap.xml');

test('a news sitemap is a feed: pages with titles, dates, keywords and pictures, the newest first', async () => {
  const { feed, entries } = await read(`<?xml version="1.0"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://wire.example/old</loc><lastmod>2026-11-22</lastmod></url>
      <url><loc> https://wire.example/new </loc><n:news><n:publication><n:name>Wire</n:name><n:language>az</n:language></n:publication>
        <n:publication_date>2026-11-23T10:00:00+04:00</n:publication_date><n:title>Harbour &amp; rail</n:title><n:keywords>Batumi, ports</n:keywords></n:news>
        <image:image><image:loc>/i.jpg</image:loc></image:image></url>
    </urlset>`);
  expect(feed).toMatchObject({ title: 'Wire', language: 'az' });
  expect(entries.map(({ link }) => link)).toEqual(['https://wire.example/new', 'https://wire.example/old']);
  expect(entries[0]).toMatchObject({
    title: 'Harbour & rail',
    published: '2026-11-23T06:00:00.000Z',
    categories: ['Batumi', 'ports'],
    media: ['https://wire.example/i.jpg'],
  });
  expect(entries[1]).toMatchObject({ published: null, updated: '2026-11-22T00:00:00.000Z' });
});

test('of a sitemap of the whole site the thousand newest pages are its entries', async () => {
  const urls = Array.from(
    { length: 1500 },
    (_, at) => `<url><loc>/${at}</loc><lastmod>${2000 + (at % 100)}-01-01</lastmod></url>`,
  );
  const { entries } = await read(`<urlset>${urls.join('')}</urlset>`);
  expect(entries).toHaveLength(1000);
  expect(entries[0]?.updated).toBe('2099-01-01T00:00:00.000Z');
});

test('an index names its sitemaps: those of news first, then by their last change', async () => {
  const { entries, sitemaps } = await read(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>https://wire.example/2025.xml</loc><lastmod>2025-12-31</lastmod></sitemap>
    <sitemap><loc>https://wire.example/2026.xml.gz</loc><lastmod>2026-11-23</lastmod></sitemap>
    <sitemap><loc>https://wire.example/news.xml</loc></sitemap></sitemapindex>`);
  expect(entries).toEqual([]);
  expect(sitemaps?.map((url) => url.split('/').at(-1))).toEqual(['news.xml', '2026.xml.gz', '2025.xml']);
});

test('an index names sitemaps of the web only: the desk reads none of its own files for it', async () => {
  const { sitemaps } = await read(`<sitemapindex><sitemap><loc>file:///dev/zero</loc></sitemap>
    <sitemap><loc>FILE:///etc/</loc></sitemap><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>`);
  expect(sitemaps).toEqual(['https://wire.example/a.xml']);
});
