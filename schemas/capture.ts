import { z } from 'zod';

/** One answer for a page as it came; its bytes stand in the WARC archive at `warcFile`, `warcOffset`, `warcLength` (bytes). */
export const captureSchema = z.object({
  id: z.string(),
  feedId: z.string(),
  entryId: z.string(),
  url: z.string(),
  finalUrl: z.string(),
  status: z.number().int(),
  contentType: z.string().nullable(),
  sha256: z.string(),
  bytes: z.number().int(),
  fetchedAt: z.string(),
  warcFile: z.string(),
  warcOffset: z.number().int(),
  warcLength: z.number().int(),
});
export type Capture = z.infer<typeof captureSchema>;
