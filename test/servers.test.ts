import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startPostgres, startRedis } from './servers.ts';

test('a throw-away PostgreSQL answers until it is stopped', async () => {
  const server = await startPostgres();
  if (!server) return;
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => {});
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await server.stop();
  await expect(new pg.Client({ connectionString: server.url }).connect()).rejects.toThrow();
});

test('a throw-away Redis evicts nothing', async () => {
  const server = await startRedis();
  if (!server) return;
  const redis = new Redis(server.url);
  expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  await redis.quit();
  await server.stop();
});
