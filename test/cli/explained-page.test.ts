import { expect, test } from '@jest/globals';
import { explainedHtml, explainedLines } from '../../cli/explained-page.ts';
import { explainPage } from '../../workers/parse/parse-page.ts';
import { seedHtml, seedShape } from '../workers/parse/pages.ts';

const { parsed, blocks } = explainPage({
  bytes: new TextEncoder().encode(seedHtml),
  url: 'https://wire.test/a',
  contentType: null,
});

test('every block of the page has a place and a reason', () => {
  expect(blocks.every(({ why }) => why !== '')).toBe(true);
  expect(blocks.filter(({ where }) => where === 'brief').map(({ brief }) => brief)).toEqual([1, 2, 3, 4]);
  expect(blocks.find(({ text }) => text === 'Politics')?.where).toBe('section');
  expect(blocks.find(({ text }) => text === 'Leave a review')).toMatchObject({
    where: 'furniture',
    why: 'invitation to comment',
  });
});

test('the explanation in lines fits the terminal', () => {
  const lines = explainedLines(blocks, 100).trimEnd().split('\n');
  expect(lines).toHaveLength(blocks.length);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('the coloured page shows every block, and markup in a text stays text', () => {
  const html = explainedHtml(parsed, [
    ...blocks,
    { text: '<script>alert(1)</script>', where: 'furniture', brief: null, why: 'menu' },
  ]);
  for (const paragraph of seedShape.paragraphs) expect(html).toContain(paragraph.slice(0, 30));
  expect(html).not.toContain('<script>');
});
