import { describe, expect, test } from '@jest/globals';
import { readPersonIds } from '../../cli/read-person-ids.ts';

describe('a file of people and their Wikidata ids', () => {
  test('is CSV with a heading: quoted names, addresses for ids, columns of no interest', () => {
    const file =
      '\uFEFFName,Wikidata,born\r\n"Lale Orhan",http://www.wikidata.org/entity/Q11,1970\r\n\r\nBoris Kvarts,Q12,\r\n';
    expect(readPersonIds(file, 'people.csv')).toEqual([
      { line: 2, key: 'lale-orhan', name: 'Lale Orhan', wikidata: 'Q11' },
      { line: 4, key: 'boris-kvarts', name: 'Boris Kvarts', wikidata: 'Q12' },
    ]);
  });

  test('or JSON lines; a key given there comes before the one made of the name', () => {
    const file =
      '{"key": "lale-orhan-2", "name": "Lale Orhan", "wikidata": "Q11"}\n\n{"name": "Лале Орхан", "wikidata": "Q12"}\n';
    expect(readPersonIds(file, 'people.jsonl')).toEqual([
      { line: 1, key: 'lale-orhan-2', name: 'Lale Orhan', wikidata: 'Q11' },
      { line: 3, key: 'lale-orhan', name: 'Лале Орхан', wikidata: 'Q12' },
    ]);
  });

  test('every faulty line is told, with what is wrong with it', () => {
    const file = 'key,name,wikidata\n,Lale Orhan,Q11\n,Boris Kvarts,12\n,,Q13\n,Anna Stein,\n';
    expect(() => readPersonIds(file, 'people.csv')).toThrow(
      /^people\.csv: nothing was imported\nline 3: wikidata 12: .*\nline 4: key and name are missing.*\nline 5: wikidata is missing$/,
    );
  });

  test.each([
    ['no heading', 'Lale Orhan,Q11\n', /first line .*no heading.*wikidata, and key or name/],
    ['nothing in it', 'name,wikidata\n', /names nobody/],
    ['nothing at all', '', /names nobody/],
    ['an open quotation mark', 'name,wikidata\n"Lale,Q11\n', /people: .*line 2/],
    ['a line that is no JSON', '{"name": "Lale Orhan", "wikidata": "Q11"}\nLale\n', /line 2 is no JSON object/],
    ['a number for a name', '{"name": 7, "wikidata": "Q11"}\n', /line 1: .*texts/],
  ])('with %s is refused', (_, file, message) => {
    expect(() => readPersonIds(file, 'people')).toThrow(message);
  });
});
