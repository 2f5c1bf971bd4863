import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FolderBusy, lockFolder, readLock } from '../../store/lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const me = { pid: process.pid, startedAt: '2026-11-24T10:00:00.000Z' };
const path = () => join(folder, 'lock.json');

test('a held folder is refused with the holder, its address and the remedy, and is free after release', () => {
  const lock = lockFolder(join(folder, 'new'), me);
  lock.release();
  const held = lockFolder(folder, { ...me, address: 'http://127.0.0.1:8420' });
  expect(readLock(folder)).toMatchObject({ pid: process.pid, apiUrl: 'http://127.0.0.1:8420' });
  expect(() => lockFolder(folder, me)).toThrow(FolderBusy);
  expect(() => lockFolder(folder, me)).toThrow(
    new RegExp(
      `in use by process ${process.pid} since 2026-11-24.*answering at http://127.0.0.1:8420: stop that desk or use another folder with --data DIR`,
    ),
  );
  held.release();
  expect(readLock(folder)).toBeNull();
  lockFolder(folder, me).release();
  expect(existsSync(path())).toBe(false);
});

test('a holder that was killed is dead: its lock is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  lockFolder(folder, { pid: child.pid ?? 0, startedAt: me.startedAt });
  expect(() => lockFolder(folder, me)).toThrow(FolderBusy);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readLock(folder)).toBeNull();
  const lock = lockFolder(folder, me);
  expect(readLock(folder)?.pid).toBe(process.pid);
  lock.release();
});

test('a later process with the pid of the dead holder does not pass for it', () => {
  const held = lockFolder(folder, me);
  const holder = JSON.parse(readFileSync(path(), 'utf8'));
  if (holder.procStart !== null) {
    writeFileSync(path(), JSON.stringify({ ...holder, procStart: '1' }));
    expect(readLock(folder)).toBeNull();
    held.release();
    expect(existsSync(path())).toBe(true);
    lockFolder(folder, me).release();
  }
});

test('an empty lock is a start in progress when fresh and a crash when old', () => {
  writeFileSync(path(), '');
  expect(() => lockFolder(folder, me)).toThrow(/a process that is just starting/);
  utimesSync(path(), new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  lockFolder(folder, me).release();
});
