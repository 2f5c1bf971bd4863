import { expect, test } from '@jest/globals';
import { isVariant, pageKey } from '../../schemas/page-key.ts';

test.each([
  'http://wire.example/news/harbour-talks',
  'https://www.wire.example/news/harbour-talks/',
  'https://m.wire.example/news/harbour-talks',
  'https://amp.wire.example/news/harbour-talks/?amp=1',
  'https://wire.example/news/harbour-talks/amp/',
  'https://wire.example/amp/news/harbour-talks',
  'https://wire.example/news/amp/harbour-talks?outputType=amp',
  'https://wire.example/news/harbour-talks/index.html',
])('%s is a variant of one page', (address) => {
  expect(pageKey(address)).toBe('wire.example/news/harbour-talks');
});

test.each([
  ['https://wire.example/a?id=1', 'https://wire.example/a?id=2'],
  ['https://wire.example/A', 'https://wire.example/a'],
  ['https://wire.example:8080/a', 'https://wire.example/a'],
  ['https://tr.wire.example/a', 'https://wire.example/a'],
  ['https://wire.example/amp', 'https://wire.example/'],
  ['https://wire.example/a?m=3', 'https://wire.example/a'],
  ['https://m.example/', 'https://example/'],
])('%s and %s are two pages', (one, other) => {
  expect(pageKey(one)).not.toBe(pageKey(other));
});

test('parameters name one page in any order, codes of letters in any case', () => {
  expect(pageKey('https://wire.example/?b=2&a=%c3%a9')).toBe(pageKey('http://wire.example?a=%c3%a9&b=2'));
  expect(pageKey('https://wire.example/caf%c3%a9')).toBe(pageKey('https://wire.example/café'));
});

test('pages for phones and AMP are variants, the page itself is none', () => {
  expect(
    ['https://m.wire.example/a', 'https://wire.example/a/amp', 'https://wire.example/a.amp.html'].map(isVariant),
  ).toEqual([true, true, true]);
  expect(['http://www.wire.example/a/', 'https://wire.example/camp'].map(isVariant)).toEqual([false, false]);
});
