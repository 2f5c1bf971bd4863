import { expect, test } from '@jest/globals';
import { canonicalUrl } from '../../../workers/fetch/address/canonical-url.ts';
import { discoverFeeds } from '../../../workers/fetch/address/discover-feeds.ts';

test.each([
  ['HTTPS://WWW.Wire.Example:443/A?b=2&a=1#top', 'https://www.wire.example/A?b=2&a=1'],
  ['https://wire.example/p?id=7&utm_source=rss&fbclid=x', 'https://wire.example/p?id=7'],
  ['https://wire.example/p?UTM_medium=x', 'https://wire.example/p'],
  ['https://wire.example/i.jpg?crop/14x7/format', 'https://wire.example/i.jpg?crop/14x7/format'],
  ['https://wire.example/p?source=rss----d1&emc=rss&source=7', 'https://wire.example/p?source=7'],
  ['https://wire.example/p?ref=www.wire.example&ref=other.example', 'https://wire.example/p?ref=other.example'],
  ['https://www-wire-example.cdn.ampproject.org/c/s/www.wire.example/p?a=1', 'https://www.wire.example/p?a=1'],
  ['https://wire.example/p?utm_source=a&amp;utm_medium=b&amp;id=3', 'https://wire.example/p?id=3'],
  ['https://www.google.com/amp/s/wire.example/p', 'https://wire.example/p'],
  ['https://wire.example/#!/news/7', 'https://wire.example/#!/news/7'],
  ['https://wire.example./p?q=%7Ea%20b', 'https://wire.example/p?q=%7Ea%20b'],
])('the one address of %s is %s', (address, canonical) => {
  expect(canonicalUrl(address)).toBe(canonical);
  expect(canonicalUrl(canonical)).toBe(canonical);
});

test('feeds of a page are found in its head, absolute, each once', () => {
  const html = `<link rel="alternate" type="application/rss+xml" href="/rss"><LINK REL="feed alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">
    <link rel=alternate type=application/rss+xml href=/rss><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="alternate" hreflang="az" href="/az">
    <link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" type="application/rss+xml">`;
  expect(discoverFeeds(html, 'https://wire.example/news/')).toEqual([
    'https://wire.example/rss',
    'https://wire.example/news/atom.xml',
  ]);
});
