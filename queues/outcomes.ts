import type { Job } from 'bullmq';
import { DelayedError, UnrecoverableError } from 'bullmq';

/** The job can't run yet (429, host busy): it comes back after `delayMs` and spends no attempt. */
export class RetryLater extends Error {
  readonly delayMs: number;
  constructor(delayMs: number, reason: string) {
    super(reason);
    this.name = 'RetryLater';
    this.delayMs = delayMs;
  }
}

/** The job can never succeed as it stands: dead letter at once. The message says why and what would help. */
export class Unprocessable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unprocessable';
  }
}

export type Exit = 'done' | 'later' | 'never' | 'error' | 'dead';

/** What became of one run of a job: `note` is the handler's own word ("3 new entries") or the reason it failed. */
export interface Outcome {
  exit: Exit;
  note: string;
  durationMs: number;
}

/**
 * Runs a job's handler and maps its end to one of the four exits, here and nowhere else: done; later (delayed, no
 * attempt spent); never (dead letter at once); error (back-off, and dead letter when no attempt is left).
 */
export async function runJob(
  job: Job,
  token: string | undefined,
  handler: () => Promise<string>,
  tell: { now(): number; deadLetter(reason: string): Promise<void>; outcome(outcome: Outcome): void },
): Promise<string> {
  const startedAt = tell.now();
  const report = (exit: Exit, note: string) => tell.outcome({ exit, note, durationMs: tell.now() - startedAt });
  try {
    const note = await handler();
    report('done', note);
    return note;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof RetryLater) {
      await job.moveToDelayed(tell.now() + error.delayMs, token);
      report('later', reason);
      throw new DelayedError();
    }
    if (error instanceof Unprocessable) {
      await tell.deadLetter(reason);
      report('never', reason);
      throw new UnrecoverableError(reason);
    }
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (lastAttempt) await tell.deadLetter(reason);
    report(lastAttempt ? 'dead' : 'error', reason);
    throw error;
  }
}
