import robotsParser from 'robots-parser';

/** The package exports the function itself; its types speak of a `default` that Node's ESM does not unwrap. */
const readRobots = robotsParser as unknown as typeof robotsParser.default;

/** Whether a robots.txt (RFC 9309) lets `userAgent` (its product token, such as "wiredesk") ask for `url`; it does where it says nothing. */
export function allowedByRobots(robotsTxt: string, url: string, userAgent: string): boolean {
  const token = userAgent.split(/[/\s]/, 1)[0] ?? userAgent;
  return parse(robotsTxt, url).isAllowed(url, token) ?? true;
}

/** The pause between two requests that robots.txt asks of `userAgent`, in ms; null if it does not. */
export function crawlDelayMs(robotsTxt: string, url: string, userAgent: string): number | null {
  const seconds = parse(robotsTxt, url).getCrawlDelay(userAgent.split(/[/\s]/, 1)[0]);
  return seconds === undefined ? null : seconds * 1000;
}

const parse = (robotsTxt: string, url: string) => readRobots(new URL('/robots.txt', url).href, robotsTxt);
