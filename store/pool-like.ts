import type { EventEmitter } from 'node:events';

export interface PoolResult<R> {
  rows: R[];
  rowCount: number | null;
}

/** One logical session, as `pg.PoolClient` is one: queries, transactions, `LISTEN` with 'notification' events. */
export interface PoolClientLike extends EventEmitter {
  query<R = object>(text: string, params?: readonly unknown[]): Promise<PoolResult<R>>;
  release(destroy?: boolean): void;
}

/** The part of `pg.Pool` that BullMQ's PostgreSQL backend relies on (its `PgPool`). */
export interface PoolLike extends EventEmitter {
  query<R = object>(text: string, params?: readonly unknown[]): Promise<PoolResult<R>>;
  connect(): Promise<PoolClientLike>;
  end(): Promise<void>;
}
