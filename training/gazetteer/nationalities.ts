import { existsSync } from 'node:fs';
import { countryNames, type NamedPlace } from './cldr-names.ts';
import { readJson } from './source-data.ts';

/** National adjectives of i18n-nationality; territories that it lists by their plain name are left out. */
export const nationalities = (language: string): NamedPlace[] => {
  const file = `node_modules/i18n-nationality/langs/${language === 'nb' || language === 'nn' ? 'no' : language}.json`;
  if (!existsSync(file)) return [];
  const { nationalities: byCode } = readJson(file) as { nationalities: Record<string, string> };
  const plain = new Set(countryNames(language).map(({ name }) => name));
  return Object.entries(byCode)
    .flatMap(([code, names]) => names.split(' / ').map((name) => ({ code, name: name.trim() })))
    .filter(
      ({ code, name }) => !/[,(]/.test(name) && name.length > 3 && !plain.has(name) && !unfit.has(`${code} ${name}`),
    );
};

// Given to several countries, or a region's word rather than a nation's.
const unfit = new Set(['ES Coreano', 'BQ Caribeño', 'AQ Antarctic', 'NO Norfolk']);
