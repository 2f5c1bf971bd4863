import pg from 'pg';
import type { Database, Queryable } from './database.ts';
import type { PoolLike } from './pool-like.ts';
import { StoreError } from './store-error.ts';

/** Every queue, worker and event reader keeps one listening client; below about ten the desk would wait for itself. */
const bullPoolSize = 30;
const storePoolSize = 10;
const connectTimeoutMs = 10_000;

const serverOf = (databaseUrl: string): string => {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  return url ? `${url.hostname}:${url.port || '5432'}${url.pathname}` : 'DATABASE_URL';
};

const rowsOf = (runner: Pick<pg.Pool | pg.PoolClient, 'query'>): Queryable => ({
  query: async <R extends object>(sql: string, params?: unknown[]) => {
    const result: unknown = await (params && params.length > 0 ? runner.query(sql, params) : runner.query(sql));
    const last = Array.isArray(result) ? result.at(-1) : result;
    return (last as { rows: R[] } | undefined)?.rows ?? [];
  },
});

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('BEGIN');
    const result = await work(rowsOf(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not given to the next one.
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Connects to a PostgreSQL server; throws `StoreError` when it does not answer or does not let us in. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const base = { connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs, keepAlive: true };
  const pool = new pg.Pool({ ...base, max: storePoolSize });
  // An idle connection that drops is replaced by the pool at the next query: no reason to end the desk.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    const reason = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new StoreError(
      'unreachable',
      `the database ${serverOf(databaseUrl)} does not answer (${reason}): start the server or correct DATABASE_URL`,
      error,
    );
  }
  const bullPool = new pg.Pool({ ...base, max: bullPoolSize, options: '-c search_path=bullmq' });
  bullPool.on('error', () => undefined);
  bullPool.setMaxListeners(0);
  return {
    kind: 'postgres',
    bullPool: bullPool as unknown as PoolLike,
    query: rowsOf(pool).query,
    transaction: (work) => inTransaction(pool, work),
    close: async () => {
      await Promise.all([bullPool.ended ? undefined : bullPool.end(), pool.ended ? undefined : pool.end()]);
    },
  };
}
