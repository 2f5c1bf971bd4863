import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { benchScale } from './fetch-scale.ts';
import { scrapySpider } from './fetch-scrapy.ts';
import { serveSite } from './fetch-site.ts';

const usage = `usage: bench fetch [--count N] [--crawlee DIR] | bench fetch --scale N [--minutes M]
  N requests for pages and N for feeds, on one loopback site, by wiredesk's fetcher, Crawlee's HttpCrawler and Scrapy, each in
  a process of its own. Crawlee is no dependency: mkdir DIR && cd DIR && npm init -y && npm install @crawlee/http@3.18.1.
  Scrapy is Debian's python3-scrapy, where it is installed.
  --scale registers N feeds with a desk of its own, due anew every N/28 s, and tells its polls a second and its memory.`;

/** Requests in flight at once, for every contestant. */
const concurrency = 32;
const run = promisify(execFile);

interface Contestant {
  name: string;
  command: string;
  args: string[];
  absent: RegExp;
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** `bench fetch`: see its usage. Answers the process's exit code. */
export async function benchFetch(args: string[]): Promise<number> {
  const value = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : null);
  const [count, scale, minutes] = ['--count', '--scale', '--minutes'].map((name) => Number(value(name) ?? Number.NaN));
  if (args.length % 2 !== 0 || args.some((arg) => arg.startsWith('--') && !usage.includes(arg))) {
    console.error(usage);
    return 2;
  }
  if (scale) return benchScale(scale, minutes || 3);
  await contest(count || 3000, value('--crawlee') ?? '.');
  return 0;
}

async function contest(count: number, crawleeFolder: string): Promise<void> {
  const contestants: Contestant[] = [
    { name: 'wiredesk', command: process.execPath, args: [script('fetch-wiredesk.js')], absent: /^$/ },
    {
      name: 'Crawlee',
      command: process.execPath,
      args: [script('fetch-crawlee.js'), crawleeFolder],
      absent: /Cannot find module '@crawlee\/http'/,
    },
    { name: 'Scrapy', command: '/usr/bin/python3', args: ['-c', scrapySpider], absent: /No module named|ENOENT/ },
  ];
  const site = await serveSite();
  try {
    console.log(`${count} pages of ${site.pageBytes} bytes and ${count} feeds of 30 entries, ${concurrency} at once`);
    for (const contestant of contestants) {
      const pages = await rate(contestant, `${site.url}/p/`, count, 'page');
      const feeds = pages === null ? null : await rate(contestant, `${site.url}/f/`, count, 'feed');
      const told = pages === null ? 'is not installed' : `${pages} pages/s  ${feeds} feeds/s`;
      console.log(`${contestant.name.padEnd(9)} ${told}`);
    }
  } finally {
    site.close();
  }
}

/** A contestant prints the milliseconds that its requests took; null when it is not installed. */
async function rate(
  { command, args, absent }: Contestant,
  prefix: string,
  count: number,
  kind: 'page' | 'feed',
): Promise<number | null> {
  try {
    const { stdout } = await run(command, [...args, prefix, String(count), String(concurrency), kind]);
    const [ms, done] = (stdout.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    if (done !== count || !ms) throw new Error(`${command} did ${done} of ${count}`);
    return Math.round((count * 1000) / ms);
  } catch (error) {
    if (absent.test((error as Error).message)) return null;
    throw error;
  }
}
