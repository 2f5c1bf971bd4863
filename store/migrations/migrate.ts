import type { Database } from '../database.ts';
import { StoreError } from '../store-error.ts';
import { firstSchema } from './0001-first-schema.ts';
import { pageShapes } from './0002-page-shapes.ts';
import { peopleRegister } from './0003-people-register.ts';
import { schedule } from './0004-schedule.ts';
import { contentIsCompared } from './0005-content-is-compared.ts';
import { robots } from './0006-robots.ts';
import { pageIdentity } from './0007-page-identity.ts';
import { rechecks } from './0008-rechecks.ts';
import { credentials } from './0009-credentials.ts';
import { websub } from './0010-websub.ts';

/** In order; a migration that was released is never edited, the next one is added. */
const migrations: readonly string[] = [
  firstSchema,
  pageShapes,
  peopleRegister,
  schedule,
  contentIsCompared,
  robots,
  pageIdentity,
  rechecks,
  credentials,
  websub,
];

/** The number that `wiredesk.meta` holds after `migrate`. */
export const schemaVersion = migrations.length;

/** 'wire' in ASCII: two programs that start at once migrate one after the other. */
const migrationLock = 0x77697265;

/** Brings schema `wiredesk` up to `schemaVersion`, all or nothing; throws `StoreError` when it is newer than that. */
export async function migrate(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await tx.query(
      `CREATE SCHEMA IF NOT EXISTS wiredesk;
       CREATE TABLE IF NOT EXISTS wiredesk.meta (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), schema_version integer NOT NULL);
       INSERT INTO wiredesk.meta (schema_version) VALUES (0) ON CONFLICT DO NOTHING;`,
    );
    const [meta] = await tx.query<{ schema_version: number }>('SELECT schema_version FROM wiredesk.meta');
    const current = meta?.schema_version ?? 0;
    if (current > schemaVersion) {
      throw new StoreError(
        'newer-schema',
        `the store was written by a newer wiredesk (schema ${current}, this program knows ${schemaVersion}): update wiredesk or use another folder with --data DIR`,
      );
    }
    if (current === schemaVersion) return;
    for (const script of migrations.slice(current)) await tx.query(script);
    await tx.query('UPDATE wiredesk.meta SET schema_version = $1', [schemaVersion]);
  });
}
