import { z } from 'zod';

/** One line of a feed as `readFeed` gives it. `published`/`updated` are ISO 8601 UTC or null. */
export const feedEntrySchema = z.object({
  url: z.string().nullable(),
  guid: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  summary: z.string().nullable(),
});

/** A stored entry: it names a page by its canonical URL; `mark` changes when the feed says the page changed. */
export const entrySchema = z.object({
  id: z.string(),
  feedId: z.string(),
  url: z.string(),
  /** The address under which the page is known already; null when that is `url`. */
  pageUrl: z.string().nullable(),
  guid: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  mark: z.string(),
  fetchedMark: z.string().nullable(),
  captureId: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});
export type FeedEntry = z.infer<typeof feedEntrySchema>;
export type Entry = z.infer<typeof entrySchema>;
