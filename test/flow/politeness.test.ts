import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageRoot } from '../../cli/package-root.ts';
import type { TestServer } from '../servers.ts';
import { startPostgres } from '../servers.ts';
import { closeAll, serve } from '../workers/fetch/loopback.ts';
import { temporaryFolder, until } from './desk.ts';

const delayMs = 100;
const pages = 30;
const processes = 4;

const folder = temporaryFolder();
const desks: ChildProcess[] = [];
let postgres: TestServer | null;

beforeAll(async () => {
  const build = spawnSync('npm', ['run', '-s', 'build'], { cwd: packageRoot(), encoding: 'utf8' });
  expect(build.stdout + build.stderr).toBe('');
  postgres = await startPostgres();
});

afterAll(async () => {
  for (const desk of desks) desk.kill('SIGKILL');
  await postgres?.stop();
  await closeAll();
  folder.dispose();
});

/** A process of its own with the desk in it; `pagesDone` tells the pages that it fetched, by its log. */
function startDesk(name: string, config: string, env: NodeJS.ProcessEnv) {
  const args = ['dist/cli/main.js', 'start', '--port', '0', '--data', join(folder.path, name), '--feeds', config];
  const desk = spawn(process.execPath, args, { cwd: packageRoot(), env, stdio: ['ignore', 'ignore', 'pipe'] });
  desks.push(desk);
  let log = '';
  desk.stderr.setEncoding('utf8');
  desk.stderr.on('data', (text: string) => {
    log += text;
  });
  return {
    desk,
    pagesDone: () => log.split('\n').filter((line) => /"fetch-page".*"outcome":"done"/.test(line)).length,
  };
}

test('four processes together ask a host no more often than one may', async () => {
  if (!postgres) return;
  const asked: number[] = [];
  const site = await serve(({ url = '' }, response) => {
    asked.push(performance.now());
    if (url === '/robots.txt') return response.writeHead(404).end();
    if (url.startsWith('/p/'))
      return response.writeHead(200, { 'content-type': 'text/plain' }).end('Harbour talks resume.');
    const items = Array.from({ length: pages }, (_, n) => `<item><link>${site.url}/p/${n}</link></item>`);
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`);
  });
  const config = join(folder.path, 'wiredesk.config.json');
  const feeds = [{ url: `${site.url}/rss`, intervalMs: 3_600_000 }];
  writeFileSync(config, JSON.stringify({ feeds, hostDelayMs: delayMs, allowPrivate: ['127.0.0.1'] }));
  const env = { ...process.env, DATABASE_URL: postgres.url, REDIS_URL: '' };
  const all = Array.from({ length: processes }, (_, n) => startDesk(`desk-${n}`, config, env));
  await until(async () => asked.length >= pages + 2, 60_000);

  // A turn is the earliest moment of a request: a busy machine sends some late, never one early. Only how late the first
  // was is unknown, and robots.txt waits for none.
  const firstLateMs = 500;
  for (const [turn, at] of asked.entries())
    expect(at - (asked[0] ?? 0)).toBeGreaterThanOrEqual((turn - 1) * delayMs - firstLateMs);
  await until(async () => all.reduce((sum, { pagesDone }) => sum + pagesDone(), 0) === pages, 20_000);
  expect(all.filter(({ pagesDone }) => pagesDone() > 0).length).toBeGreaterThan(1);
  for (const { desk } of all) {
    expect(desk.exitCode).toBeNull();
    desk.kill('SIGKILL');
    await once(desk, 'exit');
  }
}, 120_000);
