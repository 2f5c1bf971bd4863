import { describe, expect, test } from '@jest/globals';
import type { Enrichment, ParsedItem, PersonTag } from '../../../../schemas/item.ts';
import { enrichItem } from '../../../../workers/enrich/enrich-item.ts';
import { enrichPage } from '../../../../workers/enrich/enrich-page.ts';
import type { KnownPerson } from '../../../../workers/enrich/people/complete-names.ts';
import { completeNames, loneSurnames } from '../../../../workers/enrich/people/complete-names.ts';

const item = (body: string, language = 'en'): ParsedItem => ({
  kind: 'brief',
  headline: null,
  section: null,
  body,
  byline: null,
  dateline: null,
  date: { value: null, precision: 'unknown', source: null },
  language,
  confidence: 1,
  edNote: null,
});
const people = (tagged: Enrichment | undefined) =>
  tagged?.people.map(({ key, name, nameFrom }) => [key, name, nameFrom]);

describe('a surname that stands alone', () => {
  const alone = item('President Orhanli said so on Monday.');

  test('is completed from another item of its page, and says so, with less confidence', () => {
    const [, completed] = enrichPage([item('The speech of Lale Orhanli was short.'), alone]);
    expect(people(completed)).toEqual([['lale-orhanli', 'Lale Orhanli', 'page']]);
    expect(completed?.people[0]?.confidence).toBeLessThan(enrichItem(alone).people[0]?.confidence ?? 0);
    expect(completed?.people[0]?.mentions.map(({ text }) => text)).toEqual(['Orhanli']);
  });

  test('is found in another item though nothing but that one names its bearer in full', () => {
    const items = [
      item('The speech of Lale Orhanli was short.'),
      item('Then Orhanli left.\n\nOrhanli: no more talks.'),
    ];
    const [, later] = enrichPage(items);
    expect(people(later)).toEqual([['lale-orhanli', 'Lale Orhanli', 'page']]);
    for (const { start, end, text } of later?.people[0]?.mentions ?? [])
      expect(items[1]?.body.slice(start, end)).toBe(text);
  });

  test('stays alone when two people of the page bear it', () => {
    const page = enrichPage([item('Lale Orhanli met Anna Orhanli on Sunday.'), alone]);
    expect(people(page[1])).toEqual([['orhanli', 'Orhanli', 'item']]);
  });

  const known = (key: string, items: number): KnownPerson => ({ key, name: key, items });
  const spelt = (...names: [string, number][]) =>
    names.map(([name, items]) => ({ ...known('', items), name, key: name.toLowerCase().replace(' ', '-') }));

  test("is completed from what its publisher printed lately, the more surely the more it was one person's", () => {
    const tagged = [enrichItem(alone)];
    expect(loneSurnames(tagged)).toEqual(['orhanli']);
    const confidence = (...names: [string, number][]) =>
      completeNames(tagged, spelt(...names), 'publisher')[0]?.people[0]?.confidence ?? 0;
    expect(people(completeNames(tagged, spelt(['Lale Orhanli', 9]), 'publisher')[0])).toEqual([
      ['lale-orhanli', 'Lale Orhanli', 'publisher'],
    ]);
    expect(confidence(['Lale Orhanli', 9])).toBeGreaterThan(confidence(['Lale Orhanli', 9], ['Anna Orhanli', 1]));
  });

  test('is not completed from two surnames that a headline prints side by side', () => {
    const names = spelt(['Lale Orhanli', 1], ['Bergmann Orhanli', 1], ['Anna Bergmann', 1]);
    expect(people(completeNames([enrichItem(alone)], names, 'page')[0])).toEqual([
      ['lale-orhanli', 'Lale Orhanli', 'page'],
    ]);
  });

  test.each([
    [
      'two of its publisher are as often in the news',
      [
        ['Lale Orhanli', 5],
        ['Anna Orhanli', 4],
      ],
    ],
    ['only other surnames are known', [['Lale Orhan', 5]]],
    ['the known one is an initial and a surname too', [['L. Orhanli', 5]]],
  ] as [string, [string, number][]][])('stays alone when %s', (_, names) => {
    expect(people(completeNames([enrichItem(alone)], spelt(...names), 'publisher')[0])).toEqual([
      ['orhanli', 'Orhanli', 'item'],
    ]);
  });

  test('with an initial goes with the given name that begins so, and with no other', () => {
    const tags = enrichItem(item('President Orhanli said so.')).people.map((tag) => ({
      ...tag,
      key: 'l-orhanli',
      name: 'L. Orhanli',
    }));
    const tagged = [{ people: tags, countries: [], about: [] }];
    expect(completeNames(tagged, spelt(['Lale Orhanli', 3]), 'page')[0]?.people[0]?.name).toBe('Lale Orhanli');
    expect(completeNames(tagged, spelt(['Anna Orhanli', 3]), 'page')[0]?.people[0]?.name).toBe('L. Orhanli');
  });
});

test.each([
  ['al-hadi', 'Al-Hadi', 'Omar al-Hadi', 'omar-al-hadi'],
  ['van-der-berg', 'van der Berg', 'Willem van der Berg', 'willem-van-der-berg'],
])('a surname with its particles (%s) is completed like any other', (key, name, full, fullKey) => {
  const tag = { key, name, nameFrom: 'item', role: null, mentions: [], salience: 0.5, confidence: 0.8 } as const;
  const tagged = [{ people: [{ ...tag, mentions: [] }], countries: [], about: [] }];
  expect(loneSurnames(tagged)).toHaveLength(1);
  const [completed] = completeNames(tagged, [{ key: fullKey, name: full, items: 2 }], 'page');
  expect(people(completed)).toEqual([[fullKey, full, 'page']]);
});

test('a family name that stands first is completed by what follows it, and a western first name is not', () => {
  const items = [item('Xi Jinping met Anna Bergmann in Beijing.'), item('President Xi left. Later Anna sang.')];
  expect(people(enrichPage(items)[1])?.[0]).toEqual(['xi-jinping', 'Xi Jinping', 'page']);
  const known = [{ key: 'anna-bergmann', name: 'Anna Bergmann', items: 3 }];
  const anna = {
    ...enrichItem(items[1] as ParsedItem),
    people: [{ ...(enrichItem(items[1] as ParsedItem).people[0] as PersonTag), key: 'anna', name: 'Anna' }],
  };
  expect(people(completeNames([anna], known, 'publisher')[0])).toEqual([['anna', 'Anna', 'item']]);
});

test('a full name is never changed by what others are called', () => {
  const tagged = enrichItem(item('The speech of Lale Orhanli was short.'));
  const known = [{ key: 'anna-lale-orhanli', name: 'Anna Lale Orhanli', items: 9 }];
  expect(completeNames([tagged], known, 'publisher')).toEqual([tagged]);
});

test('items of one page are tagged as they would be alone where nothing of the others bears on them, in each language', () => {
  const items = [
    item('The ferry from Batumi sails again, Minister Nino Abashidze said.'),
    item('Министр Алексей Соколов прибыл в Баку.', 'ru'),
    item('Premier Willem van der Berg met Crown Prince Khalid bin Salman in Ankara.'),
  ];
  const together = enrichPage(items);
  for (const [at, one] of items.entries()) {
    const { people: persons, countries } = enrichItem(one);
    expect(together[at]?.people.map(({ name, mentions }) => [name, mentions])).toEqual(
      persons.map(({ name, mentions }) => [name, mentions]),
    );
    expect(together[at]?.countries.map(({ code, mentions }) => [code, mentions])).toEqual(
      countries.map(({ code, mentions }) => [code, mentions]),
    );
  }
});
