import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { parse } from 'yaml';
import { freePort, startPostgres, startRedis } from './servers.ts';

type Service = {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test: string[] };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<string, Service>; volumes: object };
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

describe('the desk on servers, as docker-compose.yml lays it out', () => {
  test('PostgreSQL keeps its data and is asked whether it takes connections', () => {
    const postgres = service('postgres');
    expect(postgres.image).toBe('postgres:17');
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(postgres.healthcheck.test).toContain('pg_isready');
  });

  test('Redis appends every job to disk and evicts none', () => {
    const redis = service('redis');
    expect(redis.image).toBe('redis:7');
    expect(redis.command?.join(' ')).toContain('--appendonly yes');
    expect(redis.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(redis.volumes).toEqual(['redis:/data']);
    expect(redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
  });

  test('the desk waits for both, stands on both, and is asked for its health', () => {
    const desk = service('desk');
    expect(desk.build).toBe('.');
    expect(desk.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
    expect(Object.keys(desk.environment ?? {}).sort()).toEqual(['DATABASE_URL', 'REDIS_URL']);
    expect(desk.environment?.DATABASE_URL).toContain('@postgres:5432/wiredesk');
    expect(desk.environment?.REDIS_URL).toBe('redis://redis:6379');
    expect(desk.healthcheck.test.join(' ')).toContain('http://127.0.0.1:8420/healthz');
    expect(desk.volumes).toEqual(['desk:/data']);
    expect(desk.ports).toEqual(['127.0.0.1:8420:8420']);
  });

  test('every named volume is declared', () => {
    expect(Object.keys(compose.volumes).sort()).toEqual(['desk', 'postgres', 'redis']);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  test('runs the same command as the compose file, not as root, without the build tools', () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    const last = stages.at(-1) ?? '';
    expect(last).toMatch(/^USER node$/m);
    expect(JSON.parse(/^CMD (.*)$/m.exec(last)?.[1] ?? '')).toEqual(service('desk').command);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  test('takes no data folder, history or installed package of the host', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const path of ['.git', '.wiredesk', 'node_modules', 'dist']) expect(ignored).toContain(path);
  });
});

const postgres = await startPostgres();
const redis = await startRedis();
const data = mkdtempSync(join(tmpdir(), 'wiredesk-compose-'));
const desks: ChildProcess[] = [];
afterAll(async () => {
  for (const desk of desks) if (desk.exitCode === null) desk.kill('SIGKILL');
  await Promise.all([postgres?.stop(), redis?.stop()]);
  rmSync(data, { recursive: true, force: true });
});

const onServers = postgres && redis ? describe : describe.skip;

onServers('the command of docker-compose.yml, on servers started here', () => {
  /** The compose file's own command: only `/data`, the two addresses and the port are those of this machine. */
  const startDesk = (...more: string[]): { desk: ChildProcess; ended: Promise<number | null>; said: () => string } => {
    const [, ...args] = (service('desk').command ?? []).map((word) => (word === '/data' ? data : word));
    const addresses = { DATABASE_URL: postgres?.url ?? '', REDIS_URL: redis?.url ?? '' };
    expect(Object.keys(addresses)).toEqual(Object.keys(service('desk').environment ?? {}));
    const desk = spawn(process.execPath, [...args, ...more], { cwd: root, env: { ...process.env, ...addresses } });
    desks.push(desk);
    let output = '';
    for (const stream of [desk.stdout, desk.stderr]) stream.on('data', (bytes) => (output += bytes));
    const ended = new Promise<number | null>((resolve) => desk.once('close', resolve));
    return { desk, ended, said: () => output.slice(-4_000) };
  };

  test('takes the sample wire from feed to items and exits 0', async () => {
    const { ended, said } = startDesk('--once', '--port', '0');
    const code = await ended;
    expect({ code, said: code === 0 ? '' : said() }).toEqual({ code: 0, said: '' });

    const client = new pg.Client({ connectionString: postgres?.url });
    await client.connect();
    const { rows } = await client.query(
      'select kind, count(*)::int as items from wiredesk.items group by kind order by kind',
    );
    await client.end();
    expect(rows.map(({ kind }) => kind)).toEqual(['brief', 'story']);

    const connection = new Redis(redis?.url ?? '');
    const keys = await connection.keys('{wiredesk}:*');
    await connection.quit();
    expect(keys.length).toBeGreaterThan(0);
  }, 90_000);

  test('turns healthy by its own health check and leaves on SIGTERM with 0', async () => {
    const port = String(await freePort());
    const { desk, ended, said } = startDesk('--port', port);
    const [, , ...probe] = service('desk').healthcheck.test.map((word) => word.replaceAll('8420', port));
    const check = () =>
      promisify(execFile)(process.execPath, probe).then(
        () => true,
        () => false,
      );
    for (let tries = 0; desk.exitCode === null && tries < 40 && !(await check()); tries++) await pause(250);
    expect({ healthy: await check(), said: desk.exitCode === null ? '' : said() }).toEqual({ healthy: true, said: '' });
    desk.kill('SIGTERM');
    const code = await ended;
    expect({ code, said: code === 0 ? '' : said() }).toEqual({ code: 0, said: '' });
  }, 90_000);
});
