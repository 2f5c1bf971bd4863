import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { PersonId } from '../schemas/person.ts';
import { wikidataIdSchema } from '../schemas/person.ts';
import { personKey } from '../workers/enrich/people/person-key.ts';

/** Faults told at once: enough to see what is wrong with a column, and still one screen. */
const maxFaultsTold = 20;

interface Row {
  line: number;
  fields: Record<string, unknown>;
}

/**
 * Reads a file of people and their Wikidata ids: CSV with a heading (columns `wikidata`, and `key` or `name`), or JSON
 * lines with the same fields. An id may stand as its address. `name` is for messages. Throws an Error that tells every
 * faulty line; then nothing of the file is taken.
 */
export function readPersonIds(text: string, name: string): PersonId[] {
  const body = text.replace(/^\uFEFF/, '');
  const rows = /^\s*\{/.test(body) ? jsonLines(body, name) : csvRows(body, name);
  if (rows.length === 0) throw new Error(`${name} names nobody: write a heading (name,wikidata) and one person a line`);
  const faults: string[] = [];
  const ids: PersonId[] = [];
  for (const { line, fields } of rows) {
    const row = rowSchema.safeParse(fields);
    if (row.success) ids.push({ line, ...row.data });
    else faults.push(`line ${line}: ${row.error.issues[0]?.message}`);
  }
  if (faults.length > 0) throw new Error(told(faults, name));
  return ids;
}

const told = (faults: string[], name: string): string => {
  const more = faults.length - maxFaultsTold;
  const lines = faults.slice(0, maxFaultsTold).concat(more > 0 ? [`and ${more} more faulty lines`] : []);
  return `${name}: nothing was imported\n${lines.join('\n')}`;
};

const text = z
  .string({ error: 'key, name and wikidata are texts' })
  .trim()
  .transform((value) => value || null)
  .nullable()
  .default(null);

/** Without a key, the key is the one that the tagger gives this name: it also fits a person whom no item has named yet. */
const rowSchema = z.object({ key: text, name: text, wikidata: text }).transform(({ key, name, wikidata }, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const id = wikidataIdSchema.safeParse(
    wikidata?.replace(/^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\//, ''),
  );
  if (!wikidata) return refuse('wikidata is missing');
  if (!id.success) return refuse(`wikidata ${wikidata}: ${id.error.issues[0]?.message}`);
  const madeKey = key ?? personKey(name ?? '');
  if (!madeKey) return refuse('key and name are missing: one of them says who it is');
  return { key: madeKey, name, wikidata: id.data };
});

function jsonLines(body: string, name: string): Row[] {
  const lines = body.split('\n').map((content, at) => ({ content, line: at + 1 }));
  return lines
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => {
      try {
        return { line, fields: z.record(z.string(), z.unknown()).parse(JSON.parse(content)) };
      } catch {
        throw new Error(
          `${name}: line ${line} is no JSON object; every line is one, such as {"name": "…", "wikidata": "Q…"}`,
        );
      }
    });
}

function csvRows(body: string, name: string): Row[] {
  try {
    const heading = (names: string[]) =>
      checkHeading(
        names.map((column) => column.trim().toLowerCase()),
        name,
      );
    const options = { columns: heading, info: true, skip_empty_lines: true, trim: true } as const;
    const rows: unknown = parse(body, options);
    return z
      .array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }))
      .parse(rows)
      .map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (error) {
    const { message } = error as Error;
    throw new Error(message.startsWith(name) ? message : `${name}: ${message}; nothing was imported`);
  }
}

function checkHeading(columns: string[], name: string): string[] {
  if (columns.includes('wikidata') && (columns.includes('key') || columns.includes('name'))) return columns;
  throw new Error(
    `${name}: its first line (${columns.join(', ').slice(0, 80)}) is no heading: name the columns wikidata, and key or name`,
  );
}
