import { claimSubscriptions, recordLease } from '../../store/subscriptions.ts';
import type { FetchContext } from './worker.ts';

/** Hubs grant what they like; ten days is what most give at most. */
const leaseSeconds = 10 * 24 * 3600;

/** Asks the hubs of feeds that can be pushed, for those whose lease is missing or ends soon. Answers how many were asked. */
export async function subscribeFeeds(context: FetchContext, limit = 50): Promise<number> {
  const { db, now, post, publicUrl } = context;
  if (!publicUrl) return 0;
  const due = await claimSubscriptions(db, now(), limit);
  for (const { feedId, hub, topic, path, secret } of due) {
    const error = await post(hub, {
      'hub.callback': new URL(`websub/${path}`, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href,
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.secret': secret,
      'hub.lease_seconds': String(leaseSeconds),
    });
    if (error) await recordLease(db, feedId, { until: null, error: `${hub}: ${error}` });
  }
  return due.length;
}
