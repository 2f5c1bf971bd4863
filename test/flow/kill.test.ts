import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openDesk } from '../../cli/compose.ts';
import { packageRoot } from '../../cli/package-root.ts';
import { allItems, essences, temporaryFolder } from './desk.ts';

const undisturbed = temporaryFolder();
const killed = temporaryFolder();
const main = join(packageRoot(), 'dist', 'cli', 'main.js');

beforeAll(async () => {
  const build = spawn(
    process.execPath,
    [join(packageRoot(), 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: packageRoot(), stdio: 'inherit' },
  );
  const [code] = (await once(build, 'exit')) as [number];
  expect(code).toBe(0);
});

afterAll(() => {
  undisturbed.dispose();
  killed.dispose();
});

function startDesk(dataDir: string) {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '' };
  return spawn(process.execPath, [main, 'start', '--once', '--data', dataDir, '--log-level', 'info'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function runToEnd(dataDir: string): Promise<number> {
  const desk = startDesk(dataDir);
  desk.stderr.resume();
  const [code] = (await once(desk, 'exit')) as [number];
  return code;
}

/** Kills the desk, with no chance to tidy up, when its log has told of `jobs` ended jobs. */
async function killAfter(dataDir: string, jobs: number): Promise<void> {
  const desk = startDesk(dataDir);
  let told = 0;
  desk.stderr.setEncoding('utf8');
  desk.stderr.on('data', (text: string) => {
    told += text.split('"outcome"').length - 1;
    if (told >= jobs) desk.kill('SIGKILL');
  });
  await once(desk, 'exit');
}

async function itemsIn(dataDir: string) {
  const open = await openDesk({ dataDir, databaseUrl: null, redisUrl: null });
  try {
    // A page that was first fetched after its correction has one version, not two.
    return essences(await allItems(open)).map((item) => ({ ...item, version: null }));
  } finally {
    await open.close();
  }
}

test('a desk killed amid its work and started again has exactly the items of an undisturbed run', async () => {
  // Twice, as the killed desk starts more than once: the sample wire corrects a page for whoever comes again.
  expect(await runToEnd(undisturbed.path)).toBe(0);
  expect(await runToEnd(undisturbed.path)).toBe(0);
  await killAfter(killed.path, 3);
  await killAfter(killed.path, 9);
  expect(await runToEnd(killed.path)).toBe(0);
  const expected = await itemsIn(undisturbed.path);
  expect(expected.length).toBeGreaterThan(30);
  expect(await itemsIn(killed.path)).toEqual(expected);
}, 180_000);
