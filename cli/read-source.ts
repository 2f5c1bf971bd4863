import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ExplainedPage, PageSource } from '../workers/parse/parse-page.ts';
import { explainPage } from '../workers/parse/parse-page.ts';
import { mailType, unwrapMail } from '../workers/parse/read/unwrap-mail.ts';
import type { Given } from './command.ts';

/** Reads a page by file name, URL or `-` for standard input; `url` is the address a file is said to come from. Throws one line with a remedy. */
export async function readSource(name: string, given: Given, url: string | null): Promise<PageSource> {
  if (name === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { bytes: Buffer.concat(chunks), url: url ?? 'about:blank', contentType: null };
  }
  if (/^https?:\/\//i.test(name)) return readUrl(name, given);
  try {
    const contentType = /\.eml$/i.test(name) ? mailType : null;
    return await unwrapMail({ bytes: await readFile(name), url: url ?? pathToFileURL(name).href, contentType });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new Error(`can't read ${name}: ${why}; give a readable FILE, a URL, or - for standard input`);
  }
}

/** The HTTP client loads only when it is needed: it takes longer than a page does to parse. */
async function readUrl(url: string, given: Given): Promise<PageSource> {
  const { fetchOnce } = await import('./fetch-once.ts');
  const { allowedNetworks } = await import('./allowed-networks.ts');
  return fetchOnce(url, allowedNetworks(given));
}

/** Explains a page; an error names it. */
export function explainNamed(name: string, source: PageSource): ExplainedPage {
  try {
    return explainPage(source);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
}
