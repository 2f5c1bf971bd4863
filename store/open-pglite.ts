import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { PglitePool, runOn } from './pglite-pool.ts';
import { StoreError } from './store-error.ts';

/** As `pg` reads them, so that both homes give the same rows: a bigint is a string, since a number would lose digits. */
const parsers = { [types.INT8]: (value: string) => value, [types.NUMERIC]: (value: string) => value };

async function createPglite(folder: string): Promise<PGlite> {
  try {
    if (!folder.startsWith('memory://')) mkdirSync(folder, { recursive: true });
    return await PGlite.create({ dataDir: folder, parsers });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new StoreError(
      'damaged',
      `the database in ${folder} does not open (${reason}): restore the folder from a copy, or use another with --data DIR`,
      error,
    );
  }
}

/** Opens the PGlite under `dataDir`/database (or `memory://`); throws `StoreError` when the folder is damaged. */
export async function openPglite(dataDir: string): Promise<Database> {
  const db = await createPglite(dataDir.startsWith('memory://') ? dataDir : join(dataDir, 'database'));
  // BullMQ's SQL names no schema; the store's own SQL always does, so the one session's path can be BullMQ's.
  await db.exec('SET search_path TO bullmq');
  const bullPool = new PglitePool(db);
  return {
    kind: 'pglite',
    bullPool,
    query: async <R extends object>(sql: string, params?: unknown[]) => (await runOn<R>(db, sql, params)).rows,
    transaction: async (work) =>
      await db.transaction((tx) =>
        work({
          query: async <R extends object>(sql: string, params?: unknown[]) => (await runOn<R>(tx, sql, params)).rows,
        }),
      ),
    close: async () => {
      await bullPool.end();
      if (!db.closed) await db.close();
    },
  };
}
