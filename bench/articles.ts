import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ParsedPage } from '../schemas/item.ts';
import { explainPage, type ParseModels } from '../workers/parse/parse-page.ts';
import { UnparsablePage } from '../workers/parse/unparsable-page.ts';
import { cpuNowMs, type Timing } from './timing.ts';

type Gold = { id: string; url: string; html_path: string; stratum?: string };

/** One way through the set: CPU milliseconds of all its pages, of its news pages, and of the slowest page. */
type Pass = { pages: number; cpuMs: number; news: number; newsMs: number; slowestMs: number; slowest: string };

/**
 * Prints what the parse stage makes of every page of an article set (`dir`/gold.jsonl), one JSON object a line; `timed`: goes
 * through the set once more, warm, and says on standard error what each pass took.
 */
export async function evaluateArticles(dir: string, timed = false): Promise<Timing> {
  const gold = readFileSync(join(dir, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Gold);
  const cold = passThrough(dir, gold, (id, parsed) => {
    const story = parsed?.items.find((item) => item.kind === 'story');
    console.log(
      JSON.stringify({
        id,
        title: story?.headline ?? parsed?.page.title ?? null,
        text: story?.body ?? '',
        published: parsed?.page.published ?? null,
      }),
    );
  });
  if (timed)
    for (const [name, pass] of [
      ['cold', cold],
      ['warm', passThrough(dir, gold, () => {})],
    ] as const)
      report(name, pass);
  return { unit: 'pages', count: cold.pages, cpuMs: cold.cpuMs };
}

function passThrough(dir: string, gold: Gold[], take: (id: string, parsed: ParsedPage | null) => void): Pass {
  const pass: Pass = { pages: 0, cpuMs: 0, news: 0, newsMs: 0, slowestMs: 0, slowest: '' };
  for (const { id, url, html_path: path, stratum } of gold) {
    const bytes = new Uint8Array(gunzipSync(readFileSync(join(dir, path))));
    const before = cpuNowMs();
    const parsed = parsedOrNull(bytes, url);
    const spent = cpuNowMs() - before;
    pass.pages++;
    pass.cpuMs += spent;
    if (stratum === 'news') {
      pass.news++;
      pass.newsMs += spent;
    }
    if (spent > pass.slowestMs) Object.assign(pass, { slowestMs: spent, slowest: id });
    take(id, parsed);
  }
  return pass;
}

function report(name: string, { pages, cpuMs, news, newsMs, slowestMs, slowest }: Pass): void {
  const rate = (count: number, ms: number) => (ms > 0 ? Math.round((count * 10_000) / ms) / 10 : 0);
  console.error(
    `${name} pass: ${rate(pages, cpuMs)} pages per CPU second, news alone ${rate(news, newsMs)}, slowest ${Math.round(slowestMs)} ms (${slowest})`,
  );
}

/** A page the stage refuses is a prediction of nothing. */
export function parsedOrNull(bytes: Uint8Array, url: string, models: ParseModels = {}): ParsedPage | null {
  try {
    return explainPage({ bytes, url, contentType: null }, models).parsed;
  } catch (error) {
    if (error instanceof UnparsablePage) return null;
    throw error;
  }
}
