import type { ReplayReport, ReplayRequest } from '../schemas/replay.ts';
import type { Database } from '../store/database.ts';
import type { SecretBox } from '../store/secret-box.ts';

/** What the API needs of the desk behind it, beside the store that it reads itself. The composition root supplies it. */
export interface Desk {
  db: Database;
  /** Where the pages of `web/` stand on disk. */
  webFolder: string;
  /** Changes need `Authorization: Bearer <token>`; the token stands in the data folder's lock file. */
  token: string;
  /** Seals what `PUT /v1/feeds/:feed/credentials` brings. */
  secrets: SecretBox;
  now(): number;
  /** Asks for a feed's poll before all others. */
  pollNow(feedId: string): Promise<void>;
  /** Runs a dead letter's job again with today's code. */
  retry(stage: string, data: Record<string, string>): Promise<void>;
  replay(request: ReplayRequest): Promise<ReplayReport>;
  /** Open jobs by stage, for the desk's page. */
  openJobs(): Promise<Record<string, { waiting: number; active: number; delayed: number }>>;
}
