import { expect, test } from '@jest/globals';
import { underlinedText } from '../../cli/underlined-text.ts';

const text = 'The ferry to Port Vell sails again.\n\nLale Orhan said so.';
const of = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, sgr: '4' });
const plain = (drawn: string): string => drawn.replaceAll(/\u001b\[\d+m/g, '');

test('tags are underlined where they stand, and paragraphs stay', () => {
  expect(underlinedText(text, [of('Lale Orhan'), of('Port Vell')], 80)).toBe(
    'The ferry to \u001b[4mPort Vell\u001b[0m sails again.\n\n\u001b[4mLale Orhan\u001b[0m said so.',
  );
});

test('no line is wider than the terminal, no word is lost, and an underline ends with its line', () => {
  const drawn = underlinedText(text, [of('Port Vell')], 17);
  expect(
    Math.max(
      ...plain(drawn)
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(17);
  expect(plain(drawn).split(/\s+/)).toEqual(text.split(/\s+/));
  expect(drawn).toContain('\u001b[4mPort\u001b[0m\n\u001b[4mVell\u001b[0m');
});

test('a word wider than the terminal keeps its line; of two tags on one word the first is drawn', () => {
  expect(plain(underlinedText('a incomprehensible word', [], 6)).split('\n')).toEqual([
    'a',
    'incomprehensible',
    'word',
  ]);
  const twice = underlinedText(text, [of('Port Vell'), of('Vell')], 80);
  expect(plain(twice)).toBe(text);
});
