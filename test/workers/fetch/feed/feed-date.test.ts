import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFeedDate } from '../../../../workers/fetch/feed/feed-date.ts';

test.each([
  ['Fri, 22 Nov 2024 10:00:00 +0400', '2024-11-22T06:00:00.000Z'],
  ['Fri, 22 Nov 24 10:00 EST', '2024-11-22T15:00:00.000Z'],
  ['2024-11-22T10:00:00.5+04:00', '2024-11-22T06:00:00.500Z'],
  ['2024-11-22', '2024-11-22T00:00:00.000Z'],
  ['20241122', '2024-11-22T00:00:00.000Z'],
  ['2024-327', '2024-11-22T00:00:00.000Z'],
  ['01.06.2024', '2024-06-01T00:00:00.000Z'],
  ['22.11.2024 18:30', '2024-11-22T18:30:00.000Z'],
  ['11/22/2024 4:20 pm PST', '2024-11-23T00:20:00.000Z'],
  ['22/11/2024', '2024-11-22T00:00:00.000Z'],
  ['22 ноября 2024 18:30', '2024-11-22T18:30:00.000Z'],
  ['пт, 22 нояб. 2024 18:30:00 +0300', '2024-11-22T15:30:00.000Z'],
  ['22 noyabr 2024', '2024-11-22T00:00:00.000Z'],
  ['Freitag, 22. November 2024, 18:30', '2024-11-22T18:30:00.000Z'],
  ['Nov 22, 2024 at 01:11 PM EST', '2024-11-22T18:11:00.000Z'],
  ['Fri, 22 Nov 2024 20:19:00 Asia/Baku', '2024-11-22T16:19:00.000Z'],
  ['1732269600', '2024-11-22T10:00:00.000Z'],
])('%s is %s', (text, instant) => {
  expect(parseFeedDate(text)).toBe(instant);
});

test.each([
  '',
  'yesterday',
  '31 Feb 2024',
  '2024-13-01',
  '2024-11-22T25:00:00Z',
  'Fri, 22 xyz 2024 10:00 GMT',
  '22013',
  '('.repeat(100_000),
])('%# names no instant', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});

test.each([
  ['20261123T101500Z', '2026-11-23T10:15:00.000Z'],
  ['20261123101500', '2026-11-23T10:15:00.000Z'],
  ['2026-11-23T10:15:00+04:00[Asia/Baku]', '2026-11-23T06:15:00.000Z'],
  ['2026-11-23T10:15:00\u221205:00', '2026-11-23T15:15:00.000Z'],
  ['Пн, 23 ноя 2026 10:15:00 +0300', '2026-11-23T07:15:00.000Z'],
  ['23 Kasım 2026 Pazartesi 10:15', '2026-11-23T10:15:00.000Z'],
  ['3 İyul 2026, 10:15', '2026-07-03T10:15:00.000Z'],
  ['Lundi 23 novembre 2026 à 10h15', '2026-11-23T10:15:00.000Z'],
])('%s, as some feeds print it, is read', (text, instant) => {
  expect(parseFeedDate(text)).toBe(instant);
});

test.each(['Mon, 30 Nov 0002 00:00:00 +0000', 'ju 3 2026', '3 xyz 2026'])('%s names no date', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});

test('a date is the same instant in the forms that feeds print, in any zone', () => {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = fc.integer({ min: Date.UTC(1971, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 });
  fc.assert(
    fc.property(seconds, fc.integer({ min: -14 * 4, max: 14 * 4 }), (second, quarters) => {
      const zone = `${quarters < 0 ? '-' : '+'}${two(Math.floor(Math.abs(quarters) / 4))}${two((Math.abs(quarters) % 4) * 15)}`;
      const local = new Date((second + quarters * 900) * 1000);
      const [day, month, year] = [local.getUTCDate(), local.getUTCMonth(), local.getUTCFullYear()];
      const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
      const wanted = new Date(second * 1000).toISOString();
      expect(parseFeedDate(`${day} ${months[month]} ${year} ${time} ${zone}`)).toBe(wanted);
      expect(parseFeedDate(`Xyz, ${two(day)} ${months[month]} ${year} ${time} ${zone}`)).toBe(wanted);
      expect(parseFeedDate(`${year}-${two(month + 1)}-${two(day)}T${time}${zone}`)).toBe(wanted);
    }),
  );
});

test.each([
  '30 Feb 2024 10:00:00 GMT',
  '31 Apr 2024 10:00:00 GMT',
  '2024-02-30T10:00:00Z',
  '29 Feb 2023 10:00:00 GMT',
  '2024-01-01T25:00:00Z',
  '0001-01-01T00:00:00Z',
])('a day or hour that there is not is no date: %s', (text) => {
  expect(parseFeedDate(text)).toBeNull();
});
