import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ParsedPage } from '../schemas/item.ts';
import { parsePage } from '../workers/parse/parse-page.ts';
import { UnparsablePage } from '../workers/parse/unparsable-page.ts';
import { cpuNowMs, type Timing } from './timing.ts';

type Gold = { id: string; url: string; html_path: string };

/** Prints what the parse stage makes of every page of an article set (`dir`/gold.jsonl), one JSON object a line. */
export async function evaluateArticles(dir: string): Promise<Timing> {
  const lines = readFileSync(join(dir, 'gold.jsonl'), 'utf8').split('\n').filter(Boolean);
  let cpuMs = 0;
  for (const line of lines) {
    const { id, url, html_path: path } = JSON.parse(line) as Gold;
    const bytes = new Uint8Array(gunzipSync(readFileSync(join(dir, path))));
    const before = cpuNowMs();
    const parsed = parsedOrNull(bytes, url);
    cpuMs += cpuNowMs() - before;
    const story = parsed?.items.find((item) => item.kind === 'story');
    console.log(
      JSON.stringify({
        id,
        title: story?.headline ?? parsed?.page.title ?? null,
        text: story?.body ?? '',
        published: parsed?.page.published ?? null,
      }),
    );
  }
  return { unit: 'pages', count: lines.length, cpuMs };
}

/** A page the stage refuses is a prediction of nothing. */
export function parsedOrNull(bytes: Uint8Array, url: string): ParsedPage | null {
  try {
    return parsePage({ bytes, url, contentType: null });
  } catch (error) {
    if (error instanceof UnparsablePage) return null;
    throw error;
  }
}
