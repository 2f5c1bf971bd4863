import { EventEmitter } from 'node:events';
import type { PGlite, Results, Transaction } from '@electric-sql/pglite';
import type { PoolClientLike, PoolLike, PoolResult } from './pool-like.ts';

type Row = { [key: string]: unknown };
type Runner = Pick<PGlite | Transaction, 'query' | 'exec'>;

/** PGlite counts what a statement changed, `pg` also what it read; BullMQ reads only the first. */
const toPoolResult = <R>(result: Results<Row> | undefined): PoolResult<R> => {
  const rows = (result?.rows ?? []) as R[];
  return { rows, rowCount: rows.length > 0 ? rows.length : (result?.affectedRows ?? 0) };
};

/** Runs one statement, or a script when there are no parameters, as `pg` does over its simple protocol. */
export async function runOn<R>(runner: Runner, text: string, params?: readonly unknown[]): Promise<PoolResult<R>> {
  if (params === undefined || params.length === 0) {
    return toPoolResult<R>((await runner.exec(text)).at(-1) as Results<Row> | undefined);
  }
  const values = params.map((value) => (value === undefined ? null : value));
  return toPoolResult<R>(await runner.query<Row>(text, values));
}

/** The first word of a statement, upper case, comments skipped: BullMQ's `LISTEN` files open with a comment. */
const verbOf = (text: string): string =>
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? '';

const channelOf = (text: string): string =>
  /\b(?:UN)?LISTEN\s+"?([\w$]+|\*)"?/i.exec(text.replace(/--[^\n]*\n/g, ''))?.[1] ?? '';

/** A transaction that is driven from outside, statement by statement, while it holds PGlite's own transaction lock. */
interface OpenTransaction {
  tx: Transaction;
  finish: (how: 'commit' | 'rollback') => void;
  done: Promise<void>;
}

async function beginOn(db: PGlite): Promise<OpenTransaction> {
  let finish: OpenTransaction['finish'] = () => undefined;
  const verdict = new Promise<'commit' | 'rollback'>((resolve) => {
    finish = resolve;
  });
  return new Promise<OpenTransaction>((resolve, reject) => {
    const done = db.transaction(async (tx) => {
      resolve({ tx, finish, done: settled });
      if ((await verdict) === 'rollback') await tx.rollback();
    });
    const settled = done.then(() => undefined);
    // The transaction may fail to open (closed database): that is BEGIN's error; later errors are COMMIT's.
    settled.catch(reject);
  });
}

/** One logical session over the shared PGlite: statements of others wait while it is inside BEGIN … COMMIT. */
class PgliteClient extends EventEmitter implements PoolClientLike {
  readonly #db: PGlite;
  readonly #onRelease: (client: PgliteClient) => void;
  readonly #channels = new Map<string, () => Promise<void>>();
  #open: OpenTransaction | null = null;
  #released = false;

  constructor(db: PGlite, onRelease: (client: PgliteClient) => void) {
    super();
    this.#db = db;
    this.#onRelease = onRelease;
    // BullMQ hangs one listener for every waiting worker on a session: that is no leak.
    this.setMaxListeners(0);
  }

  async query<R = object>(text: string, params?: readonly unknown[]): Promise<PoolResult<R>> {
    if (this.#released) throw new Error('this client was released to its pool already');
    switch (verbOf(text)) {
      case 'BEGIN':
      case 'START':
        return this.#begin();
      case 'COMMIT':
      case 'END':
        return this.#end('commit');
      case 'ROLLBACK':
        return /\bTO\b/i.test(text) ? runOn<R>(this.#open?.tx ?? this.#db, text) : this.#end('rollback');
      case 'LISTEN':
        return this.#listen(channelOf(text));
      case 'UNLISTEN':
        return this.#unlisten(channelOf(text));
      default:
        return runOn<R>(this.#open?.tx ?? this.#db, text, params);
    }
  }

  /** Gives the session back; an open transaction is rolled back, its channels are no longer heard. */
  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#onRelease(this);
    void this.#leave();
  }

  /** Resolves when nothing of this session is left in the database. */
  async #leave(): Promise<void> {
    await this.#end('rollback').catch(() => undefined);
    await this.#unlisten('*').catch(() => undefined);
    this.emit('end');
    this.removeAllListeners();
  }

  async close(): Promise<void> {
    this.#released = true;
    await this.#leave();
  }

  async #begin<R>(): Promise<PoolResult<R>> {
    if (!this.#open) this.#open = await beginOn(this.#db);
    return { rows: [], rowCount: null };
  }

  async #end<R>(how: 'commit' | 'rollback'): Promise<PoolResult<R>> {
    const open = this.#open;
    this.#open = null;
    open?.finish(how);
    await open?.done;
    return { rows: [], rowCount: null };
  }

  async #listen<R>(channel: string): Promise<PoolResult<R>> {
    if (!this.#channels.has(channel)) {
      const hear = (payload: string) => this.emit('notification', { channel, payload, processId: 0 });
      this.#channels.set(channel, await this.#db.listen(channel, hear));
    }
    return { rows: [], rowCount: null };
  }

  async #unlisten<R>(channel: string): Promise<PoolResult<R>> {
    for (const [name, stop] of [...this.#channels]) {
      if (channel !== '*' && channel !== name) continue;
      this.#channels.delete(name);
      await stop();
    }
    return { rows: [], rowCount: null };
  }
}

/**
 * A `pg.Pool` over one PGlite, for BullMQ. PGlite is one session, so a hand-made BEGIN would swallow the statements of
 * everybody else: here it opens `db.transaction()`, whose lock makes the others wait. Ending the pool leaves the
 * database open; it belongs to whoever opened it.
 */
export class PglitePool extends EventEmitter implements PoolLike {
  /** There is no socket that could die unseen, so BullMQ may wait as long for a job as it does on a kept-alive one. */
  readonly options = { keepAlive: true };
  readonly #db: PGlite;
  readonly #clients = new Set<PgliteClient>();
  #ended = false;

  constructor(db: PGlite) {
    super();
    this.#db = db;
    // Every queue and worker hangs its own 'error' listener here.
    this.setMaxListeners(0);
  }

  async query<R = object>(text: string, params?: readonly unknown[]): Promise<PoolResult<R>> {
    this.#assertOpen();
    if (/^(BEGIN|START|COMMIT|ROLLBACK|LISTEN)$/.test(verbOf(text))) {
      throw new Error(`${verbOf(text)} needs a session of its own: use pool.connect()`);
    }
    return runOn<R>(this.#db, text, params);
  }

  async connect(): Promise<PoolClientLike> {
    this.#assertOpen();
    const client = new PgliteClient(this.#db, (released) => this.#clients.delete(released));
    this.#clients.add(client);
    this.emit('connect', client);
    return client;
  }

  async end(): Promise<void> {
    this.#ended = true;
    const clients = [...this.#clients];
    this.#clients.clear();
    await Promise.all(clients.map((client) => client.close()));
  }

  #assertOpen(): void {
    // BullMQ looks for these very words to tell a straggler during shutdown from a failure.
    if (this.#ended) throw new Error('Cannot use a pool after calling end on the pool');
  }
}
