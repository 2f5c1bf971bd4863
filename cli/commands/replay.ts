import type { ReplayRecord, ReplayReport } from '../../schemas/replay.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import { withDesk } from '../desk-client.ts';
import { UsageError } from '../usage-error.ts';

export const replay: Command = {
  help: `
wiredesk replay list                                  past replays with their reasons
wiredesk replay --stage parse|enrich --reason TEXT
  runs stored captures again with today's code. A dry run unless --apply: it prints what would be added, removed, changed.
  --apply writes a new version where an item's content differs, adds new items, and nothing else.

  --feed FEED          only this feed's captures (id or address)
  --from T, --to T     only captures fetched in this time (2026-11-24 or 2026-11-24T08:00:00Z)
  --reason TEXT        why, kept with the replay
  --apply              write`,
  options: {
    stage: { type: 'string' },
    feed: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    reason: { type: 'string' },
    apply: { type: 'boolean' },
  },
  async run(given) {
    if (given.words[0] === 'list') return list(given);
    if (given.words[0]) throw new UsageError(`unknown action: replay ${given.words[0]}; see wiredesk replay --help`);
    const stage = text(given, 'stage');
    const reason = text(given, 'reason');
    if (stage !== 'parse' && stage !== 'enrich')
      throw new UsageError(`--stage ${stage ?? 'is missing'}: give parse or enrich`);
    if (!reason) throw new UsageError('--reason is missing: say why you replay, in a few words');
    const request = {
      stage,
      reason,
      feed: text(given, 'feed'),
      from: time(given, 'from'),
      to: time(given, 'to'),
      apply: given.flags['apply'] === true,
    };
    const report = await withDesk(given.dataDir, (ask) => ask<ReplayReport>('POST', '/v1/replays', request));
    process.stdout.write(
      given.json || !process.stdout.isTTY ? `${JSON.stringify(report, null, 2)}\n` : readable(report),
    );
    return report.failed.length ? 1 : 0;
  },
};

async function list(given: Given): Promise<number> {
  const { replays } = await withDesk(given.dataDir, (ask) => ask<{ replays: ReplayRecord[] }>('GET', '/v1/replays'));
  const line = ({ request, report, endedAt }: ReplayRecord) =>
    `${report.id}  ${endedAt.slice(0, 19)}  ${report.stage.padEnd(6)}  ${report.applied ? 'applied' : 'dry run'}  ${report.changes.length} changes  ${request.reason}`;
  const plain = replays.map(line).join('\n') || 'no replays yet';
  process.stdout.write(given.json || !process.stdout.isTTY ? `${JSON.stringify(replays, null, 2)}\n` : `${plain}\n`);
  return 0;
}

function time(given: Given, name: string): string | null {
  const value = text(given, name);
  if (value === null) return null;
  const date = new Date(value);
  if (Number.isNaN(date.getTime()))
    throw new UsageError(`--${name} ${value}: give a date such as 2026-11-24 or 2026-11-24T08:00:00Z`);
  return date.toISOString();
}

function readable(report: ReplayReport): string {
  const count = (change: string) => report.changes.filter((row) => row.change === change).length;
  const mark = { added: '+', removed: '-', changed: '~' };
  const lines = report.changes.map(
    (row) => `${mark[row.change]} ${row.kind} ${row.id}  ${row.headline.slice(0, 80)}  ${row.fields.join(', ')}`,
  );
  const failed = report.failed.map((row) => `! ${row.captureId}  ${row.reason}`);
  const sum = `${count('added')} added, ${count('removed')} removed, ${count('changed')} changed, ${report.unchanged} unchanged`;
  const end = report.applied ? 'applied' : 'a dry run: nothing was written, --apply writes';
  return `${[...lines, ...failed].join('\n')}\n${report.captures} captures, ${sum} (replay ${report.id}, ${end})\n`;
}
