import type { CountryTag, Enrichment, Mention, PersonTag } from '../../schemas/item.ts';
import { enrichItem } from '../../workers/enrich/enrich-item.ts';
import { guessLanguage } from '../../workers/enrich/text/guess-language.ts';
import { enricherVersion, enrichModels } from '../../workers/enrich/version.ts';
import { detectLanguage } from '../../workers/parse/items/detect-language.ts';
import { decodePage } from '../../workers/parse/read/decode-page.ts';
import type { Command, Given } from '../command.ts';
import { text as option } from '../command.ts';
import { readSource } from '../read-source.ts';
import type { Stretch } from '../underlined-text.ts';
import { underlinedText } from '../underlined-text.ts';
import { UsageError } from '../usage-error.ts';

type Article = { headline: string | null; body: string; language: string };
type Tagged = Article & Enrichment & { provenance: { enricher: string; models: Readonly<Record<string, string>> } };

export const enrich: Command = {
  help: `
wiredesk enrich FILE|-
  tags the countries and people of any plain text: underlined on a terminal, with a list below; JSON when piped
  A short first paragraph without a full stop is taken for the headline. HTML pages: wiredesk parse.

  --language xx  the text's language, such as en, ru, az; guessed without it`,
  options: { language: { type: 'string' } },
  async run(given) {
    const [name] = given.words;
    if (!name || given.words.length > 1) throw new UsageError('enrich takes one FILE or -; see wiredesk enrich --help');
    const language = languageOf(given);
    const article = toArticle(await readText(name, given), language);
    const provenance = { enricher: enricherVersion, models: enrichModels() };
    const tagged: Tagged = { ...article, ...enrichItem(article), provenance };
    const json = given.json || !process.stdout.isTTY;
    process.stdout.write(
      json ? `${JSON.stringify(tagged, null, 2)}\n` : readable(tagged, process.stdout.columns || 100),
    );
    return 0;
  },
};

function languageOf(given: Given): string | null {
  const language = option(given, 'language');
  if (language !== null && !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(language))
    throw new UsageError(`--language ${language}: give a language's code, such as en, ru, az, zh-Hant`);
  return language;
}

async function readText(name: string, given: Given): Promise<string> {
  if (/^https?:\/\//i.test(name))
    throw new UsageError(`enrich reads plain text: for ${name} use wiredesk parse, which finds a page's items first`);
  const { bytes, contentType } = await readSource(name, given, null);
  const source = name === '-' ? 'standard input' : name;
  if (bytes.length === 0) throw new Error(`${source} is empty: give a file with text in it`);
  let text: string;
  try {
    text = decodePage(bytes, contentType).replace(/\r\n?/g, '\n').trim();
  } catch {
    throw new Error(`${source} is binary: give plain text`);
  }
  if (!text) throw new Error(`${source} holds nothing but spaces: give a file with text in it`);
  if (/^<(?:!doctype|html|\?xml|head|body)\b/i.test(text))
    throw new Error(`${source} is a page or feed, not plain text: wiredesk parse reads pages`);
  return text;
}

/** A headline has no full stop and one paragraph of its own; longer than 200 it is a paragraph. */
const headlineForm = /^([^\n]{1,200}[^\n.…:;,])\n\s*\n([\s\S]+)$/;

function toArticle(text: string, language: string | null): Article {
  const [, headline = null, body = text] = headlineForm.exec(text) ?? [];
  return { headline, body, language: language ?? detectLanguage(text, null) ?? guessLanguage(text) };
}

const isColourful = (): boolean => !process.env['NO_COLOR'];

const stretchesOf = (tagged: Tagged, field: Mention['in']): Stretch[] => {
  const of = (tags: { mentions: Mention[] }[], colour: string) =>
    tags.flatMap(({ mentions }) =>
      mentions
        .filter((mention) => mention.in === field)
        .map(({ start, end }) => ({ start, end, sgr: isColourful() ? `4;${colour}` : '4' })),
    );
  return [...of(tagged.people, '33'), ...of(tagged.countries, '36')];
};

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** The words that stand for a tag, each once, with what they are: `name Georgia, Georgian; city Batumi`. */
function evidence({ mentions }: { mentions: Mention[] }): string {
  const byHow = new Map<string, Set<string>>();
  for (const { how, text } of mentions) byHow.set(how, (byHow.get(how) ?? new Set()).add(text.replace(/\s+/g, ' ')));
  return [...byHow].map(([how, words]) => `${how === 'person' ? '' : `${how} `}${[...words].join(', ')}`).join('; ');
}

const row = (label: string, tag: CountryTag | PersonTag, more: string): string =>
  `  ${tag.salience.toFixed(2)}  ${label}  ${more}`;

function readable(tagged: Tagged, columns: number): string {
  const bold = (line: string) => `\u001b[1m${line}\u001b[0m`;
  const { headline, body, countries, people, about } = tagged;
  const labels = countries.map(({ code }) => `${code} ${countryNames.of(code)}${about.includes(code) ? ' *' : ''}`);
  const names = people.map(({ name, role }) => (role ? `${name} (${role})` : name));
  const width = Math.max(0, ...[...labels, ...names].map((label) => label.length));
  const list = (tags: (CountryTag | PersonTag)[], shown: string[]) =>
    tags
      .map((tag, at) => ({ tag, line: row((shown[at] ?? '').padEnd(width), tag, evidence(tag)) }))
      .sort((one, other) => other.tag.salience - one.tag.salience)
      .map(({ line }) => line);
  const blocks = [
    ...(headline ? [underlinedText(headline, stretchesOf(tagged, 'headline'), columns), ''] : []),
    underlinedText(body, stretchesOf(tagged, 'body'), columns),
    '',
    bold(countries.length > 0 ? 'Countries, by salience (* it is about these)' : 'No countries'),
    ...list(countries, labels),
    bold(people.length > 0 ? 'People, by salience' : 'No people'),
    ...list(people, names),
  ];
  return `${blocks.join('\n')}\n`;
}
