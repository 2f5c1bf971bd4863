import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher } from '../workers/fetch/fetcher.ts';
import { readFeed } from '../workers/fetch/read-feed.ts';

/** Requests in flight at once, for every contestant. */
const concurrency = 32;

const page = `<html><body>${'<p>A paragraph of a page on loopback, long enough to be one.</p>'.repeat(300)}</body></html>`;
const feed = `<rss version="2.0"><channel><title>Bench</title>${Array.from(
  { length: 30 },
  (_, n) =>
    `<item><title>Entry ${n}</title><link>http://127.0.0.1/p/${n}</link><guid>${n}</guid><pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate></item>`,
).join('')}</channel></rss>`;

/** Prints feeds and pages a second of the desk's fetcher on a loopback site: `bench fetch [--count N]`. */
export async function benchFetch(args: string[]): Promise<number> {
  const at = args.indexOf('--count');
  const count = at < 0 ? 3000 : Number(args[at + 1]);
  if (!(count > 0)) {
    console.error('usage: bench fetch [--count N], N requests of each kind');
    return 2;
  }
  const site = await serveSite();
  const fetcher = createFetcher({ isBlocked: () => false, perHost: concurrency });
  try {
    const pages = await rate(count, async (n) => void (await fetcher.fetch(`${site.url}/p/${n}`)));
    const feeds = await rate(count, async (n) => {
      const { body, headers, finalUrl } = await fetcher.fetch(`${site.url}/f/${n}`);
      await readFeed(body ?? new Uint8Array(), headers, finalUrl);
    });
    console.log(`wiredesk  ${pages} pages/s  ${feeds} feeds/s  (${count} each, ${concurrency} at once)`);
    return 0;
  } finally {
    await fetcher.close();
    site.close();
  }
}

/** Runs `work` for 0 … count-1, `concurrency` at once, and tells how many a second. */
async function rate(count: number, work: (n: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  const line = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, line));
  return Math.round((count * 1000) / (performance.now() - startedAt));
}

async function serveSite(): Promise<{ url: string; close(): void }> {
  const server = http.createServer((request, response) => {
    const isFeed = request.url?.startsWith('/f/');
    response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' });
    response.end(isFeed ? feed : page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
