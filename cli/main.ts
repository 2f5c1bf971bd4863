#!/usr/bin/env node
import type { Command } from './command.ts';
import { runCommand } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Commands load when they are asked for: `parse` must start without the store's 300 ms. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  parse: async () => (await import('./commands/parse.ts')).parse,
  enrich: async () => (await import('./commands/enrich.ts')).enrich,
  items: async () => (await import('./commands/items.ts')).items,
  people: async () => (await import('./commands/people.ts')).people,
  feeds: async () => (await import('./commands/feeds.ts')).feeds,
  replay: async () => (await import('./commands/replay.ts')).replay,
  'dead-letters': async () => (await import('./commands/dead-letters.ts')).deadLetters,
  profile: async () => (await import('./commands/profile.ts')).profile,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  schema: async () => (await import('./commands/schema.ts')).schema,
};

const help = `
wiredesk: a news-wire desk that splits pages into stories and briefs

  wiredesk start [URL…]                 run the desk (the sample wire without URLs)
  wiredesk parse FILE|URL|-             print one page's items
  wiredesk enrich FILE|-                tag the countries and people of any text
  wiredesk items                        the newest items
  wiredesk people list|show|merge|split|undo|import
  wiredesk feeds list|show|add|set|pause|resume|fetch|remove|discover|import|export
  wiredesk replay --stage parse|enrich --reason TEXT
  wiredesk dead-letters list|retry
  wiredesk profile list|test            publisher profiles: layouts that need a rule of their own
  wiredesk doctor                       check this machine and the data folder
  wiredesk schema [NAME]                the JSON Schema of an item, feed, …

wiredesk COMMAND --help tells more.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (!name || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${help.trim()}\n`);
    return name ? 0 : 2;
  }
  const load = commands[name];
  if (!load) throw new UsageError(`unknown command: ${name}; wiredesk --help lists them`);
  return runCommand(name, await load(), args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`wiredesk: ${message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
