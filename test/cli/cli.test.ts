import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../cli/package-root.ts';
import { temporaryFolder } from '../flow/desk.ts';

const folder = temporaryFolder();
const main = join(packageRoot(), 'dist', 'cli', 'main.js');

function wiredesk(args: string[], input?: string | Buffer) {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '' };
  const done = spawnSync(process.execPath, [main, ...args], {
    cwd: folder.path,
    env,
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

beforeAll(() => {
  const build = spawnSync('npm', ['run', '-s', 'build'], { cwd: packageRoot(), encoding: 'utf8' });
  expect(build.stdout + build.stderr).toBe('');
});

afterAll(() => folder.dispose());

const page = `Harbour talks end with a ferry accord
Georgia and Turkey agreed on Monday to reopen the ferry line between Batumi and Trabzon, the Georgian Foreign Ministry said after two days of talks in Tbilisi.

The line was closed in March after a storm destroyed the pier. Repairs will cost about 12 million euros and end before the summer season, the ministry said.
`;

describe('the command line', () => {
  test('parse reads plain copy from standard input and prints JSON when piped', () => {
    const { code, out } = wiredesk(['parse', '-'], page);
    expect(code).toBe(0);
    const parsed = JSON.parse(out);
    expect(parsed.items).toHaveLength(1);
    expect(parsed.items[0]).toMatchObject({ kind: 'story', headline: 'Harbour talks end with a ferry accord' });
    expect(parsed.items[0].countries.map((country: { code: string }) => country.code).sort()).toEqual(['GE', 'TR']);
  });

  test('enrich tags any text: JSON when piped, offsets in the headline and the body, and by which versions', () => {
    const { code, out } = wiredesk(['enrich', '-'], page.replace('accord\n', 'accord\n\n'));
    expect(code).toBe(0);
    const tagged = JSON.parse(out);
    expect(tagged).toMatchObject({ headline: 'Harbour talks end with a ferry accord', language: 'en' });
    expect(tagged.countries.map((country: { code: string }) => country.code).sort()).toEqual(['GE', 'TR']);
    for (const { in: field, start, end, text } of tagged.countries[0].mentions)
      expect(tagged[field].slice(start, end)).toBe(text);
    expect(tagged.provenance).toMatchObject({ enricher: expect.any(String), models: expect.any(Object) });
  });

  test.each([
    [['parse'], 'takes one FILE'],
    [['profile', 'test', 'a.json'], 'at least one PAGE'],
    [['parse', '--colour', 'x'], '--colour'],
    [['fly'], 'unknown command: fly'],
    [['start', 'not-an-address'], 'not-an-address'],
    [['start', '--port', 'many'], '--port many'],
    [['start', '--contact', 'me and you'], '--contact me and you'],
    [['start', '--log-level', 'loud'], 'loud'],
    [['start', '--allow-private', '10.0.0.0/99', 'http://10.0.0.1/'], '10.0.0.0/99'],
    [['replay', '--stage', 'print'], '--stage print'],
    [['replay', '--stage', 'parse'], '--reason'],
    [['feeds', 'eat'], 'feeds eat'],
    [['enrich'], 'one FILE'],
    [['enrich', 'https://example.org/page'], 'wiredesk parse'],
    [['enrich', '-', '--language', 'english!'], '--language english!'],
    [['people', 'eat'], 'people eat'],
    [['people', 'merge', 'one'], '--into'],
    [['people', 'split', 'one'], '--item'],
    [['people', 'undo', 'last'], 'undo last'],
    [['people', 'import'], 'one FILE'],
    [['dead-letters', 'retry'], 'needs an ID'],
    [['schema', 'cat'], 'cat'],
  ])('wrong usage exits 2 with one line: wiredesk %j', (args, named) => {
    const { code, err, out } = wiredesk(args);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(named);
  });

  test.each([
    [['parse', 'none.html'], 'none.html'],
    [['profile', 'test', 'none.json', 'page.html'], 'none.json'],
    [['parse', 'empty.html'], 'empty.html'],
    [['parse', 'bytes.bin'], 'bytes.bin'],
    [['parse', 'http://127.0.0.1:9/'], '--allow-private'],
    [['items'], 'no data folder'],
    [['enrich', 'none.txt'], 'none.txt'],
    [['enrich', 'empty.html'], 'empty.html is empty'],
    [['enrich', 'bytes.bin'], 'bytes.bin is binary'],
    [['enrich', 'page.html'], 'wiredesk parse'],
    [['people'], 'no data folder'],
    [['people', 'import', 'none.csv'], 'none.csv'],
    [['start', '--feeds', 'none.opml'], 'none.opml'],
    [['start', '--feeds', 'bad.json'], 'bad.json'],
    [['start', '--feeds', 'bad.txt'], 'bad.txt'],
  ])('bad input exits 1 with one line that names it: wiredesk %j', (args, named) => {
    writeFileSync(join(folder.path, 'empty.html'), '');
    writeFileSync(
      join(folder.path, 'bytes.bin'),
      Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)),
    );
    writeFileSync(join(folder.path, 'page.html'), '<!doctype html><title>x</title>');
    writeFileSync(join(folder.path, 'bad.json'), '{"feeds": "none"}');
    writeFileSync(join(folder.path, 'bad.txt'), 'https://example.org/feed\nnot an address\n');
    const { code, err } = wiredesk(args);
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain(named);
  });

  test('every command explains itself', () => {
    for (const command of [
      'start',
      'parse',
      'items',
      'people',
      'feeds',
      'replay',
      'dead-letters',
      'doctor',
      'schema',
    ]) {
      const { code, out } = wiredesk([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`wiredesk ${command}`);
      expect(out).toContain('--data DIR');
    }
  });

  test('doctor finds a fresh machine fit', () => {
    const { code, out } = wiredesk(['doctor', '--json']);
    expect(JSON.parse(out).map((check: { name: string }) => check.name)).toEqual(
      expect.arrayContaining(['node', 'clock', 'folder', 'lock']),
    );
    expect(code).toBe(0);
  });

  test('a taken port is named with the remedy, and the folder is free again afterwards', async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
    });
    mkdirSync(join(folder.path, 'desk'), { recursive: true });
    const { code, err } = wiredesk([
      'start',
      'https://example.org/feed',
      '--port',
      String(port),
      '--data',
      'desk',
      '--log-level',
      'error',
    ]);
    holder.close();
    expect(code).toBe(1);
    expect(err).toContain(`port ${port} is taken`);
    const feeds = wiredesk(['feeds', 'list', '--data', 'desk', '--json']);
    expect(JSON.parse(feeds.out)).toHaveLength(1);
  });
});
