import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const lockFile = 'lock.json';
/** Between creating the file and writing it a lock is empty; older than this an empty one is left from a crash. */
const writeGraceMs = 2000;

const holderSchema = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  /** When the kernel started the process, in ticks since boot: tells the holder from a later process with its pid. */
  procStart: z.string().nullable(),
  apiUrl: z.string().nullable(),
  /** Lets whoever may read the file (its owner) change things over the API. */
  token: z.string().nullable(),
});
export type LockHolder = z.infer<typeof holderSchema>;

export interface FolderLock {
  /** Writes down where the desk answers and with which token changes are made, so that the CLI finds it. */
  setAddress(url: string, token: string): void;
  release(): void;
}

/** Another desk holds the folder; `message` names its pid, its address and the remedy. */
export class FolderBusy extends Error {
  readonly holder: LockHolder | null;

  constructor(dataDir: string, holder: LockHolder | null) {
    const who = holder ? `process ${holder.pid} since ${holder.startedAt}` : 'a process that is just starting';
    const where = holder?.apiUrl ? `, answering at ${holder.apiUrl}` : '';
    super(
      `the data folder ${dataDir} is in use by ${who}${where}: stop that desk or use another folder with --data DIR`,
    );
    this.name = 'FolderBusy';
    this.holder = holder;
  }
}

/** By its code, not its class: under jest the errors of node:fs come from another realm. */
const hasCode = (error: unknown, code: string): boolean => (error as { code?: unknown } | null)?.code === code;

/** Field 22 of /proc/PID/stat, counted after the name in parentheses (which may hold blanks); null where there is no /proc. */
const processStart = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const isAlive = (holder: LockHolder): boolean => {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if (!hasCode(error, 'EPERM')) return false;
  }
  const start = processStart(holder.pid);
  return holder.procStart === null || start === null || holder.procStart === start;
};

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const parseHolder = (text: string): LockHolder | null => {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** The process that holds the folder now; null when nobody does or the holder is dead. */
export function readLock(dataDir: string): LockHolder | null {
  const holder = parseHolder(readText(join(dataDir, lockFile)) ?? '');
  return holder && isAlive(holder) ? holder : null;
}

const writeNew = (path: string, holder: LockHolder): void => {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify(holder)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Puts a dead holder's file aside. When somebody else took over meanwhile, his fresh file goes back to its place. */
function removeStale(dataDir: string, path: string, staleText: string, pid: number): void {
  const aside = `${path}.${pid}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const text = readText(aside) ?? '';
  if (text !== staleText) {
    linkSync(aside, path);
    rmSync(aside, { force: true });
    throw new FolderBusy(dataDir, parseHolder(text));
  }
  rmSync(aside, { force: true });
}

function takeOver(dataDir: string, path: string, pid: number): void {
  const text = readText(path);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder ? isAlive(holder) : Date.now() - statSync(path).mtimeMs < writeGraceMs)
    throw new FolderBusy(dataDir, holder);
  removeStale(dataDir, path, text, pid);
}

/**
 * Takes the data folder for this process (it is made when missing): PGlite has no lock of its own, and two processes
 * on one folder lose rows silently. A dead holder's lock is taken over; throws `FolderBusy` while the holder lives.
 */
export function lockFolder(
  dataDir: string,
  owner: { pid: number; startedAt: string; address?: string | null },
): FolderLock {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, lockFile);
  let mine: LockHolder = {
    pid: owner.pid,
    startedAt: owner.startedAt,
    procStart: processStart(owner.pid),
    apiUrl: owner.address ?? null,
    token: null,
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeNew(path, mine);
      break;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      if (attempt >= 3) throw new FolderBusy(dataDir, parseHolder(readText(path) ?? ''));
      takeOver(dataDir, path, owner.pid);
    }
  }
  return {
    setAddress: (url, token) => {
      mine = { ...mine, apiUrl: url, token };
      const next = `${path}.${owner.pid}.next`;
      rmSync(next, { force: true });
      writeNew(next, mine);
      renameSync(next, path);
    },
    release: () => {
      const holder = parseHolder(readText(path) ?? '');
      if (holder?.pid === mine.pid && holder.procStart === mine.procStart) rmSync(path, { force: true });
    },
  };
}
