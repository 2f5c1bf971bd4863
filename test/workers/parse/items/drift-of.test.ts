import { expect, test } from '@jest/globals';
import { driftOf, shapeOf } from '../../../../workers/parse/items/drift-of.ts';
import { parsePage } from '../../../../workers/parse/parse-page.ts';
import { seedHtml } from '../pages.ts';

const pages = (count: number, briefs: number, storyChars = 3000) =>
  Array.from({ length: count }, (_, at) => ({ briefs: briefs && briefs + (at % 3), storyChars: storyChars + at * 10 }));

test('a section heading that changed is told: the briefs of a publisher stop', () => {
  const drift = driftOf(pages(40, 4), { briefs: 0, storyChars: 3000 });
  expect(drift).toBe("no briefs, while 40 of this publisher's last 40 pages have some, usually 5");
});

test('a publisher that never prints briefs and suddenly gives many is told', () => {
  expect(driftOf(pages(40, 0), { briefs: 9, storyChars: 3000 })).toMatch(/^9 briefs/);
  expect(driftOf(pages(40, 0), { briefs: 2, storyChars: 3000 })).toBeNull();
});

test('a story that is lost, cut to a stub or grown over the page is told', () => {
  const of = (storyChars: number) => driftOf(pages(40, 0), { briefs: 0, storyChars });
  expect(of(0)).toMatch(/^no story/);
  expect(of(300)).toMatch(/^a story of 300 characters/);
  expect(of(40_000)).toMatch(/^a story of 40000 characters/);
  expect([of(1200), of(9000)]).toEqual([null, null]);
});

test('a publisher with few pages has no habit yet', () => {
  expect(driftOf(pages(19, 4), { briefs: 0, storyChars: 0 })).toBeNull();
});

test("a page's shape counts its briefs and its story's characters", () => {
  const parsed = parsePage({
    bytes: new TextEncoder().encode(seedHtml),
    url: 'https://wire.test/a',
    contentType: null,
  });
  expect(shapeOf(parsed)).toEqual({ briefs: 4, storyChars: parsed.items[0]?.body.length });
});
