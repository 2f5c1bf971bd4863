import type { Credentials } from '../schemas/credentials.ts';
import { credentialsSchema, headersOf } from '../schemas/credentials.ts';
import type { Queryable } from './database.ts';
import type { SecretBox } from './secret-box.ts';

const about = (feedId: string, origin: string): string => `${feedId} ${origin}`;

/** Keeps what a feed's publisher is to be shown, sealed and bound to the origin of `url`; the feed is due at once. Throws SecretError without a key. */
export async function setCredentials(
  db: Queryable,
  box: SecretBox,
  feed: { id: string; url: string },
  credentials: Credentials,
): Promise<void> {
  const { origin } = new URL(feed.url);
  await db.query(
    `UPDATE wiredesk.feeds SET credentials_kind = $2, credentials_origin = $3, credentials_sealed = $4,
       due_at = '-infinity', claimed = false, next_check_at = NULL, etag = NULL, last_modified = NULL
     WHERE id = $1`,
    [feed.id, credentials.kind, origin, box.seal(JSON.stringify(credentials), about(feed.id, origin))],
  );
}

export async function removeCredentials(db: Queryable, feedId: string): Promise<void> {
  await db.query(
    `UPDATE wiredesk.feeds SET credentials_kind = NULL, credentials_origin = NULL, credentials_sealed = NULL WHERE id = $1`,
    [feedId],
  );
}

/** The headers to show and the origin they are for; null when the feed has none. Throws SecretError when they do not open. */
export async function credentialHeaders(
  db: Queryable,
  box: SecretBox,
  feedId: string,
): Promise<{ origin: string; headers: Record<string, string> } | null> {
  const [row] = await db.query<{ credentials_origin: string; credentials_sealed: string }>(
    'SELECT credentials_origin, credentials_sealed FROM wiredesk.feeds WHERE id = $1 AND credentials_sealed IS NOT NULL',
    [feedId],
  );
  if (!row) return null;
  const opened: unknown = JSON.parse(box.open(row.credentials_sealed, about(feedId, row.credentials_origin)));
  return { origin: row.credentials_origin, headers: headersOf(credentialsSchema.parse(opened)) };
}
