import { decodeText } from '../feed/decode-text.ts';
import { NotAFeed, readFeed, toFeedEntries } from '../feed/read-feed.ts';
import { faultOf, type Get } from '../fetch-feed.ts';
import { allowedByRobots } from '../robots.ts';
import { discoverFeeds } from './discover-feeds.ts';

/** A feed of a site, read once: `newest` is the date of its newest entry (ISO 8601), null when none is dated. */
export interface SiteFeed {
  url: string;
  title: string | null;
  entries: number;
  newest: string | null;
  found: 'the address itself' | 'named by the page' | 'named by robots.txt' | 'a usual address';
}

/** Where sites without a word about it keep their feed, by what the common publishing systems do. */
const usualPaths = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/news-sitemap.xml',
];
/** Some pages name a feed for each tag. */
const maxCandidates = 12;

/**
 * Finds a site's feeds from any address of it: the address itself, what the page names, the sitemaps that robots.txt
 * names, and, where all that gives nothing, the usual addresses that robots.txt leaves open. Each is read once; what is
 * no feed is left out. Throws one line when the address itself does not answer.
 */
export async function discoverSite(url: string, get: Get, userAgent: string): Promise<SiteFeed[]> {
  const result = await get(url);
  if (result.outcome !== 'ok' || !result.body) throw new Error(`${url}: ${faultOf(result)}`);
  const own = await readSiteFeed(result.finalUrl, 'the address itself', async () => result);
  if (own) return [own];
  const named = discoverFeeds(decodeText(result.body, result.headers['content-type']), result.finalUrl);
  const robots = await textAt(new URL('/robots.txt', result.finalUrl).href, get);
  const sitemaps = [...robots.matchAll(/^\s*sitemap:\s*(\S+)/gim)].map((line) => line[1] ?? '');
  const found = [
    ...(await readAll(named, 'named by the page', get)),
    ...(await readAll(
      sitemaps.filter((address) => /news/i.test(address)),
      'named by robots.txt',
      get,
    )),
  ];
  if (found.length > 0) return found;
  const usual = usualPaths
    .map((path) => new URL(path, result.finalUrl).href)
    .filter((address) => allowedByRobots(robots, address, userAgent));
  const guessed = await readAll(usual, 'a usual address', get);
  return guessed.length > 0 ? guessed : readAll(sitemaps, 'named by robots.txt', get);
}

async function textAt(url: string, get: Get): Promise<string> {
  const { outcome, body, headers } = await get(url);
  return outcome === 'ok' && body ? decodeText(body, headers['content-type']) : '';
}

/** Two addresses that redirect to one feed are one. */
async function readAll(urls: string[], found: SiteFeed['found'], get: Get): Promise<SiteFeed[]> {
  const read = await Promise.all(urls.slice(0, maxCandidates).map((url) => readSiteFeed(url, found, get)));
  const feeds = read.filter((feed) => feed !== null);
  return feeds.filter((feed, at) => feeds.findIndex((other) => other.url === feed.url) === at);
}

async function readSiteFeed(url: string, found: SiteFeed['found'], get: Get): Promise<SiteFeed | null> {
  const { outcome, body, headers, finalUrl } = await get(url);
  if (outcome !== 'ok' || !body) return null;
  try {
    const read = await readFeed(body, headers, finalUrl);
    const entries = toFeedEntries(read);
    const dates = entries.flatMap((entry) => entry.published ?? entry.updated ?? []).sort();
    return {
      url: finalUrl,
      title: read.feed.title,
      entries: read.sitemaps?.length ?? entries.length,
      newest: dates.at(-1) ?? null,
      found,
    };
  } catch (error) {
    if (error instanceof NotAFeed) return null;
    throw error;
  }
}
