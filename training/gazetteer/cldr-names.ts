import { existsSync, readdirSync } from 'node:fs';
import { readJson } from './source-data.ts';

export type NamedPlace = { code: string; name: string };
/** `english`: how the zone's name in the tz database has the city. */
export type ZoneCity = NamedPlace & { english: string };

const localenames = 'node_modules/cldr-localenames-full/main';
const dates = 'node_modules/cldr-dates-full/main';

// Regions of CLDR that are no country: groupings, and islands counted with their state.
const notCountries = new Set('AC CP CQ DG EA EU EZ IC TA UN QO XA XB ZZ'.split(' '));

/** Languages that CLDR names at least 200 countries in. */
export const cldrLanguages = (): string[] =>
  readdirSync(localenames)
    .filter((language) => /^[a-z]{2}$/.test(language))
    .filter((language) => countryNames(language).length > 200)
    .sort();

const display = (language: string, part: 'territories' | 'languages'): Record<string, string> => {
  const file = `${localenames}/${language}/${part}.json`;
  if (!existsSync(file)) return {};
  const { main } = readJson(file) as {
    main: Record<string, { localeDisplayNames: Record<string, Record<string, string>> }>;
  };
  return main[language]?.localeDisplayNames[part] ?? {};
};

/** Names of countries and territories in a language, with their short and other forms; what stands in brackets is cut. */
export const countryNames = (language: string): NamedPlace[] =>
  Object.entries(display(language, 'territories'))
    .filter(([key]) => /^[A-Z]{2}(?:-alt-\w+)?$/.test(key) && !notCountries.has(key.slice(0, 2)))
    .map(([key, name]) => ({ code: key.slice(0, 2), name: (name.split(/\s*[(（]/)[0] ?? '').trim() }))
    .filter(({ code, name }) => name.length > 1 && name !== code);

// One nation's own language: its name is the nation's adjective in many tongues.
const nations: Record<string, string> = {
  af: '',
  sq: 'AL',
  am: 'ET',
  hy: 'AM',
  az: 'AZ',
  be: 'BY',
  bg: 'BG',
  my: 'MM',
  hr: 'HR',
  cs: 'CZ',
  da: 'DK',
  nl: 'NL',
  en: 'GB',
  et: 'EE',
  fi: 'FI',
  fr: 'FR',
  ka: 'GE',
  de: 'DE',
  el: 'GR',
  he: '',
  hu: 'HU',
  is: 'IS',
  id: 'ID',
  ga: 'IE',
  it: 'IT',
  ja: 'JP',
  kk: 'KZ',
  km: 'KH',
  ky: 'KG',
  lo: 'LA',
  lv: 'LV',
  lt: 'LT',
  lb: 'LU',
  mk: 'MK',
  ms: 'MY',
  mt: 'MT',
  mn: 'MN',
  ne: 'NP',
  no: 'NO',
  fa: '',
  pl: 'PL',
  pt: 'PT',
  ro: 'RO',
  ru: 'RU',
  sr: 'RS',
  sk: 'SK',
  sl: 'SI',
  so: 'SO',
  es: 'ES',
  sv: 'SE',
  tg: 'TJ',
  th: 'TH',
  tr: 'TR',
  tk: 'TM',
  uk: 'UA',
  uz: 'UZ',
  vi: 'VN',
  zh: 'CN',
  ko: 'KR',
  cy: 'GB',
};

/** National adjectives, as far as the name of the nation's language is one. */
export const languageAdjectives = (language: string): NamedPlace[] =>
  Object.entries(display(language, 'languages')).flatMap(([key, name]) => {
    const code = nations[key];
    return code && !/[ (]/.test(name) ? [{ code, name }] : [];
  });

type Zone = { exemplarCity?: string } & { [part: string]: Zone | string | undefined };

/** IANA zone name to the ISO code of its country. */
const zoneCountries = (): Map<string, string> => {
  const { keyword } = readJson('node_modules/cldr-bcp47/bcp47/timezone.json') as {
    keyword: { u: { tz: Record<string, { _alias?: string } | string> } };
  };
  const countries = new Map<string, string>();
  for (const [id, zone] of Object.entries(keyword.u.tz))
    if (typeof zone === 'object' && id.length === 5)
      for (const alias of zone._alias?.split(' ') ?? []) countries.set(alias, id.slice(0, 2).toUpperCase());
  return countries;
};

// Zones that are named after an island, a sea or a region, or after a small town whose name is a common word elsewhere.
const unfitZones =
  /^(?:Etc|Antarctica|Arctic|America\/(?:North_Dakota|Indiana|Kentucky|Argentina)|America\/(?:Nome|Boise|Creston|Regina|Eastern|Menominee|Sitka|Juneau|Yakutat|Adak)|Atlantic\/South_Georgia|Indian|Pacific\/(?:Easter|Midway|Wake|Gambier|Johnston|Enderbury|Kanton))/;

/** Cities that CLDR gives time zones by, in a language: about 400, most capitals among them. */
export const zoneCities = (language: string): ZoneCity[] => {
  const file = `${dates}/${language}/timeZoneNames.json`;
  if (!existsSync(file)) return [];
  const { main } = readJson(file) as { main: Record<string, { dates: { timeZoneNames: { zone: Zone } } }> };
  const countries = zoneCountries();
  const found: ZoneCity[] = [];
  const walk = (zone: Zone, path: string): void => {
    const code = countries.get(path);
    if (zone.exemplarCity && code && !unfitZones.test(path) && !/[,(]/.test(zone.exemplarCity))
      found.push({ code, name: zone.exemplarCity, english: (path.split('/').at(-1) ?? '').replaceAll('_', ' ') });
    for (const [part, inner] of Object.entries(zone))
      if (typeof inner === 'object') walk(inner, path ? `${path}/${part}` : part);
  };
  walk(main[language]?.dates.timeZoneNames.zone ?? {}, '');
  return found;
};

/** States and provinces in English, as CLDR names them, of the countries whose news names them. */
export const englishRegions = (): NamedPlace[] => {
  const { subdivisions } = readJson('node_modules/cldr-subdivisions-full/subdivisions/en/en.json') as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  return Object.entries(subdivisions.localeDisplayNames.subdivisions)
    .map(([key, name]) => ({ code: key.slice(0, 2).toUpperCase(), name }))
    .filter(
      ({ code, name }) => regionalNews.has(code) && !/[,(]/.test(name) && name.length > 3 && !unfitRegions.test(name),
    );
};

// Common words, seas, and parts of the world.
const unfitRegions =
  /^(?:Jewish|Federal|Capital|Central|Northern|Southern|Eastern|Western|North|South|East|West|Red Sea|Latina|Upper|Lower|Lakes|Los |La |Santa |San |El |Nord|Sud|Plateau|Delta|Rivers|Eure|Landes|Manche|Var|Lot|Aude|Gard|Loire|Cher|Centre)\b/;

const regionalNews = new Set(
  'US CA MX BR AR CO AU IN PK CN JP KR PH ID MY TH VN RU UA BY KZ UZ TR AZ GE IR IQ SY SA YE EG SD ET KE NG ZA MZ CD DE AT CH IT ES FR NL BE PL CZ RO HU SE NO FI IE PT GR VE PE CL'.split(
    ' ',
  ),
);
