import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serveSamples } from '../../samples/serve-samples.ts';
import { itemSchema } from '../../schemas/item.ts';
import { counts } from '../../store/counts.ts';
import { listDeadLetters } from '../../store/dead-letters.ts';
import { listFeeds } from '../../store/feeds.ts';
import { getItemVersions, newestItems } from '../../store/items.ts';
import { listPeople } from '../../store/people.ts';
import { mergePeople, undoDecision } from '../../store/person-decisions.ts';
import type { TestServer } from '../servers.ts';
import { startPostgres, startRedis } from '../servers.ts';
import type { SampleWire } from './desk.ts';
import { allItems, runOnSamples, temporaryFolder } from './desk.ts';

/** One suite for three homes: what the desk does must not depend on where its store and queue stand. */
const homes = [
  { name: 'embedded', needs: [] },
  { name: 'postgres', needs: ['postgres'] },
  { name: 'redis', needs: ['postgres', 'redis'] },
] as const;

describe.each(homes)('the flow from feed to item on the $name home', ({ name, needs }) => {
  const folder = temporaryFolder();
  const servers: TestServer[] = [];
  let wire: SampleWire;
  let home: { dataDir: string; databaseUrl: string | null; redisUrl: string | null };
  let missing = false;

  beforeAll(async () => {
    wire = await serveSamples({ port: 0 });
    home = { dataDir: folder.path, databaseUrl: null, redisUrl: null };
    for (const need of needs) {
      const server = await (need === 'postgres' ? startPostgres() : startRedis());
      if (!server) {
        missing = true;
        continue;
      }
      servers.push(server);
      if (need === 'postgres') home.databaseUrl = server.url;
      else home.redisUrl = server.url;
    }
    if (missing) process.stderr.write(`no server for the ${name} home on this machine: its flow suite is not run\n`);
  });

  afterAll(async () => {
    await wire.close();
    for (const server of servers.reverse()) await server.stop();
    folder.dispose();
  });

  test('every page becomes items of the one shape; the gone page and the broken feed are told and stop nothing', async () => {
    if (missing) return;
    await runOnSamples(home, wire, 1, async (open) => {
      expect(open.backend.kind).toBe(name);
      const items = await allItems(open);
      expect(items.length).toBeGreaterThan(30);
      for (const item of items) itemSchema.parse(item);
      expect(new Set(items.map((item) => item.seq)).size).toBe(items.length);
      expect(items.filter((item) => item.version > 1)).toEqual([]);
      expect(await listDeadLetters(open.db)).toEqual([]);
      const broken = (await listFeeds(open.db)).filter((feed) => feed.lastError !== null);
      expect(broken).toHaveLength(1);
      const named = new Set(items.flatMap((item) => item.people.map(({ key }) => key)));
      const register = await listPeople(open.db, { limit: 1000 });
      expect(new Set(register.map(({ key }) => key))).toEqual(named);
      const [one, other] = register.map(({ key }) => key);
      const merge = { from: [one ?? ''], into: other ?? '' };
      const decision = await mergePeople(open.db, merge, new Date().toISOString());
      expect(await newestItems(open.db, { person: one, limit: 9 })).toEqual(
        await newestItems(open.db, { person: other, limit: 9 }),
      );
      await undoDecision(open.db, decision.id, new Date().toISOString());
      expect(await listPeople(open.db, { limit: 1000 })).toEqual(register);
      for (const brief of items.filter((item) => item.kind === 'brief' && item.storyId)) {
        expect(items.find((item) => item.id === brief.storyId)?.briefIds).toContain(brief.id);
      }
    });
  });

  test('a second run adds no item twice, and the corrected page is its next version with the old one readable', async () => {
    if (missing) return;
    await runOnSamples(home, wire, 2, async (open) => {
      const items = await allItems(open);
      const corrected = items.filter((item) => item.version > 1);
      expect(corrected).toHaveLength(1);
      const [story] = corrected;
      const versions = await getItemVersions(open.db, story?.id ?? '');
      expect(versions.map((version) => version.version).sort()).toEqual([1, 2]);
      expect(new Set(versions.map((version) => version.body)).size).toBe(2);
      expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
      // Still told: an answer that could not be read is not hidden by a 304 on the next poll.
      expect((await listFeeds(open.db)).filter((feed) => feed.lastError !== null)).toHaveLength(1);
      const before = (await counts(open.db)).newestSeq;
      expect(story?.seq).toBe(before);
    });
  });
});
