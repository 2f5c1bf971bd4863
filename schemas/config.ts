import { z } from 'zod';

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
          intervalMs: z.number().int().min(1000).optional(),
        }),
      ]),
    )
    .default([]),
  allowPrivate: z.array(z.string()).default([]),
  port: z.number().int().min(0).max(65535).default(8420),
  intervalMs: z.number().int().min(1000).default(300_000),
  maxBodyBytes: z.number().int().positive().default(15_000_000),
  timeoutMs: z.number().int().positive().default(30_000),
});
export type Config = z.infer<typeof configSchema>;
