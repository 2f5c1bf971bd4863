import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Backend, JobQueue } from '../../queues/backend.ts';
import { jobId, lanes } from '../../queues/names.ts';
import { dispatchDue } from '../../queues/schedule.ts';
import { sweep } from '../../queues/sweep.ts';
import { enqueueOn } from '../../queues/work.ts';

let calls: unknown[][] = [];
let waiting = 0;
let state = 'unknown';

/** A queue that only remembers what it was asked; what BullMQ makes of it the flow suites show. */
const queue = {
  add: async (...given: unknown[]) => void calls.push(['add', ...given]),
  addBulk: async (jobs: unknown[]) => void calls.push(['addBulk', jobs]),
  remove: async (id: string) => calls.push(['remove', id]),
  getJobState: async () => state,
  getJobCounts: async () => ({ waiting: 0, prioritized: waiting }),
} as unknown as JobQueue;
const backend = { queues: { 'fetch-feed': queue, 'fetch-page': queue, parse: queue, enrich: queue } } as Backend;

beforeEach(() => {
  calls = [];
  waiting = 0;
  state = 'unknown';
});

describe('what is due', () => {
  const due = (id: string, repaired = false) => ({ id, lane: 'breaking', repaired }) as const;

  test('is enqueued at once under the name of its feed, in its lane, and repairs are counted', async () => {
    expect(await dispatchDue(backend, async () => [due('a'), due('b', true)])).toEqual({ polls: 2, repairs: 1 });
    expect(calls).toEqual([
      [
        'addBulk',
        ['a', 'b'].map((id) => ({
          name: 'fetch-feed',
          data: { feedId: id },
          opts: { jobId: jobId('fetch-feed', { feedId: id }), priority: lanes.breaking },
        })),
      ],
    ]);
  });

  test('is taken only as far as the queue has room: the rest waits in the store', async () => {
    const asked: number[] = [];
    const claim = async (limit: number) => {
      asked.push(limit);
      return [];
    };
    for (waiting of [0, 390, 400, 5000]) await dispatchDue(backend, claim);
    expect(asked).toEqual([400, 10]);
    expect(calls).toEqual([]);
  });
});

describe('the sweep', () => {
  const orphans = { 'fetch-page': [{ feedId: 'f', entryId: 'e', mark: 'm' }], parse: [], enrich: [] };

  test.each(['waiting', 'prioritized', 'delayed', 'active'])(
    'leaves a job alone that is %s: it keeps its place at its host',
    async (open) => {
      state = open;
      await sweep(orphans, enqueueOn(backend));
      expect(calls).toEqual([]);
    },
  );

  test.each(['unknown', 'completed', 'failed'])('asks again for one that is %s', async (ended) => {
    state = ended;
    expect(await sweep(orphans, enqueueOn(backend))).toBe(1);
    expect(calls.map(([call]) => call)).toEqual(['remove', 'add']);
  });
});
