import { expect, test } from '@jest/globals';
import { personKey } from '../../../../workers/enrich/people/person-key.ts';

test('one person has one key in all scripts', () => {
  expect(personKey('Antony Blinken')).toBe('antony-blinken');
  expect(new Set(['Aliyev', 'Əliyev', 'Алиев'].map((name) => personKey(name)))).toEqual(new Set(['aliyev']));
  expect(personKey('Ceyhun Bayramov', 'az')).toBe(personKey('Джейхун Байрамов', 'ru'));
});

test('diacritics and hyphens do not part a key', () => {
  expect(personKey('Recep Tayyip Erdoğan')).toBe('recep-tayyip-erdogan');
  expect(personKey('Jean-Yves Le Drian')).toBe('jean-yves-le-drian');
});
