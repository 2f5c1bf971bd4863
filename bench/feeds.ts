import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFeed } from '../workers/fetch/feed/read-feed.ts';
import type { Timing } from './timing.ts';
import { cpuNowMs } from './timing.ts';

interface FeedCase {
  id: string;
  file: string;
  url: string | null;
  headers: Record<string, string>;
}

/**
 * Prints what `readFeed` makes of every case of `file`, one JSON object a line; the bytes stand in `dir`/<case.file>.
 * Returns the processor time of reading alone, in milliseconds.
 */
export async function evaluateFeeds(file: string, dir: string): Promise<Timing> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const cases = lines
    .map((line) => JSON.parse(line) as FeedCase)
    .map((one) => ({ ...one, bytes: new Uint8Array(readFileSync(join(dir, one.file))) }));
  let cpuMs = 0;
  for (const one of cases) {
    const headers = Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const before = cpuNowMs();
    const found = await readFeed(one.bytes, headers, one.url ?? '').catch((error: Error) => ({ error: error.message }));
    cpuMs += cpuNowMs() - before;
    console.log(JSON.stringify({ id: one.id, ...found }));
  }
  return { unit: 'feeds', count: cases.length, cpuMs };
}
