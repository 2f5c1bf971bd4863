import { describe, expect, test } from '@jest/globals';
import type { Enrichment } from '../../../schemas/item.ts';
import { enrichItem, tagText } from '../../../workers/enrich/enrich-item.ts';

const codes = (tagged: Enrichment): string[] => tagged.countries.map(({ code }) => code).sort();
const names = (tagged: Enrichment): string[] => tagged.people.map(({ name }) => name);
const brief = (body: string): Enrichment => enrichItem({ headline: null, body, language: 'en' });

describe('a diplomatic story as a correspondent sends it', () => {
  const item = {
    headline: 'Ferrand, Army Chief, Fly to the Gulf To Calm Allies, Talk Trade Amid Rising Fears',
    body: [
      'French Minister of Foreign Affairs Camille Ferrand Armed Forces Minister Paul Delorme will fly to the Gulf on Friday to assure partners that Paris stands by the region, our Paris correspondent reports.',
      'Ferrand will call at Qatar, Oman, Kuwait and the Emirates. Delorme will join him in Oman for talks with Indo-Pacific partners and Southeast Asian guests.',
      'In Doha, Ferrand and Delorme will meet Saudi and South Korean ministers, as well as envoys of the Association of Southeast Asian Nations and, at times, North Korea.',
      'The Quai d’Orsay’s spokesperson Julie Marchand said on Monday that help for Kyiv "stays at the top of the list."',
      'The trip also shows how Paris seeks to balance Beijing in the South China Sea.',
    ].join('\n\n'),
    language: 'en',
  };
  const tagged = enrichItem(item);

  test('names every country once, and no sea or alliance', () => {
    expect(codes(tagged)).toEqual(['AE', 'CN', 'FR', 'KP', 'KR', 'KW', 'OM', 'QA', 'SA', 'UA']);
  });

  test('two people side by side without a comma are two people, and a lone surname is the same man', () => {
    expect(names(tagged)).toEqual(['Camille Ferrand', 'Paul Delorme', 'Julie Marchand']);
    expect(tagged.people[0]?.mentions.map(({ text }) => text)).toEqual([
      'Ferrand',
      'Camille Ferrand',
      'Ferrand',
      'Ferrand',
    ]);
    expect(tagged.people[2]?.role).toBe('spokesperson');
  });

  test('every mention stands where its offsets say', () => {
    const mentions = [...tagged.people, ...tagged.countries].flatMap((tag) => tag.mentions);
    expect(new Set(mentions.map((mention) => mention.in))).toEqual(new Set(['headline', 'body']));
    for (const mention of mentions) expect(item[mention.in].slice(mention.start, mention.end)).toBe(mention.text);
  });
});

describe('briefs', () => {
  test('a summit in a capital names its country and nobody', () => {
    const tagged = brief('On 3 May, activists held a rally at COP31 in Baku under the slogan ‘Forests are silent!’');
    expect(codes(tagged)).toEqual(['AZ']);
    expect(names(tagged)).toEqual([]);
  });
});

describe('what a story is about', () => {
  const story = {
    headline: 'Batumi port reopens after the storm',
    body: [
      'Georgia reopened the port of Batumi on Tuesday, six weeks after a storm broke its eastern pier.',
      'Two ships from Turkey were the first to moor. Repairs went on through the autumn under Georgian engineers.',
      'Ports in Bulgaria and Romania had taken the traffic meanwhile.',
      'The port of Batumi expects to handle as much cargo as last year, the Georgian ministry said.',
    ].join('\n\n'),
    language: 'en',
  };
  const tagged = enrichItem(story);
  const salience = (code: string): number => tagged.countries.find((tag) => tag.code === code)?.salience ?? -1;

  test('the country where it happens stands apart from those that are merely mentioned', () => {
    expect(codes(tagged)).toEqual(['BG', 'GE', 'RO', 'TR']);
    expect(tagged.about).toEqual(['GE']);
  });

  test('headline, lead and many places weigh more than one late word', () => {
    expect(salience('GE')).toBeGreaterThan(0.9);
    expect(salience('TR')).toBeGreaterThan(salience('RO'));
    expect(salience('RO')).toBeLessThan(0.3);
  });

  test('a text that names no country is about none', () => {
    expect(brief('The ferry sails again on Monday.').about).toEqual([]);
  });
});

describe('traps', () => {
  test.each([
    ['Polls closed in Atlanta, Georgia, on Tuesday.', ['US']],
    ['Georgia and Armenia signed a treaty in Tbilisi.', ['AM', 'GE']],
    ['He moved from New Mexico to American Samoa.', ['AS', 'US']],
    ['Troops left Niger for Nigeria.', ['NE', 'NG']],
    ['Papua New Guinea, Equatorial Guinea and Guinea-Bissau voted.', ['GQ', 'GW', 'PG']],
    ['Coach Michael Jordan met Chad Wilson.', []],
    ['The EU, NATO and ASEAN met.', []],
    ['Officials in Northern Ireland and the Republic of Ireland agreed.', ['GB', 'IE']],
    ['The Kremlin and the White House stayed silent.', ['RU', 'US']],
  ])('%s', (text, expected) => {
    expect(codes(brief(text))).toEqual(expected);
  });
});

describe('inflected names of countries', () => {
  test.each([
    ['ru', 'Министры России и Украины встретились в Анкаре с немецкими коллегами.', ['DE', 'RU', 'TR', 'UA']],
    ['az', 'Azərbaycanın və Gürcüstanın nazirləri Bakıda Türkiyədən gələn qonaqları qarşıladı.', ['AZ', 'GE', 'TR']],
    ['tr', "Almanya'nın ve Fransız heyetin Ankara'daki görüşmesi bitti.", ['DE', 'FR', 'TR']],
    ['de', 'Die russische Regierung antwortet den französischen Ministern in Warschau.', ['FR', 'PL', 'RU']],
  ])('%s', (language, text, expected) => {
    expect(codes(tagText(text, language))).toEqual(expected);
  });
});
