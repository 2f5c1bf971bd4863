import type { Entry } from '../../schemas/entry.ts';
import type { Feed } from '../../schemas/feed.ts';
import type { JobData } from '../../schemas/job.ts';
import type { Database } from '../../store/database.ts';
import { entriesLike, entryId, marksOf, upsertEntries, upsertEntry } from '../../store/entries.ts';
import { setFeedUrl } from '../../store/feeds.ts';
import { reserveSlot } from '../../store/hosts.ts';
import { feedToPoll, recordCheck } from '../../store/schedule.ts';
import { noteHub } from '../../store/subscriptions.ts';
import { canonicalUrl } from './address/canonical-url.ts';
import { findHub } from './address/find-hub.ts';
import { nameMovedEntries } from './address/name-moved-entries.ts';
import { decodeText } from './feed/decode-text.ts';
import type { FeedPoll, NamedEntry } from './fetch-feed.ts';
import { fetchFeed } from './fetch-feed.ts';
import { robotsRefusal } from './robots-worker.ts';
import { concludePoll } from './schedule/conclude-poll.ts';
import type { FetchContext } from './worker.ts';
import { getAs, takeHostTurn } from './worker.ts';

/**
 * Polls one feed: upserts its entries, enqueues the pages that are new or edited, and writes down when to ask again and why.
 * `namedBy`: the page that has just named the feed's address; two pages may name each other for ever, so it ends there.
 */
export async function pollFeed(
  context: FetchContext,
  data: JobData<'fetch-feed'>,
  namedBy: string | null = null,
): Promise<string> {
  const known = await feedToPoll(context.db, data.feedId);
  if (!known || known.feed.state === 'paused') return 'feed is not polled';
  const { feed, habit } = known;
  await takeHostTurn(context, feed.url);
  const poll = await fetchFeed(feed, await getAs(context, feed));
  if (poll.kind === 'discovered') return pollDiscovered(context, feed, poll, namedBy);
  // Entries first: were the validators saved before them, a crash in between would hide them behind a 304.
  const fresh = poll.kind === 'entries' ? await takeEntries(context, feed, poll.entries) : 0;
  if (poll.kind === 'page') await takeSinglePage(context, feed);
  if (poll.kind === 'entries' && context.publicUrl) await noteHubOf(context, feed, poll);
  const { quietHours } = context;
  const { check, takeOver } = concludePoll({ feed, habit, poll, fresh, nowMs: context.now(), quietHours });
  await recordCheck(context.db, feed.id, check);
  if (takeOver) await setFeedUrl(context.db, feed.id, takeOver, false);
  return `${describe(poll, fresh)}; next at ${check.nextCheckAt}: ${check.nextCheckReason}`;
}

async function noteHubOf({ db }: FetchContext, feed: Feed, { result }: FeedPoll): Promise<void> {
  const text = decodeText(result.body ?? new Uint8Array(), result.headers['content-type']);
  const found = findHub(result.headers, text, result.finalUrl);
  if (found) await noteHub(db, feed.id, found.hub, found.topic);
}

/** The address was a page that names a feed: that feed takes its place, unless it is polled already or robots.txt forbids it. */
async function pollDiscovered(
  context: FetchContext,
  feed: Feed,
  poll: FeedPoll & { kind: 'discovered' },
  namedBy: string | null,
) {
  const refusal =
    namedBy === null
      ? await robotsRefusal(context, poll.feedUrl)
      : `${feed.url}, which ${namedBy} names as its feed, is a page that names ${poll.feedUrl}: add the feed itself`;
  if (!refusal && (await setFeedUrl(context.db, feed.id, poll.feedUrl, true)))
    return `feed discovered at ${poll.feedUrl}; ${await pollFeed(context, { feedId: feed.id }, feed.url)}`;
  const error = refusal ?? `its feed ${poll.feedUrl} is polled already as a feed of its own: remove this one`;
  const failed: FeedPoll = { kind: 'failed', error, result: poll.result };
  const { check } = concludePoll({
    feed,
    habit: [],
    poll: failed,
    fresh: 0,
    nowMs: context.now(),
    quietHours: context.quietHours,
  });
  await recordCheck(context.db, feed.id, check);
  return error;
}

function describe(poll: FeedPoll, fresh: number): string {
  switch (poll.kind) {
    case 'entries':
      return `${poll.entries.length} entries, ${fresh} to fetch`;
    case 'page':
      return 'a single page';
    case 'failed':
      return `failed: ${poll.error}`;
    default:
      return poll.kind;
  }
}

/** Upserts the entries that are new or edited and enqueues their pages; the many that are known cost one question. */
async function takeEntries(context: FetchContext, feed: Feed, entries: NamedEntry[]): Promise<number> {
  const known = await marksOf(
    context.db,
    feed.id,
    entries.map((named) => entryId(named.url)),
  );
  const fresh = entries.filter((named) => !known.has(entryId(named.url)));
  const edited = entries.filter((named) => ![undefined, named.mark].includes(known.get(entryId(named.url))));
  const lines = [...(await nameMoved(context.db, feed, fresh, entries)), ...edited];
  const taken = (await upsertEntries(context.db, feed.id, lines)).filter(({ changed }) => changed);
  for (const { entry } of taken) await enqueuePage(context, feed, entry);
  return taken.length;
}

/** Pages under new addresses that the feed named before under other ones: told by guid, or by title and date. */
async function nameMoved(db: Database, feed: Feed, fresh: NamedEntry[], poll: NamedEntry[]): Promise<NamedEntry[]> {
  if (fresh.length === 0) return [];
  return nameMovedEntries(fresh, await entriesLike(db, feed.id, fresh), poll);
}

async function takeSinglePage(context: FetchContext, feed: Feed): Promise<void> {
  const named = { url: canonicalUrl(feed.url), guid: null, title: null, published: null, updated: null, summary: null };
  const { entry } = await upsertEntry(context.db, feed.id, named, String(context.now()));
  await enqueuePage(context, feed, entry);
}

async function enqueuePage(context: FetchContext, feed: Feed, entry: Entry): Promise<void> {
  const { host } = new URL(entry.url);
  const delayMs = await reserveSlot(context.db, host, context.hostDelayMs(host), context.now());
  const { lane } = feed;
  await context.enqueue('fetch-page', { feedId: feed.id, entryId: entry.id, mark: entry.mark }, { delayMs, lane });
}
