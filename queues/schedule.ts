import type { Feed } from '../schemas/feed.ts';
import type { Backend } from './backend.ts';
import { lanes, schedulerId } from './names.ts';

/**
 * Gives the feed's poll to a BullMQ job scheduler, or takes it away when the feed is not active. Repeating it changes
 * nothing. Answers whether the scheduler is new: a new one polls at once.
 */
export async function scheduleFeed(backend: Backend, feed: Feed): Promise<boolean> {
  if (feed.state !== 'active') {
    await unscheduleFeed(backend, feed.id);
    return false;
  }
  const queue = backend.queues['fetch-feed'];
  const current = await queue.getJobScheduler(schedulerId(feed.id));
  if (current?.every === feed.intervalMs) return false; // an upsert would push the next poll away at every start
  await queue.upsertJobScheduler(
    schedulerId(feed.id),
    { every: feed.intervalMs },
    { name: 'fetch-feed', data: { feedId: feed.id }, opts: { priority: lanes.live } },
  );
  return true;
}

/** Stops polling a feed. */
export async function unscheduleFeed(backend: Backend, feedId: string): Promise<void> {
  await backend.queues['fetch-feed'].removeJobScheduler(schedulerId(feedId));
}

/** Stops all polling, for a run that is to end when the queues are empty; the next start schedules anew. */
export async function unscheduleAll(backend: Backend): Promise<void> {
  const queue = backend.queues['fetch-feed'];
  for (;;) {
    const page = await queue.getJobSchedulers(0, 99);
    if (page.length === 0) return;
    for (const scheduler of page) await queue.removeJobScheduler(scheduler.key);
  }
}
