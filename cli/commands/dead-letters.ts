import type { DeadLetter } from '../../schemas/dead-letter.ts';
import type { Command } from '../command.ts';
import { withDesk } from '../desk-client.ts';
import { UsageError } from '../usage-error.ts';

export const deadLetters: Command = {
  help: `
wiredesk dead-letters list             failed jobs with their causes
wiredesk dead-letters retry ID…|all    run them again with today's code`,
  async run({ words, json, dataDir }) {
    const [action = 'list', ...ids] = words;
    if (action !== 'list' && action !== 'retry')
      throw new UsageError(`unknown action: dead-letters ${action}; see wiredesk dead-letters --help`);
    if (action === 'retry' && ids.length === 0)
      throw new UsageError('dead-letters retry needs an ID or all; "wiredesk dead-letters list" names them');
    return withDesk(dataDir, async (ask) => {
      const { deadLetters: letters } = await ask<{ deadLetters: DeadLetter[] }>('GET', '/v1/dead-letters');
      if (action === 'list') {
        process.stdout.write(
          json || !process.stdout.isTTY ? `${JSON.stringify(letters, null, 2)}\n` : `${describe(letters)}\n`,
        );
        return 0;
      }
      const chosen = ids[0] === 'all' ? letters.map((letter) => letter.id) : ids;
      const retried = chosen.length
        ? (await ask<{ retried: string[] }>('POST', '/v1/dead-letters/retry', { ids: chosen })).retried
        : [];
      process.stdout.write(
        json
          ? `${JSON.stringify({ retried })}\n`
          : `${retried.length} handed to the queue again; a running desk takes them at once, else the next start\n`,
      );
      return 0;
    });
  },
};

/** One line a dead letter: its id, stage, time and cause. */
export function describe(letters: DeadLetter[]): string {
  if (letters.length === 0) return 'no dead letters';
  return letters
    .map((letter) => `${letter.id}  ${letter.stage.padEnd(10)}  ${letter.failedAt.slice(0, 19)}  ${letter.reason}`)
    .join('\n');
}
