import { addCities, allCities, cityName, largeCities } from './add-cities.ts';
import { countryNames, englishRegions, zoneCities } from './cldr-names.ts';
import type { Doubtful } from './doubtful-words.ts';
import { nationalities } from './nationalities.ts';
import { key, Section } from './section.ts';
import { englishNames, type WrittenName } from './written-names.ts';

const addWritten = (section: Section, { code, how, name }: WrittenName): void => {
  const acronym = name.replaceAll('.', '').replaceAll(' ', '');
  if (/^[A-Z][A-Z0-9.]{1,5}$/.test(name.replaceAll(' ', ''))) section.add('!', acronym, code, how);
  else if (name.endsWith('.')) section.add('.', key(name), code, how);
  else section.add('=', key(name), code, how, how === 'demonym' || cldrEnglish.has(key(name)) ? 0 : 2);
};

// The other languages have their own CLDR names for these; what else we wrote down (Gaza, Holland) may stand there too.
const cldrEnglish = new Set(countryNames('en').map(({ name }) => key(name)));

// Towns of 30,000 where English news is local; elsewhere only cities above 100,000.
const englishSpeaking = new Set(['US', 'GB', 'CA', 'AU', 'IE', 'NZ']);

/** American towns that are called like a country or a foreign capital, with their state: Lebanon, Tennessee. */
const addNamesakes = (section: Section): void => {
  const foreign = new Set([
    ...countryNames('en').map(({ name }) => key(name)),
    ...englishNames()
      .filter(({ code, how }) => code !== 'US' && (how === 'capital' || how === 'name'))
      .map(({ name }) => key(name)),
  ]);
  for (const city of allCities) {
    const state = city.country === 'US' && foreign.has(key(city.name)) ? americanStates[city.adminCode] : undefined;
    for (const name of state?.split('/') ?? []) section.add('=', `${key(city.name)} ${key(name)}`, 'US', 'city');
  }
};

/** Names and newspapers' abbreviations of the American states, by GeoNames' code. */
const americanStates: Record<string, string> = {
  AL: 'Alabama/Ala',
  AR: 'Arkansas/Ark',
  AZ: 'Arizona/Ariz',
  CA: 'California/Calif',
  CO: 'Colorado/Colo',
  CT: 'Connecticut/Conn',
  DE: 'Delaware/Del',
  FL: 'Florida/Fla',
  GA: 'Georgia/Ga',
  IA: 'Iowa',
  ID: 'Idaho',
  IL: 'Illinois/Ill',
  IN: 'Indiana/Ind',
  KS: 'Kansas/Kan',
  KY: 'Kentucky/Ky',
  LA: 'Louisiana/La',
  MA: 'Massachusetts/Mass',
  MD: 'Maryland/Md',
  ME: 'Maine',
  MI: 'Michigan/Mich',
  MN: 'Minnesota/Minn',
  MO: 'Missouri/Mo',
  MS: 'Mississippi/Miss',
  MT: 'Montana/Mont',
  NC: 'North Carolina',
  ND: 'North Dakota',
  NE: 'Nebraska/Neb',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NV: 'Nevada/Nev',
  NY: 'New York',
  OH: 'Ohio',
  OK: 'Oklahoma/Okla',
  OR: 'Oregon/Ore',
  PA: 'Pennsylvania/Pa',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee/Tenn',
  TX: 'Texas',
  UT: 'Utah',
  VA: 'Virginia/Va',
  VT: 'Vermont/Vt',
  WA: 'Washington/Wash',
  WI: 'Wisconsin/Wis',
  WV: 'West Virginia',
  WY: 'Wyoming/Wyo',
};

/** The English phrases: what we wrote down, then nationalities, cities and regions. */
export const englishSection = (doubtful: Doubtful): Section => {
  const section = new Section(doubtful);
  const regions = new Map(englishRegions().map(({ code, name }) => [`${code} ${key(name)}`, name]));
  for (const written of englishNames()) {
    const place = `${written.code} ${key(written.name)}`;
    const isRegion = written.how === 'city' && regions.has(place) && !largeCities.has(place);
    addWritten(section, isRegion ? { ...written, how: 'region' } : written);
  }
  addNamesakes(section);
  for (const { code, name } of countryNames('en')) section.add('=', key(name), code, 'name');
  for (const { code, name } of nationalities('en')) section.add('=', key(name), code, 'demonym');
  for (const { code, name } of zoneCities('en')) section.add('=', key(name), code, 'city', 2);
  addCities(section, '=', (city) => {
    const phrase = key(cityName(city));
    if (doubtful.words.has(phrase)) return 1_000_000;
    if (doubtful.people.has(phrase)) return 300_000;
    return englishSpeaking.has(city.country) ? 30_000 : 100_000;
  });
  // After the cities: Brest is a region of Belarus, but first two cities.
  for (const { code, name } of englishRegions())
    if (!section.has('=', key(name)) && !doubtful.words.has(key(name)) && !doubtful.people.has(key(name)))
      section.add('=', key(name), code, 'region');
  return section;
};
