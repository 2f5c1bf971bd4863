import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { packageRoot } from '../../cli/package-root.ts';
import { enrichPage } from '../../workers/enrich/enrich-page.ts';
import { parsePage } from '../../workers/parse/parse-page.ts';

interface Golden {
  page: { title: string };
  items: {
    kind: string;
    headline: string | null;
    section: string | null;
    body: string;
    date: { value: string | null; precision: string };
    countries: string[];
    people: string[];
  }[];
  furnitureIncludes: string[];
}

const site = join(packageRoot(), 'samples', 'wire');
const pairs = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.expected.json'))
  .sort()
  .map((name) => {
    const stem = join(site, name.replace(/\.expected\.json$/, ''));
    const file = ['.html', '.txt'].map((ending) => `${stem}${ending}`).find((path) => exists(path));
    return { name, file: file ?? stem, golden: JSON.parse(readFileSync(join(site, name), 'utf8')) as Golden };
  });

function exists(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

test('the sample wire has at least fifteen pages, each with its golden pair', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(15);
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|txt)$/.test(name));
  expect(pages.length).toBe(pairs.length);
});

describe.each(pairs)('$name', ({ file, golden }) => {
  const parsed = parsePage({ bytes: readFileSync(file), url: 'http://127.0.0.1/sample', contentType: null });
  const items = enrichPage(parsed.items);

  test('its items are those that a reader finds, in page order', () => {
    expect(items.map(({ kind, headline, section, body }) => ({ kind, headline, section, body }))).toEqual(
      golden.items.map(({ kind, headline, section, body }) => ({ kind, headline, section, body })),
    );
  });

  test('each item has its own date, countries and people', () => {
    const facts = items.map((item) => ({
      date: { value: item.date.value, precision: item.date.precision },
      countries: item.countries.map((country) => country.code).sort(),
      people: item.people.map((person) => person.name).sort(),
    }));
    const expected = golden.items.map(({ date, countries, people }) => ({
      date: { value: date.value, precision: date.precision },
      countries: [...countries].sort(),
      people: [...people].sort(),
    }));
    expect(facts).toEqual(expected);
  });

  test('page furniture is in no item', () => {
    for (const piece of golden.furnitureIncludes) {
      expect(parsed.furniture.some(({ text }) => text.includes(piece))).toBe(true);
      expect(items.some((item) => `${item.headline}\n${item.body}`.includes(piece))).toBe(false);
    }
  });
});
