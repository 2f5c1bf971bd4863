import { z } from 'zod';

/** What to replay and why. Without `apply` it is a dry run: nothing is written. `from`/`to` bound the capture's fetch time (ISO 8601). */
export const replayRequestSchema = z.strictObject({
  stage: z.enum(['parse', 'enrich']),
  feed: z.string().nullable().default(null),
  from: z.iso.datetime({ offset: true }).nullable().default(null),
  to: z.iso.datetime({ offset: true }).nullable().default(null),
  reason: z.string().min(1, 'a reason is required: --reason TEXT'),
  apply: z.boolean().default(false),
});

export const itemChangeSchema = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  id: z.string(),
  kind: z.enum(['story', 'brief']),
  headline: z.string(),
  captureId: z.string(),
  fields: z.array(z.string()),
});

/** What a replay found (dry run) or did. `failed` names captures that the stage refused. */
export const replayReportSchema = z.object({
  id: z.string(),
  stage: z.enum(['parse', 'enrich']),
  applied: z.boolean(),
  captures: z.number().int(),
  unchanged: z.number().int(),
  changes: z.array(itemChangeSchema),
  failed: z.array(z.object({ captureId: z.string(), reason: z.string() })),
});

/** A finished replay as the audit keeps it; `request.reason` says why it was run. */
export const replayRecordSchema = z.object({
  request: replayRequestSchema,
  report: replayReportSchema,
  endedAt: z.string(),
});

export type ReplayRecord = z.infer<typeof replayRecordSchema>;
export type ReplayRequest = z.infer<typeof replayRequestSchema>;
export type ItemChange = z.infer<typeof itemChangeSchema>;
export type ReplayReport = z.infer<typeof replayReportSchema>;
