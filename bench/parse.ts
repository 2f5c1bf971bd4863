import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { decodePage } from '../workers/parse/read/decode-page.ts';
import { parsedOrNull } from './articles.ts';
import { cpuNowMs } from './timing.ts';

type Page = { bytes: Uint8Array; url: string };
/** Reads one page; answers how many characters of text it found. */
type Contestant = { name: string; read: (page: Page) => number | Promise<number> };

const usualDir = '../shared/data/articles';
/** Each contestant reads every page so often; the last time counts, when its code is warm. */
const rounds = 2;

const contestants: Contestant[] = [
  {
    name: 'wiredesk, whole parse stage',
    read: ({ bytes, url }) => parsedOrNull(bytes, url)?.items.reduce((sum, { body }) => sum + body.length, 0) ?? 0,
  },
  {
    name: 'htmlparser2, parsing only',
    read: ({ bytes }) => {
      let chars = 0;
      const parser = new Parser({
        ontext(text) {
          chars += text.length;
        },
        onopentag() {},
      });
      parser.end(decodePage(bytes, null));
      return chars;
    },
  },
  {
    name: 'Readability + linkedom',
    read: ({ bytes }) => {
      const { document } = parseHTML(decodePage(bytes, null));
      return (
        new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse()?.textContent
          ?.length ?? 0
      );
    },
  },
  {
    name: 'defuddle + linkedom',
    read: async ({ bytes, url }) => {
      const { document } = parseHTML(decodePage(bytes, null));
      return (await Defuddle(document as unknown as Parameters<typeof Defuddle>[0], url)).content.length;
    },
  },
];

/** Prints pages per CPU second of the parse stage and of its peers on the same news pages in one run: `bench parse [DIR] [--count N]`. */
export async function benchParse(args: string[]): Promise<number> {
  const at = args.indexOf('--count');
  const count = at < 0 ? 100 : Number(args[at + 1]);
  const dir = args[0] && at !== 0 ? args[0] : usualDir;
  if (!(count > 0)) {
    console.error('usage: bench parse [DIR] [--count N], the first N news pages of an article set');
    return 2;
  }
  const pages = newsPages(dir, count);
  const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0) / pages.length;
  console.log(`${pages.length} news pages of ${Math.round(bytes / 1000)} kB on average`);
  for (const { name, read } of contestants) {
    let spent = 0;
    let failed = 0;
    for (let round = 0; round < rounds; round++) {
      failed = 0;
      const before = cpuNowMs();
      for (const page of pages) {
        try {
          await read(page);
        } catch {
          failed++;
        }
      }
      spent = cpuNowMs() - before;
    }
    const rate = Math.round((pages.length * 10_000) / spent) / 10;
    console.log(
      `${name.padEnd(28)} ${String(rate).padStart(7)} pages per CPU second${failed ? `, failed on ${failed}` : ''}`,
    );
  }
  return 0;
}

function newsPages(dir: string, count: number): Page[] {
  return readFileSync(join(dir, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { url: string; html_path: string; stratum: string })
    .filter(({ stratum }) => stratum === 'news')
    .slice(0, count)
    .map(({ url, html_path: path }) => ({ url, bytes: new Uint8Array(gunzipSync(readFileSync(join(dir, path)))) }));
}
