import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A throw-away server of one test file; `stop` ends it and removes its data. */
export type TestServer = { url: string; stop: () => Promise<void> };

type Account = { uid: number; gid: number };

/** 30 s: a cold initdb takes 3 s on a laptop, and several times that on a shared CI machine. */
const startDeadlineMs = 30_000;

/** True where a suite over PostgreSQL or Redis must fail rather than be skipped (`WIREDESK_REQUIRE_SERVERS`, set by `.ci/run`). */
export const serversRequired = (): boolean => Boolean(process.env.WIREDESK_REQUIRE_SERVERS);

/** Starts an empty PostgreSQL on a free loopback port, or makes an empty database at `TEST_DATABASE_URL`; null when no server can be had, an error instead when servers are required. */
export const startPostgres = (): Promise<TestServer | null> =>
  orNothing('PostgreSQL', async () => {
    const given = process.env.TEST_DATABASE_URL;
    if (given) return databaseAt(given);
    const initdb = findBinary('initdb');
    const postgres = findBinary('postgres');
    return initdb && postgres ? launchPostgres(initdb, postgres) : null;
  });

/** Starts an empty Redis (nothing saved, `noeviction`) on a free loopback port, or uses `TEST_REDIS_URL` as it stands; null when no server can be had, an error instead when servers are required. */
export const startRedis = (): Promise<TestServer | null> =>
  orNothing('Redis', async () => {
    const given = process.env.TEST_REDIS_URL;
    if (given) return { url: given, stop: async () => {} };
    const redis = findBinary('redis-server');
    return redis ? launchRedis(redis) : null;
  });

const orNothing = async (name: string, start: () => Promise<TestServer | null>): Promise<TestServer | null> => {
  try {
    const server = await start();
    if (server || !serversRequired()) return server;
  } catch (error) {
    if (serversRequired()) throw error;
    process.stderr.write(`${name} is left out: ${String(error)}\n`);
    return null;
  }
  throw new Error(`${name} is required (WIREDESK_REQUIRE_SERVERS) but its server program was not found`);
};

const launchPostgres = async (initdb: string, postgres: string): Promise<TestServer> => {
  const account = serverAccount();
  const folder = makeFolder('wiredesk-pg-', account);
  const data = join(folder, 'data');
  try {
    const options = { ...account, cwd: folder, stdio: 'pipe' } as const;
    execFileSync(initdb, ['-D', data, '-A', 'trust', '-U', 'wiredesk', '-E', 'UTF8', '--locale=C', '-N'], options);
    const port = await freePort();
    // No socket file: Debian's default folder for it belongs to another account. No fsync: the data dies with the test.
    const settings = [
      'unix_socket_directories=',
      'fsync=off',
      'full_page_writes=off',
      'max_connections=200',
      'shared_buffers=32MB',
    ];
    const child = launch(
      postgres,
      ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
      folder,
      account,
    );
    const url = `postgres://wiredesk@127.0.0.1:${port}/postgres`;
    await untilReady(child, () => query(url, 'select 1'));
    return { url, stop: () => end(child, 'SIGINT', folder) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

const launchRedis = async (redis: string): Promise<TestServer> => {
  const folder = makeFolder('wiredesk-redis-', {});
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = launch(redis, [...args, '--maxmemory-policy', 'noeviction'], folder, {});
  try {
    await untilReady(child, () => ping(port));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child, 'SIGTERM', folder) };
};

const databaseAt = async (server: string): Promise<TestServer> => {
  const name = `wiredesk_test_${process.pid}_${Date.now()}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => query(server, `drop database if exists ${name} with (force)`) };
};

/** PostgreSQL refuses to run as root, so root hands it to the account that Debian's package makes. */
const serverAccount = (): Account | Record<string, never> => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const makeFolder = (prefix: string, account: Partial<Account>): string => {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
};

/** Debian keeps PostgreSQL's server programs out of PATH, one folder a version: the newest is taken. */
const findBinary = (name: string): string | null => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(root, version, 'bin')),
  ];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
};

const launch = (binary: string, args: string[], cwd: string, account: Partial<Account>): ChildProcess => {
  const child = spawn(binary, args, { ...account, cwd, stdio: 'ignore' });
  // A test run that dies must not leave a server behind; SIGQUIT is PostgreSQL's immediate stop and ends Redis too.
  const kill = () => child.kill('SIGQUIT');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  child.once('error', () => process.removeListener('exit', kill));
  return child;
};

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

const untilReady = async (child: ChildProcess, probe: () => Promise<void>): Promise<void> => {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (hasEnded(child))
        throw new Error(`${child.spawnfile} ended at once with ${child.exitCode ?? child.signalCode ?? 'no process'}`);
      if (Date.now() < deadline) await pause(50);
      else {
        child.kill('SIGKILL');
        throw error;
      }
    }
  }
};

const end = async (child: ChildProcess, signal: NodeJS.Signals, folder: string): Promise<void> => {
  if (!hasEnded(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const giveUp = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(giveUp);
  }
  rmSync(folder, { recursive: true, force: true });
};

const query = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const ping = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => {
      socket.destroy();
      if (bytes.toString().startsWith('+PONG')) resolve();
      else reject(new Error(`Redis answered ${bytes.toString().trim()}`));
    });
    socket.once('error', reject);
  });

/** A loopback TCP port that nobody listened on a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
