import { expect, test } from '@jest/globals';
import { ownAddress } from '../../../../workers/fetch/address/own-address.ts';

const page = (canonical: string, html = '<html>') =>
  `<!doctype html>${html}<head><link rel="canonical" href="${canonical}"></head><body>Text</body></html>`;
const at = (url: string, canonical: string, html?: string, finalUrl = url) =>
  ownAddress(page(canonical, html), url, finalUrl);

test.each([
  ['an AMP page', 'https://amp.wire.example/s/0001', 'https://www.wire.example/news/harbour', '<html ⚡ lang="en">'],
  [
    'an AMP page on another host of the domain',
    'https://pages.wire.example/x',
    'https://www.wire.example/news/harbour',
    '<html amp>',
  ],
  ['a page for phones', 'https://m.wire.example/story?id=7', 'https://wire.example/news/harbour'],
  [
    'a page with the same number',
    'https://wire.example/?newsid=204417',
    'https://wire.example/news/204417-harbour-talks',
  ],
  [
    'a page with the same last words',
    'https://wire.example/latest/harbour-talks',
    'https://wire.example/2026/harbour-talks',
  ],
])('the own address of %s is its canonical one', (_name, url, canonical, html = '<html>') => {
  expect(at(url, canonical, html)).toBe(canonical);
});

test('the end of a redirect counts when the page confirms it', () => {
  const end = 'https://wire.example/2026/11/harbour-talks-resume';
  expect(at('https://short.example/x1', end, '<html>', `${end}?utm_source=short`)).toBe(end);
  expect(at('https://short.example/x1', end, '<html>', end)).toBe(end);
});

test.each([
  ['all pages', 'https://wire.example/news/a-1', 'https://wire.example/'],
  ['a section', 'https://wire.example/news/a-1', 'https://wire.example/news'],
  ['another publisher', 'https://wire.example/news/harbour-talks', 'https://agency.example/harbour-talks'],
  ['no web page', 'https://wire.example/news/a-1', 'mailto:a-1@wire.example'],
  [
    'the page itself, in other words',
    'https://wire.example/news/a-1',
    'http://www.wire.example/news/a-1/?utm_source=x',
  ],
])('a canonical address that names %s is not believed', (_name, url, canonical) => {
  expect(at(url, canonical)).toBeNull();
});

test('an AMP page of another domain can’t claim a publisher’s story', () => {
  expect(at('https://wire-amp.example/x', 'https://www.wire.example/news/harbour', '<html amp>')).toBeNull();
});

test('a log-in page at the end of a redirect is nobody’s own address', () => {
  expect(
    at('https://wire.example/news/a-1', 'https://wire.example/login', '<html>', 'https://wire.example/login'),
  ).toBeNull();
});
