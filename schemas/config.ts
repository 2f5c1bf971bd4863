import { z } from 'zod';
import { daySpanSchema } from './day-span.ts';
import { feedKindSchema, feedLaneSchema } from './feed.ts';

/** `wiredesk.config.json`. Intervals are milliseconds, sizes bytes. */
export const configSchema = z.strictObject({
  feeds: z
    .array(
      z.union([
        z.url(),
        z.strictObject({
          url: z.url(),
          publisher: z.string().optional(),
          title: z.string().optional(),
          kind: feedKindSchema.optional(),
          /** The only pause between two polls; without it the pause adapts itself to the feed. */
          intervalMs: z.number().int().min(1000).optional(),
          lane: feedLaneSchema.optional(),
          window: daySpanSchema.optional(),
        }),
      ]),
    )
    .default([]),
  allowPrivate: z.array(z.string()).default([]),
  port: z.number().int().min(0).max(65535).default(8420),
  /** The shortest pause between two polls of a feed. */
  intervalMs: z.number().int().min(1000).default(300_000),
  /** The pause between two requests to one host, over all processes; a longer crawl-delay in its robots.txt counts. */
  hostDelayMs: z.number().int().min(0).default(1000),
  /** An address of yours (mail or web) that publishers read in their logs, as part of the User-Agent. */
  contact: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'a mail or web address is needed')
    .optional(),
  /** The address under which hubs reach the desk's port, to push feeds (WebSub); without it all feeds are polled. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Nothing is polled then but feeds of the breaking lane. */
  quietHours: daySpanSchema.optional(),
  maxBodyBytes: z.number().int().positive().default(15_000_000),
  timeoutMs: z.number().int().positive().default(30_000),
});
export type Config = z.infer<typeof configSchema>;
