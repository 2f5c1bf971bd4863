import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseModels } from '../workers/parse/parse-page.ts';
import { parsedOrNull } from './articles.ts';
import { cpuNowMs, type Timing } from './timing.ts';

/** Prints the story and the briefs of every page of a digest set: `dir`/html/<id>.html, or else `dir`/raw/<id>.txt. */
export async function evaluateDigests(dir: string): Promise<Timing> {
  const ids = readdirSync(join(dir, 'gold'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  let cpuMs = 0;
  for (const id of ids) {
    const html = join(dir, 'html', `${id}.html`);
    const bytes = new Uint8Array(readFileSync(existsSync(html) ? html : join(dir, 'raw', `${id}.txt`)));
    const before = cpuNowMs();
    const line = digestLine(id, bytes);
    cpuMs += cpuNowMs() - before;
    console.log(JSON.stringify(line));
  }
  return { unit: 'pages', count: ids.length, cpuMs };
}

export type DigestLine = {
  id: string;
  title: string | null;
  main: { text: string };
  briefs: { heading: string | null; section: string | null; text: string; date: string | null }[];
};

/** What the parse stage makes of one page, as the digest set's scorer reads it. */
export function digestLine(id: string, bytes: Uint8Array, models: ParseModels = {}): DigestLine {
  const parsed = parsedOrNull(bytes, 'about:blank', models);
  const items = parsed?.items ?? [];
  const story = items.find((item) => item.kind === 'story');
  const briefs = items
    .filter((item) => item.kind === 'brief')
    .map(({ headline, section, body, date }) => ({ heading: headline, section, text: body, date: date.value }));
  return { id, title: parsed?.page.title ?? null, main: { text: story?.body ?? '' }, briefs };
}
