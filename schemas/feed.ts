import { z } from 'zod';
import { credentialsKindSchema } from './credentials.ts';
import { daySpanSchema } from './day-span.ts';

export const feedLaneSchema = z.enum(['breaking', 'live', 'backfill']);

/** The longest pause between new entries that ended on a day (days since 1970, UTC), oldest first. */
export const feedHabitSchema = z.array(z.object({ day: z.number().int(), pauseMs: z.number() }));

/**
 * A `feed` is RSS, Atom, RDF, JSON Feed, a sitemap, an index of sitemaps, or a folder of files (`file:`); a `list` is a
 * page of links to articles; a `page` is a single page taken as it stands.
 */
export const feedKindSchema = z.enum(['feed', 'list', 'page']);

/** A source that is polled. Times are ISO 8601 UTC. */
export const feedSchema = z.object({
  id: z.string(),
  url: z.string(),
  kind: feedKindSchema,
  title: z.string().nullable(),
  publisher: z.string(),
  /** A feed that is `gone` (410) is still asked once a day. */
  state: z.enum(['active', 'paused', 'gone']),
  /** The shortest pause between two polls; the only one where `adaptive` is false. */
  intervalMs: z.number().int().positive(),
  adaptive: z.boolean(),
  /** The pause in force, between one and twelve intervals. */
  cadenceMs: z.number().int().positive(),
  lane: feedLaneSchema,
  /** The kind of credentials its publisher is shown; they themselves never leave the store. */
  credentials: credentialsKindSchema.nullable(),
  /** The part of the day in which it is polled; null for all of it. */
  window: daySpanSchema.nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  lastCheckedAt: z.string().nullable(),
  nextCheckAt: z.string().nullable(),
  /** Why then, in words. */
  nextCheckReason: z.string().nullable(),
  lastOutcome: z.string().nullable(),
  lastError: z.string().nullable(),
  failures: z.number().int(),
  /** The share of the last poll's entries that were known already. */
  seenShare: z.number().nullable(),
  lastNewAt: z.string().nullable(),
  /** Words when it has been silent beyond its own habit. */
  silent: z.string().nullable(),
  /** Where it redirects permanently, and for how many polls in a row. */
  movedTo: z.string().nullable(),
  movedTimes: z.number().int(),
  /** The WebSub hub it names, what is wrong with it, and until when it pushes: then the polls are a daily back-up. */
  hub: z.string().nullable(),
  hubError: z.string().nullable(),
  pushedUntil: z.string().nullable(),
  /** Polls that were lost (a killed worker, an emptied queue) and asked for again. */
  repairs: z.number().int(),
  createdAt: z.string(),
});
export type Feed = z.infer<typeof feedSchema>;
export type FeedHabit = z.infer<typeof feedHabitSchema>;

/** What one poll leaves on its feed. */
export type FeedCheck = Pick<
  Feed,
  | 'etag'
  | 'lastModified'
  | 'cadenceMs'
  | 'failures'
  | 'seenShare'
  | 'lastNewAt'
  | 'silent'
  | 'movedTo'
  | 'movedTimes'
  | 'state'
> & {
  outcome: string;
  error: string | null;
  checkedAt: string;
  nextCheckAt: string;
  nextCheckReason: string;
  habit: FeedHabit;
  /** Null leaves the known one. */
  title: string | null;
};
