import { migrate } from './migrations/migrate.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import type { PoolLike } from './pool-like.ts';

export interface Queryable {
  /** Runs one statement (or, without `params`, a script of several) and gives the rows of the last one. */
  query<R extends object>(sql: string, params?: unknown[]): Promise<R[]>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /** Runs `work` in one transaction. Inside it use `tx` only: on PGlite the database itself waits for the transaction. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** What BullMQ's PostgreSQL backend takes as its pool; its search path is `bullmq`. */
  readonly bullPool: PoolLike;
  close(): Promise<void>;
}

/**
 * Opens the store under a data folder (PGlite) or on a server and brings its schema up to date.
 * Throws `StoreError` with a one-line remedy; the caller holds the folder's lock (`lockFolder`) already.
 */
export async function openDatabase(options: { dataDir: string } | { databaseUrl: string }): Promise<Database> {
  const db = 'databaseUrl' in options ? await openPostgres(options.databaseUrl) : await openPglite(options.dataDir);
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}
