import type { SiteFeed } from '../workers/fetch/address/discover-site.ts';
import { discoverSite } from '../workers/fetch/address/discover-site.ts';
import { blockPrivate } from '../workers/fetch/http/block-private.ts';
import { createFetcher } from '../workers/fetch/http/fetcher.ts';
import { fetchLimits } from './fetch-once.ts';

/** Finds the feeds of a site for a command that needs no store. Throws one line that names the address. */
export async function discover(url: string, allowPrivate: string[]): Promise<SiteFeed[]> {
  const fetcher = createFetcher({ ...fetchLimits, isBlocked: blockPrivate(allowPrivate) });
  try {
    return await discoverSite(url, fetcher.fetch, 'wiredesk');
  } finally {
    await fetcher.close();
  }
}

export function discoveredLines(url: string, feeds: SiteFeed[]): string {
  if (feeds.length === 0)
    return `no feed found at ${url}; a page of links can be polled with: wiredesk feeds add ${url} --kind list`;
  const lines = feeds.map(({ url: address, title, entries, newest, found }) => {
    const facts = [title, `${entries} entries`, newest && `newest ${newest.slice(0, 16).replace('T', ' ')}`, found];
    return `${address}\n  ${facts.filter(Boolean).join(' · ')}`;
  });
  return [...lines, 'to poll one: wiredesk feeds add ADDRESS'].join('\n');
}
