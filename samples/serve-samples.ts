import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SampleFeed {
  url: string;
  publisher: string;
  title: string;
}

export interface SampleServer {
  url: string;
  port: number;
  feeds: SampleFeed[];
  close(): Promise<void>;
}

/** The invented publishers and their feeds; the last one is broken on purpose. */
const feeds = [
  { path: '/caspian/feed.xml', publisher: 'Caspian Ledger', title: 'Caspian Ledger' },
  { path: '/boreal/atom.xml', publisher: 'Boreal Wire', title: 'Boreal Wire' },
  { path: '/meridian/feed.json', publisher: 'Meridian Press', title: 'Meridian Press' },
  { path: '/strait/rss.xml', publisher: 'Boğaz Haber', title: 'Boğaz Haber' },
  { path: '/broken/feed.xml', publisher: 'Harbour Bulletin', title: 'Harbour Bulletin' },
];

/** The page that its publisher corrects after the first poll, the feed that tells so, and the page that was taken down. */
const correctedPage = '/caspian/ferry-line.html';
const correctingFeed = '/caspian/feed.xml';
const gonePage = '/caspian/withdrawn.html';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/feed+json; charset=utf-8',
};
/** Its bytes are windows-1251, which only its own meta element tells, as old newsrooms' pages do. */
const undeclared = '/strait/svodka.html';

/**
 * Serves the sample correspondents' site on loopback (`port` 0 or none: any free one). From the second poll of the
 * correcting feed on, or its first conditional one, the feed and its page come in their corrected edition.
 */
export async function serveSamples({ port = 0 }: { port?: number } = {}): Promise<SampleServer> {
  const site = join(packageRoot(), 'samples', 'wire');
  let polls = 0;
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === null) return end(response, 400, 'text/plain', Buffer.from('No such address.\n'));
    // A conditional request comes from a desk that polled before, perhaps as another process: it must not see the first edition again.
    if (path === correctingFeed) polls += request.headers['if-none-match'] ? 2 : 1;
    answer(request, response, site, path, polls > 1);
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', ready);
  });
  const address = server.address();
  const taken = address !== null && typeof address === 'object' ? address.port : port;
  const url = `http://127.0.0.1:${taken}`;
  return {
    url,
    port: taken,
    feeds: feeds.map(({ path, publisher, title }) => ({ url: `${url}${path}`, publisher, title })),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, site: string, path: string, second: boolean): void {
  if (path === gonePage) return end(response, 410, 'text/plain', Buffer.from('This page was withdrawn.\n'));
  const file = fileFor(site, path, second);
  if (!file) return end(response, 404, 'text/plain', Buffer.from('No such page.\n'));
  const type = path === undeclared ? 'text/html' : (contentTypes[extname(path)] ?? 'application/octet-stream');
  const body = withOrigin(readFileSync(file), path, `http://${request.headers.host}`);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) return end(response, 304, type, null);
  end(response, 200, type, body);
}

/** The decoded path, or null when the address is malformed: a throw inside the listener would end the desk's own process. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://samples').pathname);
  } catch {
    return null;
  }
}

/** The file of a path; the second edition of `x.html` is `x.second.html`. */
function fileFor(site: string, path: string, second: boolean): string | null {
  const plain = join(site, normalize(path));
  const edited = plain.replace(/(\.\w+)$/, '.second$1');
  if (second && [correctedPage, correctingFeed].includes(path) && existsSync(edited)) return edited;
  return existsSync(plain) && statSync(plain).isFile() ? plain : null;
}

/** Feeds name their pages by `{{origin}}`, since the port is not known before; windows-1251 bytes stay untouched. */
const withOrigin = (body: Buffer, path: string, origin: string): Buffer =>
  path === undeclared ? body : Buffer.from(body.toString('utf8').replaceAll('{{origin}}', origin));

function end(response: ServerResponse, status: number, type: string, body: Buffer | null): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
