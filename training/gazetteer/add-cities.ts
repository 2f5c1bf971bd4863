import { type Kind, key, type Section } from './section.ts';
import { type City, cities } from './source-data.ts';

const sizeOf = (population: number): number =>
  population >= 1e6 ? 3 : population >= 3e5 ? 2 : population >= 1e5 ? 1 : 0;

export const cityName = (city: City): string => city.name.replace(/^(?:City of|Greater) /, '');

export const allCities = cities();

export const largeCities = new Set(
  allCities.filter(({ population }) => population > 300_000).map(({ country, name }) => `${country} ${key(name)}`),
);

// Makers and quarters sooner than towns.
const unfitCities = new Set(['toyota', 'chinatown', 'university']);

export const addCities = (section: Section, kind: Kind, from: (city: City) => number): void => {
  const seen = new Map<string, City>();
  for (const city of allCities) {
    if (city.population < from(city)) continue;
    const phrase = key(cityName(city));
    if (phrase.length < 4 || unfitCities.has(phrase)) continue;
    const larger = seen.get(phrase);
    // A namesake counts when it is not much smaller.
    if (larger && (larger.country === city.country || larger.population > 8 * city.population)) continue;
    if (!larger && section.has('=', phrase)) continue;
    seen.set(phrase, city);
    section.add(kind, phrase, city.country, 'city', sizeOf(larger?.population ?? city.population));
  }
};
