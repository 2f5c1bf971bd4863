import Table from 'cli-table3';
import type { Feed } from '../../schemas/feed.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import type { Ask } from '../desk-client.ts';
import { withDesk } from '../desk-client.ts';
import { UsageError } from '../usage-error.ts';

export const feeds: Command = {
  help: `
wiredesk feeds list
wiredesk feeds add URL [--publisher NAME] [--every SECONDS]
wiredesk feeds pause|resume|remove FEED      FEED is an id or the address; a removed feed's items stay`,
  options: { publisher: { type: 'string' }, every: { type: 'string' } },
  async run(given) {
    const [action = 'list', name, ...more] = given.words;
    if (more.length > 0) throw new UsageError(`one feed at a time: ${more[0]} is too much; see wiredesk feeds --help`);
    if (action === 'list') return withDesk(given.dataDir, (ask) => list(ask, given.json));
    if (!['add', 'pause', 'resume', 'remove'].includes(action))
      throw new UsageError(`unknown action: feeds ${action}; see wiredesk feeds --help`);
    if (!name)
      throw new UsageError(`feeds ${action} needs a ${action === 'add' ? 'URL' : 'FEED'}; see wiredesk feeds --help`);
    const feed = await withDesk(given.dataDir, (ask) => change(ask, action, name, given));
    process.stdout.write(
      given.json
        ? `${JSON.stringify(feed, null, 2)}\n`
        : `${feed.id}  ${feed.url}  ${action === 'remove' ? 'removed' : feed.state}\n`,
    );
    return 0;
  },
};

async function change(ask: Ask, action: string, name: string, given: Given): Promise<Feed> {
  const path = `/v1/feeds/${encodeURIComponent(name)}`;
  if (action === 'remove') return ask('DELETE', path);
  if (action !== 'add') return ask('POST', `${path}/${action}`);
  const every = text(given, 'every');
  const publisher = text(given, 'publisher');
  if (every && !(Number(every) >= 1)) throw new UsageError(`--every ${every}: give a number of seconds, at least 1`);
  return ask('POST', '/v1/feeds', {
    url: name,
    ...(publisher ? { publisher } : {}),
    ...(every ? { intervalMs: Math.round(Number(every) * 1000) } : {}),
  });
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
    const outcome = feed.lastError ? `${feed.lastOutcome}: ${feed.lastError}` : (feed.lastOutcome ?? 'not polled yet');
    table.push([feed.id, feed.publisher, feed.url, feed.state, outcome.slice(0, 80), feed.nextCheckAt ?? '']);
  }
  process.stdout.write(`${table}\n`);
  return 0;
}
