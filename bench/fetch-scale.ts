import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feedOf } from './fetch-site.ts';

/** 100,000 feeds an hour. */
const wantedPerSecond = 28;
const windowMs = 15_000;

/**
 * Registers `feeds` feeds with a desk of its own (embedded home), each on a host of its own, due anew every `feeds`/28 s,
 * and prints the polls a second and the desk's memory in windows of 15 s. Answers 1 when the last windows do not keep up.
 */
export async function benchScale(feeds: number, minutes: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  const site = await servePolls();
  const desk = startDesk(folder, site.port, feeds);
  try {
    const rates = await watch(desk, site, minutes);
    const steady = rates.slice(Math.floor(rates.length / 2));
    const mean = steady.reduce((sum, polls) => sum + polls, 0) / steady.length;
    console.log(`${feeds} feeds: ${mean.toFixed(1)} polls/s over the second half, ${wantedPerSecond} wanted`);
    return mean >= wantedPerSecond ? 0 : 1;
  } finally {
    desk.kill('SIGKILL');
    site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watch(desk: ChildProcess, site: { polls(): number }, minutes: number): Promise<number[]> {
  const startedAt = Date.now();
  while (site.polls() === 0) {
    if (desk.exitCode !== null) throw new Error('the desk ended; run it by hand to see why');
    await pause(500);
  }
  console.log(`registered, first poll after ${Math.round((Date.now() - startedAt) / 1000)} s`);
  const rates: number[] = [];
  for (const end = Date.now() + minutes * 60_000; Date.now() < end; ) {
    const before = site.polls();
    const cpuBefore = cpuSeconds(desk.pid ?? 0);
    await pause(windowMs);
    const rate = ((site.polls() - before) * 1000) / windowMs;
    rates.push(rate);
    const cores = ((cpuSeconds(desk.pid ?? 0) - cpuBefore) * 1000) / windowMs;
    const perCpu = (rate / cores).toFixed(1);
    console.log(
      `${rate.toFixed(1).padStart(6)} polls/s  ${cores.toFixed(2)} cores  ${perCpu} polls per CPU second  ${memoryMb(desk.pid ?? 0)} MB`,
    );
  }
  return rates;
}

function startDesk(folder: string, port: number, feeds: number): ChildProcess {
  const config = join(folder, 'wiredesk.config.json');
  const hosts = Array.from({ length: feeds }, (_, n) => `127.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`);
  const intervalMs = Math.round((feeds * 1000) / wantedPerSecond);
  writeFileSync(
    config,
    JSON.stringify({
      feeds: hosts.map((host) => ({ url: `http://${host}:${port}/rss`, intervalMs })),
      allowPrivate: ['127.0.0.0/8'],
      port: 0,
    }),
  );
  const main = fileURLToPath(new URL('../cli/main.js', import.meta.url));
  const args = [main, 'start', '--feeds', config, '--data', join(folder, 'desk'), '--log-level', 'error'];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Every host answers the same feed, whose entries name the same thirty pages: polling is measured, not capturing. */
async function servePolls(): Promise<{ port: number; polls(): number; close(): void }> {
  let polls = 0;
  const feed = feedOf((n) => `http://127.0.0.1:9/p/${n}`);
  const server = http.createServer((request, response) => {
    if (request.url === '/rss') polls++;
    // Half of the hosts know conditional requests; the others send all of it each time.
    const etag = /[02468]:\d+$/.test(request.headers.host ?? '') ? { etag: '"1"' } : {};
    if (request.headers['if-none-match']) return response.writeHead(304, etag).end();
    return response.writeHead(200, { 'content-type': 'application/rss+xml', ...etag }).end(feed);
  });
  await new Promise<void>((ready) => server.listen(0, '0.0.0.0', ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, polls: () => polls, close };
}

/** User and system time of a process so far; Linux counts it in hundredths of a second. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Resident memory, as Linux tells it. */
function memoryMb(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kb) / 1024);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
