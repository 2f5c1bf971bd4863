import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import RssParser from 'rss-parser';

/** What the bench uses of @crawlee/http, which stands in a folder of its own and has no types here. */
interface Crawlee {
  Configuration: new (options: object) => object;
  HttpCrawler: new (options: object, configuration: object) => { run(urls: string[]): Promise<unknown> };
}

const [folder = '', prefix = '', count = '', concurrency = '', kind = ''] = process.argv.slice(2);
const { HttpCrawler, Configuration } = createRequire(resolve(folder, 'package.json'))('@crawlee/http') as Crawlee;

const parser = new RssParser();
let done = 0;
const crawler = new HttpCrawler(
  {
    minConcurrency: Number(concurrency),
    maxConcurrency: Number(concurrency),
    useSessionPool: false,
    additionalMimeTypes: ['application/rss+xml'],
    statisticsOptions: { logIntervalSecs: 3600 },
    async requestHandler({ body }: { body: Buffer | string }) {
      if (kind === 'page') done++;
      else if ((await parser.parseString(body.toString())).items.length === 30) done++;
    },
  },
  new Configuration({ persistStorage: false, logLevel: 'ERROR' }),
);
const startedAt = performance.now();
await crawler.run(Array.from({ length: Number(count) }, (_, n) => `${prefix}${n}`));
console.log(`${Math.round(performance.now() - startedAt)} ${done}`);
