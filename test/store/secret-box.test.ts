import { expect, test } from '@jest/globals';
import { secretBox } from '../../store/secret-box.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const box = secretBox(key);

test('what was sealed opens again, never looks the same twice, and shows nothing of itself', () => {
  const [one, two] = [box.seal('parol şifrə', 'feed-1'), box.seal('parol şifrə', 'feed-1')];
  expect(box.open(one, 'feed-1')).toBe('parol şifrə');
  expect(secretBox(Buffer.alloc(32, 7).toString('hex')).open(two, 'feed-1')).toBe('parol şifrə');
  expect(one).not.toBe(two);
  expect(one).not.toContain('parol');
});

test('it opens nowhere else: not for another feed, with another key, or changed by one character', () => {
  const sealed = box.seal('word', 'feed-1');
  const [version, nonce, tag = '', text = ''] = sealed.split('.');
  const changed = (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  for (const open of [
    () => box.open(sealed, 'feed-2'),
    () => secretBox(Buffer.alloc(32, 8).toString('base64')).open(sealed, 'feed-1'),
    () => box.open([version, nonce, tag, changed].join('.'), 'feed-1'),
    () => box.open([version, nonce, tag.slice(0, 6), text].join('.'), 'feed-1'),
    () => box.open('', 'feed-1'),
  ]) {
    expect(open).toThrow('do not open with this WIREDESK_KEY');
  }
});

test('without a key, and with a bad one, the refusal says how to make one', () => {
  expect(() => secretBox(null).seal('word', 'feed-1')).toThrow('openssl rand -base64 32');
  expect(() => secretBox('short')).toThrow('WIREDESK_KEY is not 32 bytes');
});
