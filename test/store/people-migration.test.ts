import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openDatabase } from '../../store/database.ts';
import { getItem } from '../../store/items.ts';
import { firstSchema } from '../../store/migrations/0001-first-schema.ts';
import { pageShapes } from '../../store/migrations/0002-page-shapes.ts';
import { openPglite } from '../../store/open-pglite.ts';
import { listPeople } from '../../store/people.ts';
import { at } from './desk-store.ts';

const mention = (start: number, end: number, text: string) => ({ start, end, text, how: 'person' });
const headline = 'Orhan opens port';
const body = 'Minister Lale Orhan was there.';

/** A story as it was stored before tags had a field, a salience and a register. */
const content = {
  ...{ id: 's-1', kind: 'story', url: 'https://kvarts.example/1', publisher: 'kvarts', feed: 'f', headline, body },
  ...{ section: null, byline: null, dateline: null, date: { value: null, precision: 'unknown', source: null } },
  ...{ language: 'en', countries: [], about: [], pubStatus: 'usable', embargoedUntil: null, edNote: null },
  people: [
    {
      ...{ key: 'lale-orhan', name: 'Lale Orhan', role: 'Minister', confidence: 0.8 },
      mentions: [mention(0, 5, 'Orhan'), mention(headline.length + 11, headline.length + 21, 'Lale Orhan')],
    },
  ],
  ...{ version: 1, versionCreated: at(1), firstCreated: at(1), seq: 1, confidence: 1 },
  provenance: { captureId: 'c1', parser: 'p', enricher: 'e', models: {}, replayId: null },
};

test('a store from before the register keeps its items: their tags take the new shape and fill the register', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'wiredesk-store-'));
  try {
    const old = await openPglite(dataDir);
    await old.query(`CREATE SCHEMA wiredesk; ${firstSchema} ${pageShapes}
      CREATE TABLE wiredesk.meta (only_row boolean PRIMARY KEY DEFAULT true, schema_version integer NOT NULL);
      INSERT INTO wiredesk.meta (schema_version) VALUES (2);
      INSERT INTO wiredesk.items (id, kind, publisher, page_url, version, seq, content_hash, pub_status, captured_at, countries, people)
        VALUES ('s-1', 'story', 'kvarts', 'u', 1, 1, 'h', 'usable', '${at(1)}', '{}', '{lale-orhan}');`);
    await old.query(`INSERT INTO wiredesk.item_versions VALUES ('s-1', 1, $1::jsonb)`, [JSON.stringify(content)]);
    await old.close();
    const db = await openDatabase({ dataDir });
    const item = await getItem(db, 's-1');
    for (const { in: field, start, end, text } of item?.people[0]?.mentions ?? [])
      expect((field === 'headline' ? headline : body).slice(start, end)).toBe(text);
    expect(item?.people[0]).toMatchObject({ key: 'lale-orhan', nameFrom: 'item', wikidata: null });
    expect(await listPeople(db, { limit: 9 })).toMatchObject([{ name: 'Lale Orhan', items: 1, firstSeen: at(1) }]);
    await db.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
