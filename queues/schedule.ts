import type { Backend } from './backend.ts';
import { jobId, lanes } from './names.ts';

/** A feed whose poll is due; `repaired` when it was asked for before and nothing came of it. */
export interface DuePoll {
  id: string;
  lane: 'breaking' | 'live' | 'backfill';
  repaired: boolean;
}

/** The rest of 100,000 due feeds waits in the store, where it costs nothing: the queue holds some seconds of work only. */
const mostWaiting = 400;

/**
 * Asks for the polls that are due. `claim` takes up to so many due feeds from the store, each for this process only, and
 * offers a feed again when its poll was lost. Answers how many were asked for and how many of them were repairs.
 */
export async function dispatchDue(
  { queues }: Backend,
  claim: (limit: number) => Promise<DuePoll[]>,
): Promise<{ polls: number; repairs: number }> {
  const queue = queues['fetch-feed'];
  const counts = await queue.getJobCounts('waiting', 'prioritized');
  const room = mostWaiting - (counts['waiting'] ?? 0) - (counts['prioritized'] ?? 0);
  if (room <= 0) return { polls: 0, repairs: 0 };
  const due = await claim(room);
  if (due.length > 0) {
    await queue.addBulk(
      due.map(({ id, lane }) => ({
        name: 'fetch-feed',
        data: { feedId: id },
        opts: { jobId: jobId('fetch-feed', { feedId: id }), priority: lanes[lane] },
      })),
    );
  }
  return { polls: due.length, repairs: due.filter((feed) => feed.repaired).length };
}
