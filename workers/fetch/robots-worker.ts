import { RetryLater, Unprocessable } from '../../queues/outcomes.ts';
import { setCrawlDelay } from '../../store/hosts.ts';
import type { StoredRobots } from '../../store/robots.ts';
import { getRobots, saveRobots } from '../../store/robots.ts';
import { allowedByRobots, crawlDelayMs, robotsOf } from './robots.ts';
import type { FetchContext } from './worker.ts';
import { takeHostTurn } from './worker.ts';

/** RFC 9309, 2.4: a cached robots.txt is not used for longer, unless it can't be reached. */
const freshMs = 24 * 3_600_000;
/** One that can't be reached is tried again after this. */
const retryMs = 10 * 60_000;
/** A page waits for it a day; then someone should know. */
const patientMs = 24 * 3_600_000;
/** RFC 9309, 2.3.1.4: after a reasonable period, for example 30 days, one that can't be reached counts as none. */
const givenUpMs = 30 * 24 * 3_600_000;
/** Longer ones are meant for bots that come for everything; ours comes for the pages a feed names. */
const longestDelayMs = 60 * 60_000;

/** Lets a page pass that its host's robots.txt allows. Throws Unprocessable for one that it forbids; see `robotsRefusal`. */
export async function passRobots(context: FetchContext, url: string): Promise<void> {
  const refusal = await robotsRefusal(context, url);
  if (refusal) throw new Unprocessable(refusal);
}

/**
 * Why the host's robots.txt forbids a page, or null where it allows it. Throws while the robots.txt can't be reached:
 * RetryLater for a day, Unprocessable after it, a plain Error where the desk does not wait. Its crawl-delay is kept on the host, where every request asks for it.
 */
export async function robotsRefusal(context: FetchContext, url: string): Promise<string | null> {
  const { origin, protocol } = new URL(url);
  if (protocol === 'file:') return null; // of a folder that someone gave to the desk
  const robots = await robotsFor(context, origin);
  const failingMs = robots.failingSinceMs === null ? 0 : context.now() - robots.failingSinceMs;
  if (robots.answeredAtMs === null && failingMs < givenUpMs) {
    const reason = `${url}: ${origin}/robots.txt can't be reached, so no page of that host may be asked for`;
    if (!context.waits) throw new Error(reason);
    if (failingMs > patientMs) throw new Unprocessable(`${reason}; retry this dead letter when it answers again`);
    throw new RetryLater(retryMs, reason);
  }
  if (robots.body !== null && !allowedByRobots(robots.body, url, context.userAgent))
    return `${url}: ${origin}/robots.txt forbids this page; ask the publisher to let wiredesk in`;
  return null;
}

/** Jobs of one process that come at once for one host share one question. */
const asked = new Map<string, Promise<StoredRobots>>();

async function robotsFor(context: FetchContext, origin: string): Promise<StoredRobots> {
  const known = await getRobots(context.db, origin);
  const now = context.now();
  if (known && known.answeredAtMs !== null && now - known.answeredAtMs < freshMs) return known;
  if (known?.failingSinceMs && now - known.triedAtMs < retryMs) return known;
  const asking = asked.get(origin) ?? askRobots(context, origin, known).finally(() => asked.delete(origin));
  asked.set(origin, asking);
  return asking;
}

async function askRobots(context: FetchContext, origin: string, known: StoredRobots | null): Promise<StoredRobots> {
  const address = `${origin}/robots.txt`;
  await takeHostTurn(context, address);
  const found = robotsOf(await context.get(address));
  const now = context.now();
  const robots: StoredRobots =
    found === 'unreachable'
      ? {
          body: known?.body ?? null,
          answeredAtMs: known?.answeredAtMs ?? null,
          triedAtMs: now,
          failingSinceMs: known?.failingSinceMs ?? now,
        }
      : { body: found, answeredAtMs: now, triedAtMs: now, failingSinceMs: null };
  await saveRobots(context.db, origin, robots);
  const delayMs = robots.body === null ? 0 : (crawlDelayMs(robots.body, address, context.userAgent) ?? 0);
  await setCrawlDelay(context.db, new URL(origin).host, Math.min(delayMs, longestDelayMs));
  return robots;
}
