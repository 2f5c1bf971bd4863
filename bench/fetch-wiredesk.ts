import { readFeed } from '../workers/fetch/feed/read-feed.ts';
import { createFetcher } from '../workers/fetch/http/fetcher.ts';

const [prefix = '', count = '', concurrency = '', kind = ''] = process.argv.slice(2);

const fetcher = createFetcher({ isBlocked: () => false, perHost: Number(concurrency) });
let next = 0;
let done = 0;

async function work(): Promise<void> {
  while (next < Number(count)) {
    const { body, headers, finalUrl } = await fetcher.fetch(`${prefix}${next++}`);
    if (!body) continue;
    if (kind === 'page') done++;
    else if ((await readFeed(body, headers, finalUrl)).entries.length === 30) done++;
  }
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: Number(concurrency) }, work));
console.log(`${Math.round(performance.now() - startedAt)} ${done}`);
await fetcher.close();
