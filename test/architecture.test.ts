import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));
const imports = 'lint/style/noRestrictedImports';

/** Each sentence of ARCHITECTURE.md's import table, broken on purpose: file, line of code, rule that must fire. */
const violations: [file: string, code: string, rule: string][] = [
  ['schemas/a.ts', `import { x } from '../store/items.ts';`, imports],
  ['schemas/b.ts', `import { x } from 'node:fs';`, imports],
  ['schemas/c.ts', `import { x } from 'undici';`, imports],
  ['workers/parse/a.ts', `import { x } from '../../queues/work.ts';`, imports],
  ['workers/parse/b.ts', `import { x } from '../../store/items.ts';`, imports],
  ['workers/parse/c.ts', `import { x } from '../../archive/warc-reader.ts';`, imports],
  ['workers/parse/d.ts', `import { x } from '../../api/app.ts';`, imports],
  ['workers/parse/e.ts', `import { x } from '../../cli/main.ts';`, imports],
  ['workers/parse/f.ts', `import { x } from '../enrich/people.ts';`, imports],
  ['workers/parse/g.ts', `import { x } from './../enrich/people.ts';`, imports],
  ['workers/parse/h.ts', `import { x } from 'bullmq';`, imports],
  ['workers/parse/i.ts', `import { x } from 'pg';`, imports],
  ['workers/parse/j.ts', `import { x } from 'pino';`, imports],
  ['workers/parse/k.ts', `import { x } from 'node:fs';`, imports],
  ['workers/parse/l.ts', `import { x } from 'node:fs/promises';`, imports],
  ['workers/parse/m.ts', `import { randomUUID as x } from 'node:crypto';`, imports],
  ['workers/parse/n.ts', `import { env as x } from 'node:process';`, imports],
  ['workers/parse/o.ts', `import { x } from '../../samples/wire.ts';`, imports],
  ['workers/parse/p.ts', `export const x = () => import('pg');`, imports],
  ['workers/fetch/a.ts', `import { x } from 'undici';`, imports],
  ['workers/fetch/b.ts', `import { connect as x } from 'node:net';`, imports],
  ['workers/fetch/c.ts', `import { x } from 'node:dns/promises';`, imports],
  ['workers/fetch/http/fetcher.ts', `import { x } from '../../store/hosts.ts';`, imports],
  ['workers/fetch/http/guarded-connect.ts', `import { x } from 'undici';`, imports],
  ['workers/enrich/gazetteer/a.ts', `import { x } from '../../parse/dates.ts';`, imports],
  ['workers/enrich/gazetteer/b.ts', `import { x } from '../../../store/items.ts';`, imports],
  ['workers/fetch/worker.ts', `import { x } from 'undici';`, imports],
  ['workers/parse/worker.ts', `import { x } from 'bullmq';`, imports],
  ['workers/enrich/worker.ts', `import { x } from '../parse/parse-page.ts';`, imports],
  ['workers/deliver/worker.ts', `import { x } from '../../api/app.ts';`, imports],
  ['queues/a.ts', `import { x } from '../workers/parse/worker.ts';`, imports],
  ['queues/b.ts', `import { x } from '../store/items.ts';`, imports],
  ['queues/c.ts', `import { x } from '../cli/main.ts';`, imports],
  ['store/a.ts', `import { x } from '../queues/work.ts';`, imports],
  ['store/b.ts', `import { x } from '../workers/parse/items/dates.ts';`, imports],
  ['store/c.ts', `import { x } from 'bullmq';`, imports],
  ['store/migrations/a.ts', `import { x } from '../../queues/work.ts';`, imports],
  ['archive/a.ts', `import { x } from '../queues/work.ts';`, imports],
  ['archive/b.ts', `import { x } from '../api/app.ts';`, imports],
  ['api/a.ts', `import { x } from '../workers/parse/parse-page.ts';`, imports],
  ['api/routes/b.ts', `import { x } from '../../cli/main.ts';`, imports],
  ['api/c.ts', `import { x } from 'bullmq';`, imports],
  ['api/d.ts', `import { x } from 'pg';`, imports],
  ['web/a.js', `import { x } from '../schemas/item.ts';`, imports],
  ['cli/a.ts', `import { x } from '../training/train.ts';`, imports],
  ['cli/b.ts', `import { x } from '../bench/evaluate.ts';`, imports],
  ['cli/c.ts', `import { x } from 'undici';`, imports],
  ['bench/a.ts', `import { x } from '../store/items.ts';`, imports],
  ['bench/b.ts', `import { x } from '../workers/parse/worker.ts';`, imports],
  ['training/a.ts', `import { x } from '../queues/work.ts';`, imports],
  ['training/b.ts', `import { x } from '../cli/main.ts';`, imports],
  ['samples/a.ts', `import { x } from '../workers/parse/parse-page.ts';`, imports],
  ['workers/parse/clock.ts', 'export const x = Date.now();', 'plugin'],
  ['workers/parse/clock-date.ts', 'export const x = new Date();', 'plugin'],
  ['workers/parse/clock-bare.ts', 'export const x = new Date;', 'plugin'],
  ['workers/parse/clock-call.ts', 'export const x = Date();', 'plugin'],
  ['workers/parse/clock-passed.ts', 'export const x = { now: Date.now };', 'plugin'],
  ['workers/enrich/gazetteer/chance.ts', 'export const x = Math.random();', 'plugin'],
  ['workers/fetch/chance.ts', 'export const x = crypto.randomUUID();', 'plugin'],
  ['workers/parse/env.ts', 'export const x = process.env.HOME;', 'lint/style/noProcessEnv'],
  ['store/env.ts', 'export const x = process.env.DATABASE_URL;', 'lint/style/noProcessEnv'],
  ['api/env.ts', `export const x = process.env['PORT'];`, 'lint/style/noProcessEnv'],
  ['bench/env.ts', 'export const x = process.env.HOME;', 'lint/style/noProcessEnv'],
  ['queues/default.ts', 'export default 1;', 'lint/style/noDefaultExport'],
  ['queues/any.ts', 'export const x = (y: any) => y;', 'lint/suspicious/noExplicitAny'],
  ['queues/index.ts', `export * from './work.ts';`, 'lint/performance/noBarrelFile'],
  ['queues/unused.ts', `import { x } from './work.ts';`, 'lint/correctness/noUnusedImports'],
  ['queues/camelCase.ts', 'export const x = 1;', 'lint/style/useFilenamingConvention'],
  ['queues/enum.ts', 'export enum Exit { done }', 'lint/style/noEnum'],
];

/** What the table allows must stay silent, or the fence would be a wall. */
const allowed: [file: string, code: string][] = [
  ['schemas/ok.ts', `import { z } from 'zod';\nimport { y } from './item.ts';\nexport const x = [z, y];`],
  [
    'workers/parse/ok.ts',
    `import { load } from 'cheerio/slim';\nimport type { Item } from '../../schemas/item.ts';\nimport { y } from './rules/labels.ts';\nexport const x = (item: Item) => [load, y, item];`,
  ],
  ['workers/parse/ok-hash.ts', `import { createHash } from 'node:crypto';\nexport const x = createHash;`],
  [
    'workers/parse/ok-date.ts',
    `export const x = (ms: number) => [new Date(ms), Date.UTC(2026, 1), Date.parse('2026-01-01')];`,
  ],
  [
    'workers/enrich/gazetteer/ok.ts',
    `import type { Item } from '../../../schemas/item.ts';\nimport { y } from '../fold.ts';\nexport const x = (item: Item) => [item, y];`,
  ],
  [
    'workers/fetch/http/fetcher.ts',
    `import { request } from 'undici';\nimport { y } from './guarded-connect.ts';\nexport const x = [request, y, performance.now()];`,
  ],
  [
    'workers/fetch/http/guarded-connect.ts',
    `import { lookup } from 'node:dns/promises';\nimport { connect } from 'node:net';\nexport const x = [lookup, connect];`,
  ],
  [
    'workers/parse/worker.ts',
    `import { b } from '../../archive/warc-reader.ts';\nimport { c } from '../../queues/work.ts';\nimport { a } from '../../store/items.ts';\nimport { d } from './parse-page.ts';\nexport const x = [a, b, c, d, Date.now()];`,
  ],
  [
    'queues/ok.ts',
    `import { Queue } from 'bullmq';\nimport { a } from '../store/database.ts';\nexport const x = [Queue, a];`,
  ],
  [
    'store/ok.ts',
    `import { readFile } from 'node:fs/promises';\nimport pg from 'pg';\nexport const x = [readFile, pg];`,
  ],
  [
    'api/ok.ts',
    `import fastify from 'fastify';\nimport { b } from '../queues/work.ts';\nimport { a } from '../store/items.ts';\nexport const x = [fastify, a, b];`,
  ],
  [
    'cli/ok.ts',
    `import { b } from '../api/app.ts';\nimport { c } from '../samples/wire.ts';\nimport { a } from '../workers/fetch/http/fetcher.ts';\nexport const x = [a, b, c, process.env.DATABASE_URL];`,
  ],
  [
    'bench/ok.ts',
    `import { readFile } from 'node:fs/promises';\nimport { a } from '../workers/parse/parse-page.ts';\nexport const x = [readFile, a];`,
  ],
];

type Finding = { category: string; path: string };

const scratch = mkdtempSync(join(tmpdir(), 'wiredesk-architecture-'));
let broken: Finding[] = [];
let kept: Finding[] = [];

const lint = (name: string, files: [file: string, code: string][]): Finding[] => {
  const folder = join(scratch, name);
  for (const [file, code] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  for (const part of ['biome.json', 'lint']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 });
  try {
    const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
    return report.diagnostics.map(({ category, location }) => ({ category, path: location.path }));
  } catch {
    throw new Error(`biome gave no report: ${stdout.slice(0, 300)} ${stderr.slice(0, 300)}`);
  }
};

beforeAll(() => {
  broken = lint(
    'broken',
    violations.map(([file, code]) => [file, code]),
  );
  kept = lint('kept', allowed);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the import table is enforced', () => {
  test.each(violations)('%s may not say: %s', (file, _code, rule) => {
    expect(broken.filter(({ path }) => path === file).map(({ category }) => category)).toContain(rule);
  });

  test('what the table allows is left alone', () => {
    expect(kept).toEqual([]);
  });
});
