import { describe, expect, test } from '@jest/globals';
import { tagText } from '../../../../workers/enrich/enrich-item.ts';
import { baseForm } from '../../../../workers/enrich/people/base-form.ts';

const names = (text: string, language = 'en'): string[] => tagText(text, language).people.map(({ name }) => name);

describe('who is a person', () => {
  test.each([
    ['Premier Willem van der Berg met Crown Prince Khalid bin Salman.', ['Willem van der Berg', 'Khalid bin Salman']],
    ['Talks with Kim Jong-un stalled, Michael Brandt said.', ['Kim Jong-un', 'Michael Brandt']],
    ["Sarah Bergmann's lawyer spoke.", ['Sarah Bergmann']],
    ['Queen Elizabeth II opened it.', ['Elizabeth II']],
    ['President Trump and Mr. Hollander agreed.', ['Trump', 'Hollander']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('what is no person', () => {
  test.each([
    'The USS Ronald Reagan left San Francisco for Hong Kong.',
    'Harlan Medical University and the Heydar Aliyev Airport reopened.',
    'The Ministry of Foreign Affairs met the Democratic Party in New Delhi.',
    'On Monday, Southeast Asian and Indo-Pacific partners met in South Africa.',
  ])('%s', (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe('inflected names are tagged in their base form', () => {
  test.each([
    ['Владимира Соколова', 'ru', 'Владимир Соколов'],
    ['Анной Соколовой', 'ru', 'Анна Соколова'],
    ['Оксана Карась', 'ru', 'Оксана Карась'],
    ['Elçin Quliyevin', 'az', 'Elçin Quliyev'],
    ['Anna Schmidt', 'de', 'Anna Schmidt'],
  ])('%s', (name, language, base) => {
    expect(baseForm([{ words: name.split(' '), before: '', after: '' }], language, new Set()).join(' ')).toBe(base);
  });

  test('the surname that stands alone later, in another case, is the same person', () => {
    const tagged = tagText('Министр Алексей Соколов прибыл в Баку. Встреча с Соколовым прошла в среду.', 'ru');
    expect(tagged.people.map(({ name, mentions }) => [name, mentions.length])).toEqual([['Алексей Соколов', 2]]);
  });
});

test('two people of one surname: the bare surname means the one named last before it', () => {
  const tagged = tagText(
    'On that day Anna Bergmann met with the lawyer of Peter Bergmann. Later in the evening Bergmann left.',
    'en',
  );
  expect(tagged.people.map(({ mentions }) => mentions.length)).toEqual([1, 2]);
});

test('a page of nothing but names costs linear time', () => {
  const text = 'Anna Bergmann Peter '.repeat(5_000);
  expect(tagText(text, 'en').people.length).toBeGreaterThan(0);
});

describe('a person is one tag, however the text names them', () => {
  test.each([
    ['ru', 'Об этом сказал Павел Орлов. Вопрос задали Павлу Орлову, и с Орловым согласились.', 'Павел Орлов', 3],
    ['ru', 'Президент Хасан Карими (Hasan Karimi) прибыл в Осло.', 'Хасан Карими', 2],
    ['tr', "Bakan Kemal Aydoğan konuştu. Aydoğan'ın sözleri yankı buldu.", 'Kemal Aydoğan', 2],
    ['de', 'Anna Kessler reist nach Rom. Kesslers Sprecher schwieg.', 'Anna Kessler', 2],
    ['en', 'Mr. J. Weston spoke first. The lawyer Jane Weston left, and Weston said nothing.', 'Jane Weston', 3],
  ])('%s: %s', (language, text, name, mentions) => {
    expect(tagText(text, language).people.map((person) => [person.name, person.mentions.length])).toEqual([
      [name, mentions],
    ]);
  });
});

describe('scripts that part no words', () => {
  test.each([
    ['ja', '会見で山田太郎社長（51）が述べた。山田社長は続投する。', [['山田太郎', '山田太郎,山田']]],
    ['zh', '北京消息，王建国部长说，会议很成功。', [['王建国', '王建国']]],
    ['ko', '김민수 장관은 서울에서 회견을 열었다. 김민수는 답하지 않았다.', [['김민수', '김민수,김민수']]],
  ])('%s: %s', (language, text, expected) => {
    const people = tagText(text, language).people;
    expect(people.map(({ name, mentions }) => [name, mentions.map((one) => one.text).join()])).toEqual(expected);
  });
});
