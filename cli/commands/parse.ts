import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Enrichment, ParsedItem, ParsedPage } from '../../schemas/item.ts';
import { enrichPage } from '../../workers/enrich/enrich-page.ts';
import { explainPage } from '../../workers/parse/parse-page.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import { explainedHtml, explainedLines } from '../explained-page.ts';
import { UsageError } from '../usage-error.ts';

type Source = { bytes: Uint8Array; url: string; contentType: string | null };
type TaggedPage = Omit<ParsedPage, 'items'> & { items: (ParsedItem & Enrichment)[] };

export const parse: Command = {
  help: `
wiredesk parse FILE|URL|-
  prints one page's items: its main story, its briefs, and the furniture that is in none of them, each with a reason
  HTML and plain wire copy are read alike; - reads standard input. JSON when piped.

  --explain            for each block of the page, where it went and why
  --html OUT.html      writes the page's blocks, coloured by where they went, to be looked at in a browser
  --url URL            the page's own address, when a file is read
  --allow-private CIDR let a URL lead to this private network (repeatable)`,
  options: {
    explain: { type: 'boolean' },
    html: { type: 'string' },
    url: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
  },
  async run(given) {
    const [name] = given.words;
    if (!name || given.words.length > 1)
      throw new UsageError('parse takes one FILE, URL or -; see wiredesk parse --help');
    const source = await readSource(name, given);
    const { parsed, blocks } = explainNamed(name, source);
    const html = text(given, 'html');
    if (html) {
      await writeOut(html, explainedHtml(parsed, blocks));
      process.stderr.write(`wrote ${html}\n`);
      return 0;
    }
    if (given.flags['explain']) {
      process.stdout.write(
        given.json ? `${JSON.stringify(blocks, null, 2)}\n` : explainedLines(blocks, process.stdout.columns ?? 120),
      );
      return 0;
    }
    const page: TaggedPage = { ...parsed, items: enrichPage(parsed.items) };
    process.stdout.write(given.json || !process.stdout.isTTY ? `${JSON.stringify(page, null, 2)}\n` : readable(page));
    return 0;
  },
};

async function readSource(name: string, given: Given): Promise<Source> {
  const url = text(given, 'url');
  if (name === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { bytes: Buffer.concat(chunks), url: url ?? 'about:blank', contentType: null };
  }
  if (/^https?:\/\//i.test(name)) return readUrl(name, given);
  try {
    return { bytes: await readFile(name), url: url ?? pathToFileURL(name).href, contentType: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new Error(`can't read ${name}: ${why}; give a readable FILE, a URL, or - for standard input`);
  }
}

/** The HTTP client loads only when it is needed: it takes longer than a page does to parse. */
async function readUrl(url: string, given: Given): Promise<Source> {
  const { fetchOnce } = await import('../fetch-once.ts');
  const { allowedNetworks } = await import('../allowed-networks.ts');
  return fetchOnce(url, allowedNetworks(given));
}

function explainNamed(name: string, source: Source): ReturnType<typeof explainPage> {
  try {
    return explainPage(source);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}

async function writeOut(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new Error(`can't write ${path}: ${(error as Error).message}; name a file in a folder that may be written`);
  }
}

function readable({ page, items, furniture }: TaggedPage): string {
  const bold = (s: string) => `\u001b[1m${s}\u001b[0m`;
  const dim = (s: string) => `\u001b[2m${s}\u001b[0m`;
  const facts = (item: ParsedItem & Enrichment) =>
    [
      item.section,
      item.date.value,
      item.byline,
      item.dateline?.place,
      item.countries.map((country) => country.code).join(' '),
      item.people.map((person) => person.name).join(', '),
    ]
      .filter(Boolean)
      .join(' · ');
  const blocks = items.map((item) => {
    const head = `${item.kind.toUpperCase()}  ${item.headline ?? ''}`.trimEnd();
    return `${bold(head)}\n${dim(facts(item))}\n\n${item.body}\n`;
  });
  const rest = furniture.map((piece) => `  ${piece.text.replace(/\s+/g, ' ').slice(0, 70).padEnd(72)}${piece.reason}`);
  return [
    dim(`${page.url}${page.suspect ? `  SUSPECT: ${page.suspect}` : ''}`),
    ...blocks,
    dim(['FURNITURE', ...rest].join('\n')),
    '',
  ].join('\n');
}
