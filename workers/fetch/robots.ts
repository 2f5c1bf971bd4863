import robotsParser from 'robots-parser';
import type { FetchResult } from './http/fetch-result.ts';

/** The package exports the function itself; its types speak of a `default` that Node's ESM does not unwrap. */
const readRobots = robotsParser as unknown as typeof robotsParser.default;

/** RFC 9309, 2.5: at least 500 KiB are to be read; what is beyond is left. */
const maxBytes = 500 * 1024;

/** Whether a robots.txt (RFC 9309) lets `userAgent` (its product token, such as "wiredesk") ask for `url`; it does where it says nothing. */
export function allowedByRobots(robotsTxt: string, url: string, userAgent: string): boolean {
  const token = userAgent.split(/[/\s]/, 1)[0] ?? userAgent;
  return parse(robotsTxt, url).isAllowed(url, token) ?? true;
}

/** The pause between two requests that robots.txt asks of `userAgent`, in ms; null if it does not. */
export function crawlDelayMs(robotsTxt: string, url: string, userAgent: string): number | null {
  const seconds = parse(robotsTxt, url).getCrawlDelay(userAgent.split(/[/\s]/, 1)[0]);
  return seconds === undefined || !(seconds > 0) ? null : seconds * 1000;
}

const parse = (robotsTxt: string, url: string) => readRobots(new URL('/robots.txt', url).href, robotsTxt);

/**
 * What the answer for a robots.txt says (RFC 9309, 2.3.1): its text; null, all is allowed, where there is none (4xx) or an
 * empty one; `unreachable`, nothing is allowed for now, on 5xx, 429 and where no answer came.
 */
export function robotsOf({ outcome, status, body, refused }: FetchResult): string | null | 'unreachable' {
  if (outcome === 'ok') return new TextDecoder().decode((body ?? new Uint8Array()).subarray(0, maxBytes));
  if (outcome === 'rate-limited') return 'unreachable';
  // An address that may not be asked at all says so better when the page itself is asked for.
  return refused || (status >= 200 && status < 300) || (status >= 400 && status < 500) ? null : 'unreachable';
}
