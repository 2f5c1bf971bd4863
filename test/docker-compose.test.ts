import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

type Service = {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test: string[] };
};

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const compose = parse(read('docker-compose.yml')) as { services: Record<string, Service>; volumes: object };
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};

describe('the desk on servers, as docker-compose.yml lays it out', () => {
  test('PostgreSQL keeps its data and is asked whether it takes connections', () => {
    const postgres = service('postgres');
    expect(postgres.image).toBe('postgres:17');
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(postgres.healthcheck.test).toContain('pg_isready');
  });

  test('Redis appends every job to disk and evicts none', () => {
    const redis = service('redis');
    expect(redis.image).toBe('redis:7');
    expect(redis.command?.join(' ')).toContain('--appendonly yes');
    expect(redis.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(redis.volumes).toEqual(['redis:/data']);
    expect(redis.healthcheck.test).toEqual(['CMD', 'redis-cli', 'ping']);
  });

  test('the desk waits for both, stands on both, and is asked for its health', () => {
    const desk = service('desk');
    expect(desk.build).toBe('.');
    expect(desk.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
    expect(Object.keys(desk.environment ?? {}).sort()).toEqual(['DATABASE_URL', 'REDIS_URL']);
    expect(desk.environment?.DATABASE_URL).toContain('@postgres:5432/wiredesk');
    expect(desk.environment?.REDIS_URL).toBe('redis://redis:6379');
    expect(desk.healthcheck.test.join(' ')).toContain('http://127.0.0.1:8420/healthz');
    expect(desk.volumes).toEqual(['desk:/data']);
    expect(desk.ports).toEqual(['127.0.0.1:8420:8420']);
  });

  test('every named volume is declared', () => {
    expect(Object.keys(compose.volumes).sort()).toEqual(['desk', 'postgres', 'redis']);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  test('runs the same command as the compose file, not as root, without the build tools', () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    const last = stages.at(-1) ?? '';
    expect(last).toMatch(/^USER node$/m);
    expect(JSON.parse(/^CMD (.*)$/m.exec(last)?.[1] ?? '')).toEqual(service('desk').command);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  test('takes no data folder, history or installed package of the host', () => {
    const ignored = read('.dockerignore').split('\n');
    for (const path of ['.git', '.wiredesk', 'node_modules', 'dist']) expect(ignored).toContain(path);
  });
});
