import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Config } from '../schemas/config.ts';
import { configSchema } from '../schemas/config.ts';
import type { Feed } from '../schemas/feed.ts';
import { readConfig, readFeedsFile } from '../workers/fetch/feed/read-feeds-file.ts';
import { allowedNetworks } from './allowed-networks.ts';
import type { Given } from './command.ts';
import { text } from './command.ts';
import { feedAddress } from './feed-address.ts';
import { UsageError } from './usage-error.ts';

export interface NamedFeed {
  url: string;
  title?: string | undefined;
  publisher?: string | undefined;
  kind?: Feed['kind'] | undefined;
  intervalMs?: number | undefined;
  lane?: Feed['lane'] | undefined;
  window?: string | undefined;
}

export interface StartOptions {
  /** Empty: the feeds that the folder knows, or the sample wire in a new one. */
  feeds: NamedFeed[];
  config: Config;
  once: boolean;
  host: string;
  port: number;
  logLevel: string | null;
}

/** Reads the words and options of `wiredesk start`. Throws UsageError, or one line that names a bad file or address. */
export function startOptions(given: Given): StartOptions {
  const file = text(given, 'feeds');
  const content = file ? readText(file) : null;
  const config = content && file?.endsWith('.json') ? readConfig(content, basename(file)) : configSchema.parse({});
  const named = content && file ? readFeedsFile(content, basename(file)) : [];
  const urls = given.words.map((url) => ({ url: addressOf(url) }));
  const allow = allowedNetworks(given);
  const once = given.flags['once'] === true;
  return {
    feeds: [...named, ...urls],
    config: { ...config, allowPrivate: [...config.allowPrivate, ...allow], ...contact(text(given, 'contact')) },
    once,
    host: text(given, 'host') ?? '127.0.0.1',
    port: port(text(given, 'port'), once ? 0 : config.port),
    logLevel: text(given, 'log-level'),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `can't read ${file} (${(error as NodeJS.ErrnoException).code}): --feeds takes an OPML file, a list of addresses or a wiredesk.config.json`,
    );
  }
}

function addressOf(word: string): string {
  const address = feedAddress(word);
  if (address) return address;
  throw new UsageError(
    `${word} is no http or https address and no folder; wiredesk start takes the addresses of feeds or pages`,
  );
}

function contact(address: string | null): { contact?: string } {
  if (address === null) return {};
  if (configSchema.shape.contact.safeParse(address).success) return { contact: address };
  throw new UsageError(`--contact ${address}: give a mail or web address of yours, such as desk@example.org`);
}

function port(value: string | null, otherwise: number): number {
  if (value === null) return otherwise;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new UsageError(`--port ${value}: give a number from 0 (any free port) to 65535`);
}
