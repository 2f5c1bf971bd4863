import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePage } from '../../../workers/parse/parse-page.ts';
import { UnparsablePage } from '../../../workers/parse/unparsable-page.ts';

const words = fc.array(
  fc.constantFrom(
    'The',
    'minister',
    'said',
    'on',
    'November',
    '22',
    'that',
    'grain',
    'would',
    'come',
    'Baku',
    'хлеб',
    'şəhər',
  ),
  { minLength: 3, maxLength: 30 },
);
/** Each line carries its own number, so that no two lines are alike and each can be found again. */
const line = fc.oneof(
  fc.tuple(words, fc.constantFrom('.', '!', '', ':')).map(([list, end]) => `${list.join(' ')}@${end}`),
  fc.constantFrom(
    '-',
    '*',
    '***',
    'Politics',
    '14:05',
    '• The port opened again on Monday after the storm had passed@.',
    'OSTBURG (Wire) - The port opened again on Monday after the storm@.',
  ),
);
const lines = fc
  .array(line, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((text, index) => text.replace('@', ` n${index}x`)));
const tag = fc.constantFrom('p', 'div', 'li', 'h2', 'h3', 'article', 'section');
const page = fc.oneof(
  lines.map((list) => list.join('\n')),
  fc
    .tuple(lines, fc.array(tag, { minLength: 40, maxLength: 40 }))
    .map(
      ([list, tags]) =>
        `<html><body>${list.map((text, index) => `<${tags[index]}>${text}</${tags[index]}>`).join('\n')}</body></html>`,
    ),
);
const bare = (text: string) => text.replace(/\s+/g, '');

function itemsOf(text: string) {
  try {
    return parsePage({ bytes: new TextEncoder().encode(text), url: 'https://wire.test/p', contentType: null }).items;
  } catch (error) {
    if (error instanceof UnparsablePage) return [];
    throw error;
  }
}

test('every paragraph of an item stands in the page, and no two items hold the same line', () => {
  fc.assert(
    fc.property(page, (text) => {
      const input = bare(text);
      const items = itemsOf(text);
      for (const item of items)
        for (const paragraph of item.body.split('\n\n')) expect(input).toContain(bare(paragraph));
      const held = items.flatMap((item) => item.body.match(/\bn\d+x/g) ?? []);
      expect(new Set(held).size).toBe(held.length);
    }),
    { numRuns: 150 },
  );
});

test('no bytes make the parse stage throw anything but UnparsablePage', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        parsePage({ bytes, url: 'https://wire.test/b', contentType: null });
      } catch (error) {
        expect(error).toBeInstanceOf(UnparsablePage);
      }
    }),
  );
});
