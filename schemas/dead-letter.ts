import { z } from 'zod';

/** A failed job with no attempt left, kept with its cause until someone decides. */
export const deadLetterSchema = z.object({
  id: z.string(),
  stage: z.enum(['fetch-feed', 'fetch-page', 'parse', 'enrich']),
  data: z.record(z.string(), z.string()),
  subject: z.string(),
  reason: z.string(),
  fingerprint: z.string(),
  attempts: z.number().int(),
  failedAt: z.string(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;
