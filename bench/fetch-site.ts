import http from 'node:http';
import type { AddressInfo } from 'node:net';

const paragraph = '<p>A paragraph of a page on loopback, long enough to be one, and no word of it matters.</p>';
const page = Buffer.from(
  `<!doctype html><html><head><title>Page</title></head><body>${paragraph.repeat(500)}</body></html>`,
);

/** A feed of 30 entries; `link` names the page of each. */
export const feedOf = (link: (n: number) => string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Bench</title><link>http://127.0.0.1/</link>${Array.from(
      { length: 30 },
      (_, n) =>
        `<item><title>Entry ${n}: the harbour and the ferry</title><link>${link(n)}</link><guid>bench-${n}</guid><description>Talks on the ferry line resume.</description><pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate></item>`,
    ).join('')}</channel></rss>`,
  );

/** Serves `/p/…` (a page of 45 kB) and `/f/…` (a feed) on every loopback address. */
export async function serveSite(): Promise<{ url: string; pageBytes: number; close(): void }> {
  const feed = feedOf((n) => `http://127.0.0.1/p/${n}`);
  const server = http.createServer((request, response) => {
    const isFeed = request.url?.startsWith('/f/');
    response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8' });
    response.end(isFeed ? feed : page);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pageBytes: page.byteLength, close };
}
