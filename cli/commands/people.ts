import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Table from 'cli-table3';
import type { Person, PersonDecision, PersonDetails } from '../../schemas/person.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import type { Ask } from '../desk-client.ts';
import { withDesk } from '../desk-client.ts';
import { readPersonIds } from '../read-person-ids.ts';
import { UsageError } from '../usage-error.ts';

export const people: Command = {
  help: `
wiredesk people list [PART]           the register, those in most items first; PART of a key or name
wiredesk people show PERSON           variants, roles over time, countries beside them, publishers
wiredesk people merge PERSON… --into PERSON
  these are one person: every item that names one of them points to --into; no item gets a new version
wiredesk people split PERSON --item ID… | --publisher NAME… [--as KEY] [--name NAME]
  in these items, or in all that this publisher prints, it is another person
wiredesk people import FILE           Wikidata ids: CSV (columns wikidata, and key or name) or JSON lines; all lines or none
wiredesk people decisions             what was merged, split and imported by hand
wiredesk people undo [N]              takes decision N back (the newest without N)

  PERSON is a key, or a name as it is printed

  --limit N      how many people to list (default 50, at most 100000)
  --replace      import takes the file's id where a person has another one`,
  options: {
    into: { type: 'string' },
    item: { type: 'string', multiple: true },
    publisher: { type: 'string', multiple: true },
    as: { type: 'string' },
    name: { type: 'string' },
    limit: { type: 'string' },
    replace: { type: 'boolean' },
  },
  async run(given) {
    const [action = 'list', ...words] = given.words;
    const act = actions[action];
    if (!act) throw new UsageError(`unknown action: people ${action}; see wiredesk people --help`);
    return act(given, words);
  },
};

type Act = (given: Given, words: string[]) => Promise<number>;

const actions: Record<string, Act> = {
  async list(given, words) {
    const query = new URLSearchParams();
    if (words.length > 0) query.set('search', words.join(' '));
    const limit = text(given, 'limit');
    if (limit) query.set('limit', limit);
    const found = await ask<{ people: Person[] }>(given, 'GET', `/v1/people?${query}`);
    return print(given, found.people, peopleTable(found.people, words.join(' ')));
  },
  async show(given, words) {
    const person = await ask<PersonDetails>(given, 'GET', personPath(given, words));
    return print(given, person, describe(person));
  },
  async merge(given, from) {
    const into = text(given, 'into');
    if (from.length === 0 || !into)
      throw new UsageError('people merge needs PERSON… and --into PERSON; see wiredesk people --help');
    return decided(given, await ask(given, 'POST', '/v1/people/merge', { from, into }));
  },
  async split(given, words) {
    const order = {
      items: list(given, 'item'),
      publishers: list(given, 'publisher'),
      as: text(given, 'as'),
      name: text(given, 'name'),
    };
    if (order.items.length + order.publishers.length === 0)
      throw new UsageError('people split needs --item ID or --publisher NAME: where is it another person?');
    return decided(given, await ask(given, 'POST', `${personPath(given, words)}/split`, order));
  },
  async import(given, words) {
    const [file] = words;
    if (!file || words.length > 1) throw new UsageError('people import takes one FILE; see wiredesk people --help');
    const ids = readPersonIds(await readText(file), file);
    const order = { source: basename(file), ids, replace: given.flags['replace'] === true };
    return decided(given, await ask(given, 'POST', '/v1/people/import', order));
  },
  async decisions(given) {
    const { decisions } = await ask<{ decisions: PersonDecision[] }>(given, 'GET', '/v1/person-decisions');
    return print(given, decisions, decisions.map(decisionLine).join('\n') || 'nothing was decided by hand yet');
  },
  async undo(given, [number]) {
    if (number !== undefined && !/^\d{1,9}$/.test(number))
      throw new UsageError(`people undo ${number}: give a number; "wiredesk people decisions" lists them`);
    const id = number === undefined ? null : Number(number);
    return decided(given, await ask(given, 'POST', '/v1/people/undo', { id }));
  },
};

const ask = <T>(given: Given, ...[method, path, body]: Parameters<Ask>): Promise<T> =>
  withDesk(given.dataDir, (desk) => desk<T>(method, path, body));

function personPath(given: Given, words: string[]): string {
  if (words.length === 0) throw new UsageError(`people ${given.words[0]} needs a PERSON: a key or a name`);
  return `/v1/people/${encodeURIComponent(words.join(' '))}`;
}

const list = (given: Given, name: string): string[] => {
  const values = given.flags[name];
  return Array.isArray(values) ? values.map(String) : [];
};

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`can't read ${file}: ${(error as Error).message.split(',')[0]}; give a CSV or JSON lines file`);
  }
}

function print(given: Given, value: unknown, readable: string): number {
  const json = given.json || !process.stdout.isTTY;
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${readable}\n`);
  return 0;
}

const decided = (given: Given, decision: PersonDecision): number => {
  const hint = decision.undoneAt ? '' : `      "wiredesk people undo ${decision.id}" takes it back\n`;
  process.stdout.write(given.json ? `${JSON.stringify(decision, null, 2)}\n` : `${decisionLine(decision)}\n${hint}`);
  return 0;
};

const day = (time: string | null): string => time?.slice(0, 10) ?? '';

const decisionLine = ({ id, action, summary, madeAt, undoneAt }: PersonDecision): string =>
  `${String(id).padStart(4)}  ${day(madeAt)}  ${action.padEnd(6)}  ${summary}${undoneAt ? `  (undone ${day(undoneAt)})` : ''}`;

function peopleTable(rows: Person[], part: string): string {
  if (rows.length === 0) return part ? `nobody in the register has "${part}" in a key or name` : 'nobody yet';
  const table = new Table({
    head: ['name', 'key', 'items', 'first seen', 'last seen', 'wikidata'],
    colAligns: ['left', 'left', 'right'],
    style: { head: process.stdout.isTTY ? ['bold'] : [], border: process.stdout.isTTY ? ['grey'] : [], compact: true },
  });
  for (const one of rows)
    table.push([one.name, one.key, one.items, day(one.firstSeen), day(one.lastSeen), one.wikidata ?? '']);
  return table.toString();
}

function describe(person: PersonDetails): string {
  const seen = person.firstSeen
    ? `in ${person.items} ${person.items === 1 ? 'item' : 'items'}, ${day(person.firstSeen)} to ${day(person.lastSeen)}`
    : 'in no item';
  const roles = person.roles.map((one) => `${one.role} (${one.count}, ${day(one.firstSeen)} to ${day(one.lastSeen)})`);
  const lines: [string, string[]][] = [
    ['wikidata', person.wikidata ? [person.wikidata] : []],
    ['merged', person.mergedKeys],
    ['written', person.variants.map(({ text: variant, items }) => `${variant} ${items}`)],
    ['roles', roles],
    ['countries', person.countries.map(({ code, items }) => `${code} ${items}`)],
    ['publishers', person.publishers.map(({ publisher, items }) => `${publisher} ${items}`)],
  ];
  const told = lines.filter(([, values]) => values.length > 0);
  return [
    `${person.name}  (${person.key})  ${seen}`,
    ...told.map(
      ([label, values]) => `  ${label.padEnd(11)}${values.join(label === 'roles' ? `\n${' '.repeat(13)}` : ', ')}`,
    ),
  ].join('\n');
}
