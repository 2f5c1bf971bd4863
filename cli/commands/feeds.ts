import Table from 'cli-table3';
import type { Feed } from '../../schemas/feed.ts';
import { feedKindSchema } from '../../schemas/feed.ts';
import { allowedNetworks } from '../allowed-networks.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import type { Ask } from '../desk-client.ts';
import { withDesk } from '../desk-client.ts';
import { exportOpml, importFeeds } from '../exchange-feeds.ts';
import { feedAddress } from '../feed-address.ts';
import { feedLines } from '../feed-lines.ts';
import { feedSettingOptions, feedSettings } from '../feed-settings.ts';
import { loginOptions, readCredentials } from '../read-credentials.ts';
import { UsageError } from '../usage-error.ts';

const changes = ['add', 'set', 'login', 'logout', 'pause', 'resume', 'fetch', 'remove'];
const needs: Record<string, string> = { add: 'URL or a folder', discover: 'URL', import: 'FILE' };
const done: Record<string, string> = {
  remove: 'removed',
  login: 'its credentials are kept',
  logout: 'its credentials are forgotten',
  fetch: 'asked for, before all others',
};

export const feeds: Command = {
  help: `
wiredesk feeds list
wiredesk feeds discover URL                  the feeds of a site, from any address of it; adds none
wiredesk feeds import FILE                   adds those of an OPML file, a list of addresses or a wiredesk.config.json
wiredesk feeds export                        all of them as OPML, on standard output
wiredesk feeds show FEED                     its state, its next check and the reason for it
wiredesk feeds add URL|FOLDER                with any of the options below; a folder holds mails (.eml) and text files
wiredesk feeds set FEED                      changes what the options name
wiredesk feeds login FEED --basic USER | --header NAME | --cookie
                                             what its publisher is shown; the secret is read from standard input and
                                             kept encrypted with WIREDESK_KEY
wiredesk feeds logout FEED
wiredesk feeds pause|resume|fetch|remove FEED
  FEED is an id or the address; fetch polls it now; a removed feed's items stay

  --kind KIND         feed (the default; also a sitemap or a folder), list (a page of links to articles), page (one page)
  --every SECONDS     a fixed pause between two polls; without it the pause adapts, from 5 minutes to an hour
  --adaptive          back to the adaptive pause
  --lane LANE         breaking (first, also in the quiet hours), live or backfill (last)
  --window SPAN       poll in this part of the day only: "06:00-23:00 Asia/Baku"; none takes it away
  --publisher NAME
  --allow-private CIDR  let discover look into this private network (repeatable)`,
  options: {
    ...feedSettingOptions,
    ...loginOptions,
    kind: { type: 'string' },
    'allow-private': { type: 'string', multiple: true },
  },
  async run(given) {
    const [action = 'list', name, ...more] = given.words;
    if (more.length > 0) throw new UsageError(`one feed at a time: ${more[0]} is too much; see wiredesk feeds --help`);
    if (action === 'list') return withDesk(given.dataDir, (ask) => list(ask, given.json));
    if (action === 'export' && name) throw new UsageError(`feeds export writes to standard output: > ${name}`);
    if (action === 'export') return withDesk(given.dataDir, (ask) => exported(ask));
    if (action === 'import' && name) return withDesk(given.dataDir, (ask) => imported(ask, name, given.json), true);
    if (action === 'discover' && name) return discovered(name, given);
    if (action !== 'show' && !['import', 'discover', ...changes].includes(action))
      throw new UsageError(`unknown action: feeds ${action}; see wiredesk feeds --help`);
    if (!name) throw new UsageError(`feeds ${action} needs a ${needs[action] ?? 'FEED'}; see wiredesk feeds --help`);
    const settings =
      action === 'login' ? await readCredentials(given) : { ...feedSettings(given), ...kindOf(given, action) };
    const address = feedAddress(name);
    if (action === 'add' && !address)
      throw new UsageError(`${name} is no http or https address and no folder; see wiredesk feeds --help`);
    const feed = await withDesk(
      given.dataDir,
      (ask) => change(ask, action, address ?? name, settings),
      action === 'add',
    );
    process.stdout.write(`${given.json ? JSON.stringify(feed, null, 2) : told(action, feed)}\n`);
    return 0;
  },
};

function kindOf(given: Given, action: string): { kind?: Feed['kind'] } {
  const kind = text(given, 'kind');
  if (kind === null) return {};
  if (action !== 'add') throw new UsageError('--kind goes with feeds add: remove the feed and add it again');
  const read = feedKindSchema.safeParse(kind);
  if (!read.success) throw new UsageError(`--kind ${kind}: give one of ${feedKindSchema.options.join(', ')}`);
  return { kind: read.data };
}

async function exported(ask: Ask): Promise<number> {
  const { feeds: rows } = await ask<{ feeds: Feed[] }>('GET', '/v1/feeds');
  process.stdout.write(exportOpml(rows));
  return 0;
}

async function imported(ask: Ask, file: string, json: boolean): Promise<number> {
  const { added, known } = await importFeeds(ask, file);
  const lines = added.map((feed) => `${feed.id}  ${feed.url}`);
  const told = [...lines, `${added.length} added, ${known} known already`].join('\n');
  process.stdout.write(`${json ? JSON.stringify({ added, known }, null, 2) : told}\n`);
  return 0;
}

async function discovered(url: string, given: Given): Promise<number> {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new UsageError(`${url} is no http or https address`);
  const { discover, discoveredLines } = await import('../discover.ts');
  const found = await discover(url, allowedNetworks(given));
  process.stdout.write(`${given.json ? JSON.stringify(found, null, 2) : discoveredLines(url, found)}\n`);
  return found.length > 0 ? 0 : 1;
}

const told = (action: string, feed: Feed): string =>
  action === 'show' || action === 'set'
    ? feedLines(feed, Date.now())
    : `${feed.id}  ${feed.url}  ${done[action] ?? feed.state}`;

async function change(ask: Ask, action: string, name: string, settings: Record<string, unknown>): Promise<Feed> {
  const path = `/v1/feeds/${encodeURIComponent(name)}`;
  if (action === 'show') return ask('GET', path);
  if (action === 'remove') return ask('DELETE', path);
  if (action === 'login') return ask('PUT', `${path}/credentials`, settings);
  if (action === 'logout') return ask('DELETE', `${path}/credentials`);
  if (action === 'add') return ask('POST', '/v1/feeds', { url: name, ...settings });
  if (action !== 'set') return ask('POST', `${path}/${action}`);
  if (Object.keys(settings).length === 0)
    throw new UsageError('feeds set needs an option such as --every; see wiredesk feeds --help');
  return ask('PATCH', path, settings);
}

async function list(ask: Ask, json: boolean): Promise<number> {
  const { feeds: rows } = await ask<{ feeds: Feed[] }>('GET', '/v1/feeds');
  if (json || !process.stdout.isTTY) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return 0;
  }
  const table = new Table({
    head: ['id', 'publisher', 'address', 'state', 'last outcome', 'next check'],
    wordWrap: true,
  });
  for (const feed of rows) {
    const outcome =
      feed.silent && !feed.lastError
        ? `silent: ${feed.silent}`
        : feed.lastError
          ? `${feed.lastOutcome}: ${feed.lastError}`
          : (feed.lastOutcome ?? 'not polled yet');
    table.push([feed.id, feed.publisher, feed.url, feed.state, outcome.slice(0, 80), feed.nextCheckAt ?? '']);
  }
  process.stdout.write(`${table}\n`);
  return 0;
}
