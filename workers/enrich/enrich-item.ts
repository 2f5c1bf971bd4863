import type { Enrichment } from '../../schemas/item.ts';
import { itemText } from '../../schemas/item.ts';
import { findCountries } from './find-countries.ts';
import { findPeople } from './find-people.ts';
import { guessLanguage } from './guess-language.ts';
import { resolvePeople } from './resolve-people.ts';
import { tokenize } from './tokenize.ts';

/** Tags a text with its people and countries; offsets are UTF-16 units into `text`. `language` is a BCP 47 tag, or null: then guessed. */
export const tagText = (text: string, language: string | null, peopleNames: readonly string[] = []): Enrichment => {
  const tongue = language ? (language.toLowerCase().split(/[-_]/)[0] ?? 'en') : guessLanguage(text);
  const tokens = tokenize(text);
  const people = resolvePeople(text, tokens, findPeople(text, tokens, tongue), tongue, peopleNames);
  const spans = people.flatMap((person) => person.mentions).sort((one, other) => one.start - other.start);
  const countries = findCountries(text, tokens, tongue, spans);
  return { countries, people, about: aboutCountries(countries, text) };
};

/** Countries the item is about: named in its first fifth, or in a third of all mentions. */
const aboutCountries = (countries: Enrichment['countries'], text: string): string[] => {
  const total = countries.reduce((sum, country) => sum + country.mentions.length, 0);
  return countries
    .filter(({ mentions }) => (mentions[0]?.start ?? text.length) < text.length / 5 || mentions.length > total / 3)
    .map(({ code }) => code);
};

/** An item's countries and people. `page.peopleNames`: full names of the page's other items, which complete lone surnames. */
export const enrichItem = (
  item: { headline: string | null; body: string; language: string | null },
  page: { peopleNames: readonly string[] } = { peopleNames: [] },
): Enrichment => tagText(itemText(item), item.language, page.peopleNames);
