import type { Entry } from '../../../schemas/entry.ts';
import { pageKey } from '../../../schemas/page-key.ts';
import type { NamedEntry } from '../fetch-feed.ts';

type Known = Pick<Entry, 'url' | 'pageUrl' | 'guid' | 'title' | 'published'>;

/**
 * Entries whose address is new, each with the `pageUrl` it is known under where the feed named the same page before
 * under another address: by its guid, else by its title and date. Both count only where they mean one entry: some feeds
 * give all their entries one guid, and a feed that still names the old address means two pages.
 */
export function nameMovedEntries(fresh: NamedEntry[], known: Known[], poll: NamedEntry[]): NamedEntry[] {
  const named = new Set(poll.map((entry) => pageKey(entry.url)));
  const left = known.filter((entry) => !named.has(pageKey(entry.url)));
  return fresh.map((entry) => {
    const before = twin(entry, left, poll, guidOf) ?? twin(entry, left, poll, titleAndDate);
    return before ? { ...entry, pageUrl: before.pageUrl ?? before.url } : entry;
  });
}

type Mark = (entry: Pick<Entry, 'guid' | 'title' | 'published'>) => string | null;
const guidOf: Mark = ({ guid }) => guid;
const titleAndDate: Mark = ({ title, published }) => (title && published ? `${published} ${title}` : null);

function twin(entry: NamedEntry, known: Known[], poll: NamedEntry[], mark: Mark): Known | null {
  const own = mark(entry);
  if (own === null || poll.filter((other) => mark(other) === own).length > 1) return null;
  const [found, ...more] = known.filter((other) => mark(other) === own);
  return found && more.length === 0 ? found : null;
}
