import type { WarcWriter } from '../../archive/warc-writer.ts';
import type { Enqueue } from '../../queues/work.ts';
import type { Database } from '../../store/database.ts';
import type { Get } from './fetch-feed.ts';

/** What polling a feed and capturing a page need of the desk. */
export interface FetchContext {
  db: Database;
  archive: WarcWriter;
  get: Get;
  enqueue: Enqueue;
  now(): number;
  /** Pause between two requests to one host, in ms. */
  hostDelayMs(host: string): number;
  /** The part of the day in which only feeds of the breaking lane are polled (`daySpanSchema`); null for none. */
  quietHours: string | null;
}
