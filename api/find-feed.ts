import { splitUserInfo } from '../schemas/credentials.ts';
import type { Feed } from '../schemas/feed.ts';
import type { Queryable } from '../store/database.ts';
import { findFeed } from '../store/feeds.ts';
import { ApiError } from './errors.ts';

/** A feed by its id or address; answers 404 with the remedy when there is none. */
export async function findFeedOrRefuse(db: Queryable, given: string): Promise<Feed> {
  // An address typed with its password is known, and told, without it.
  const name = URL.canParse(given) ? splitUserInfo(given).url : given;
  const feed = await findFeed(db, name);
  if (!feed) throw new ApiError(404, `no such feed: ${name}; "wiredesk feeds list" names them`);
  return feed;
}
