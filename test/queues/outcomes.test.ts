import { describe, expect, test } from '@jest/globals';
import type { Job } from 'bullmq';
import { DelayedError, UnrecoverableError } from 'bullmq';
import type { Outcome } from '../../queues/outcomes.ts';
import { RetryLater, runJob, Unprocessable } from '../../queues/outcomes.ts';

/** Runs one job whose handler ends so, on its nth attempt of three, and tells all that was seen of it. */
async function end(handler: () => Promise<string>, attemptsMade = 0) {
  const seen: { letters: string[]; outcomes: Outcome[]; delayedTo: number[]; thrown: unknown } = {
    letters: [],
    outcomes: [],
    delayedTo: [],
    thrown: null,
  };
  const job = {
    attemptsMade,
    opts: { attempts: 3 },
    moveToDelayed: async (at: number) => {
      seen.delayedTo.push(at);
    },
  } as unknown as Job;
  const tell = {
    now: () => 1000,
    deadLetter: async (reason: string) => {
      seen.letters.push(reason);
    },
    outcome: (outcome: Outcome) => {
      seen.outcomes.push(outcome);
    },
  };
  await runJob(job, 'token', handler, tell).catch((error: unknown) => {
    seen.thrown = error;
  });
  return seen;
}

const failing = (error: Error) => async (): Promise<string> => {
  throw error;
};

describe('a job leaves in one of four ways', () => {
  test('done: nothing is kept but the note', async () => {
    const seen = await end(async () => '3 entries');
    expect(seen).toMatchObject({ letters: [], thrown: null, outcomes: [{ exit: 'done', note: '3 entries' }] });
  });

  test('later: the job waits as long as it was told and spends no attempt', async () => {
    const seen = await end(failing(new RetryLater(5000, 'the host asks to wait')));
    expect(seen.delayedTo).toEqual([6000]);
    expect(seen.thrown).toBeInstanceOf(DelayedError);
    expect(seen.letters).toEqual([]);
  });

  test('never: a dead letter at once, with no further attempt', async () => {
    const seen = await end(failing(new Unprocessable('the page is empty')));
    expect(seen.thrown).toBeInstanceOf(UnrecoverableError);
    expect(seen.letters).toEqual(['the page is empty']);
  });

  test('error: back-off while attempts are left, a dead letter with the last', async () => {
    expect((await end(failing(new Error('reset')), 1)).letters).toEqual([]);
    const last = await end(failing(new Error('reset')), 2);
    expect(last.letters).toEqual(['reset']);
    expect(last.outcomes[0]?.exit).toBe('dead');
  });
});
