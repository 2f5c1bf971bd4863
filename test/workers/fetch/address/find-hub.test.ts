import { expect, test } from '@jest/globals';
import { findHub } from '../../../../workers/fetch/address/find-hub.ts';

const url = 'https://wire.example/rss';
const found = { hub: 'https://hub.example/', topic: 'https://wire.example/feed' };

test.each([
  ['the Link header', { link: '<https://hub.example/>; rel="hub", <https://wire.example/feed>; rel="self"' }, ''],
  ['a Link header of many relations', { link: '<https://hub.example/>;rel=hub,</feed>;rel="alternate self"' }, ''],
  [
    'an Atom feed',
    {},
    '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/feed"/><entry/></feed>',
  ],
  [
    'an RSS feed with Atom links',
    {},
    '<rss><channel><atom:link href="https://hub.example/" rel="hub"/><atom:link href="https://wire.example/feed" rel="self"/></channel></rss>',
  ],
  [
    'a JSON Feed',
    {},
    '{"hubs":[{"type":"rssCloud","url":"https://other.example/"},{"type":"WebSub","url":"https://hub.example/"}],"feed_url":"https://wire.example/feed"}',
  ],
])('the hub and the topic stand in %s', (_name, headers, text) => {
  expect(findHub(headers as Record<string, string>, text, url)).toEqual(found);
});

test('the header comes before the feed, and without a self link the topic is the address asked for', () => {
  const text = '<feed><link rel="hub" href="https://other.example/"/></feed>';
  expect(findHub({ link: '<https://hub.example/>; rel="hub"' }, text, url)).toEqual({ ...found, topic: url });
});

test.each([
  ['an entry may not name a hub', '<feed><entry><link rel="hub" href="https://hub.example/"/></entry></feed>'],
  ['a hub is reached by http', '<feed><link rel="hub" href="javascript:alert(1)"/></feed>'],
  ['most feeds have none', '<rss><channel><link>https://wire.example/</link></channel></rss>'],
  ['what is broken has none', '{"hubs":'],
])('%s', (_name, text) => {
  expect(findHub({}, text, url)).toBeNull();
});

test('a Link header as long as headers may be is read in one go', () => {
  const startedAt = performance.now();
  expect(findHub({ link: '<'.repeat(64_000) }, '', url)).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
