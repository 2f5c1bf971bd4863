import { writeFile } from 'node:fs/promises';
import type { Enrichment, ParsedItem, ParsedPage } from '../../schemas/item.ts';
import { enrichPage } from '../../workers/enrich/enrich-page.ts';
import type { Command } from '../command.ts';
import { text } from '../command.ts';
import { explainedHtml, explainedLines } from '../explained-page.ts';
import { readProfile } from '../read-profiles.ts';
import { explainNamed, readSource } from '../read-source.ts';
import { UsageError } from '../usage-error.ts';

type TaggedPage = Omit<ParsedPage, 'items'> & { items: (ParsedItem & Enrichment)[] };

export const parse: Command = {
  help: `
wiredesk parse FILE|URL|-
  prints one page's items: its main story, its briefs, and the furniture that is in none of them, each with a reason
  HTML, plain wire copy and mails (.eml) are read alike; - reads standard input. JSON when piped.

  --explain            for each block of the page, where it went and why
  --html OUT.html      writes the page's blocks, coloured by where they went, to be looked at in a browser
  --profile FILE       reads the page by this publisher profile
  --url URL            the page's own address, when a file is read
  --allow-private CIDR let a URL lead to this private network (repeatable)`,
  options: {
    explain: { type: 'boolean' },
    html: { type: 'string' },
    profile: { type: 'string' },
    url: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
  },
  async run(given) {
    const [name] = given.words;
    if (!name || given.words.length > 1)
      throw new UsageError('parse takes one FILE, URL or -; see wiredesk parse --help');
    const source = await readSource(name, given, text(given, 'url'));
    const profile = text(given, 'profile');
    const { parsed, blocks } = explainNamed(name, { ...source, profile: profile ? readProfile(profile) : null });
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
