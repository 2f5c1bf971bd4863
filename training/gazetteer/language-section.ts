import { addCities } from './add-cities.ts';
import { addNames, howOf, turkic } from './add-names.ts';
import { countryNames, languageAdjectives, zoneCities } from './cldr-names.ts';
import { nationalities } from './nationalities.ts';
import { key, Section } from './section.ts';
import { stems, unspacedNames, type WrittenName } from './written-names.ts';

const romance = new Set(['fr', 'es', 'it', 'pt', 'ca', 'gl', 'ro']);
const scandinavian = new Set(['no', 'nb', 'nn', 'sv', 'da']);
const unspaced = new Set(['zh', 'ja', 'ko', 'th', 'lo', 'km', 'my']);
const adjectival = new Set(
  'fr es it pt ca gl ro nl sv no nb nn da pl cs sk uk ru bg sr hr sl be mk hu lt lv el et'.split(' '),
);

// Towns called like what German news speaks of every day: position, middle, goods, north, train, Konz and Konzern.
const germanNouns = new Set(
  'lage mitte waren norden konz brunnen hard forst langen kalk bulle lohne senden greven singen weiden rain haar buhl engen wetter bunde werl wels wil thun horn stein halle hall hof aue ahlen werne verl melle lich rees zug baar siegen minden hagen stade celle peine baden landau worms unna biel wesel kehl lingen hemer seelze welt nord west sud ost westend favoriten'.split(
    ' ',
  ),
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
  if (['pl', 'cs', 'sk', 'uk'].includes(language)) return ['slavic'];
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

/** The phrases of a language other than English. */
export const languageSection = (language: string): Section => {
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
  addCities(section, 'n', (city) => {
    if (!home.has(city.country) || (language === 'de' && germanNouns.has(key(city.name))))
      return Number.POSITIVE_INFINITY;
    return townsFrom[city.country] ?? 15_000;
  });
  return section;
};

const addRoot = (section: Section, language: string, code: string, adjective: string): void => {
  const root = adjectiveRoot(key(adjective), language);
  // A shorter root begins too many other words: Dän- and dann; and George is no Georgian.
  if (root.length > 3 && root !== 'georg') section.add('d', root, code, 'demonym');
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
