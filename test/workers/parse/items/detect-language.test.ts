import { expect, test } from '@jest/globals';
import { detectLanguage } from '../../../../workers/parse/items/detect-language.ts';

test.each([
  ['az', 'Nazirlik bildirib ki, yeni qərar gələn həftədən qüvvəyə minəcək və bütün bölgələrə aid olacaq.'],
  [
    'tr',
    'Bakanlık, yeni kararın gelecek haftadan itibaren yürürlüğe gireceğini ve tüm bölgeleri kapsayacağını duyurdu.',
  ],
  ['ru', 'Министерство сообщило, что новое решение вступит в силу на следующей неделе и коснётся всех областей.'],
  ['en', 'The ministry said the new decision takes effect next week and covers every region of the country.'],
  ['de', 'Das Ministerium teilte mit, die neue Regelung trete nächste Woche in Kraft und gelte im ganzen Land.'],
])('a sentence in %s is told without the page saying so', (language, text) => {
  expect(detectLanguage(text, null)).toBe(language);
});

test('a text speaks louder than a template that declares another language', () => {
  expect(
    detectLanguage(
      'Nazirlik bildirib ki, yeni qərar gələn həftədən qüvvəyə minəcək və bütün bölgələrə aid olacaq.',
      'en',
    ),
  ).toBe('az');
});

test('a label, and a language that the detector does not know, keep what the page declares', () => {
  expect(detectLanguage('Politics', 'tr')).toBe('tr');
  expect(
    detectLanguage('Pemerintah mengatakan keputusan baru itu berlaku mulai pekan depan di seluruh wilayah.', 'id'),
  ).toBe('id');
  expect(detectLanguage('Regjeringen sier at vedtaket trer i kraft neste uke og gjelder for hele landet.', 'nb')).toBe(
    'nb',
  );
});
