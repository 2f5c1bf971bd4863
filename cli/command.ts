import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command reads beside its own options. */
export interface Given {
  words: string[];
  flags: Record<string, string | boolean | string[] | undefined>;
  json: boolean;
  dataDir: string;
}

/** One command of `wiredesk`: its help, its own options, and what it does; `run` answers the exit code. */
export interface Command {
  help: string;
  options?: Options;
  run(given: Given): Promise<number>;
}

const shared: Options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  data: { type: 'string', default: '.wiredesk' },
};

const sharedHelp = `
  --json         print JSON for programs
  --data DIR     the data folder (default .wiredesk)
  --help         this text
`;

/** Parses a command's arguments and runs it. Throws UsageError on an unknown option, naming it. */
export async function runCommand(name: string, command: Command, args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options: { ...shared, ...command.options }, allowPositionals: true });
  } catch (error) {
    const [first = ''] = (error as Error).message.split(/\.\s/);
    throw new UsageError(`${first}; see wiredesk ${name} --help`);
  }
  if (parsed.values['help']) {
    process.stdout.write(`${command.help.trim()}\n${sharedHelp}`);
    return 0;
  }
  return command.run({
    words: parsed.positionals,
    flags: parsed.values as Given['flags'],
    json: parsed.values['json'] === true,
    dataDir: String(parsed.values['data']),
  });
}

/** The text of an option, or null when it was not given. */
export function text(given: Given, name: string): string | null {
  const value = given.flags[name];
  return typeof value === 'string' ? value : null;
}
