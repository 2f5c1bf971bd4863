import type { WarcWriter } from '../../archive/warc-writer.ts';
import { RetryLater } from '../../queues/outcomes.ts';
import type { Enqueue } from '../../queues/work.ts';
import type { Feed } from '../../schemas/feed.ts';
import type { Database } from '../../store/database.ts';
import { reserveSlot, takeTurn } from '../../store/hosts.ts';
import type { Get } from './fetch-feed.ts';
import { failure } from './http/conclude-fetch.ts';

/** What polling a feed and capturing a page need of the desk. */
export interface FetchContext {
  db: Database;
  archive: WarcWriter;
  get: Get;
  /** The headers that a feed's publisher is to be shown, and the origin they are for. Throws one line with the remedy when they do not open. */
  secretsOf(feedId: string): Promise<{ origin: string; headers: Record<string, string> } | null>;
  /** False in a run that is to end (`--once`): what can't be had now is then a failure. */
  waits: boolean;
  /** As robots.txt and publishers' logs know the desk. */
  userAgent: string;
  enqueue: Enqueue;
  /** Sends a form; answers what went wrong, or null. */
  post(url: string, form: Record<string, string>): Promise<string | null>;
  /** Where hubs reach the desk's API; null when they can't, then nothing is subscribed to. */
  publicUrl: string | null;
  now(): number;
  pause(ms: number): Promise<unknown>;
  /** Pause between two requests to one host, in ms. */
  hostDelayMs(host: string): number;
  /** The part of the day in which only feeds of the breaking lane are polled (`daySpanSchema`); null for none. */
  quietHours: string | null;
}

/** A job may wait for its host's turn in place this long; longer it would keep another host's job from running. */
const patienceMs = 1500;

/**
 * Waits for the turn of the URL's host, which all processes share. Throws RetryLater, with a slot reserved, when others
 * are before this one for longer.
 */
export async function takeHostTurn({ db, hostDelayMs, now, pause }: FetchContext, url: string): Promise<void> {
  const { host } = new URL(url);
  const delayMs = hostDelayMs(host);
  if (delayMs === 0) return;
  const waitMs = await takeTurn(db, host, delayMs, patienceMs, now());
  if (waitMs === null) {
    const slotMs = await reserveSlot(db, host, delayMs, now());
    throw new RetryLater(Math.max(slotMs, patienceMs), `others are before it at ${host}`);
  }
  if (waitMs > 0) await pause(waitMs);
}

/**
 * `get` with the feed's credentials, for the host they were given for: also where the feed or a page of it has moved to
 * another. Credentials that do not open are the fault that every answer then tells.
 */
export async function getAs({ get, secretsOf }: FetchContext, feed: Feed): Promise<Get> {
  if (!feed.credentials) return get;
  try {
    const secrets = await secretsOf(feed.id);
    return (url, previous) => get(url, previous, secrets && isFor(secrets.origin, url) ? secrets.headers : {});
  } catch (error) {
    return async (url) => failure(url, `${feed.url}: ${(error as Error).message}`);
  }
}

/** The same host; https may stand for http, and never the other way round. */
function isFor(origin: string, address: string): boolean {
  const [from, to] = [new URL(origin), new URL(address)];
  return from.host === to.host && (to.protocol === 'https:' || to.protocol === from.protocol);
}
