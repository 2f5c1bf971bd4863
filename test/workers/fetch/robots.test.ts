import { expect, test } from '@jest/globals';
import { allowedByRobots, crawlDelayMs } from '../../../workers/fetch/robots.ts';

test('robots.txt speaks to the bot by its name, and allows what it does not mention', () => {
  const robots =
    'User-agent: *\nDisallow: /private\n\nUser-agent: wiredesk\nCrawl-delay: 2\nDisallow: /*.pdf$\nAllow: /private/open\n';
  expect(allowedByRobots(robots, 'https://wire.example/a.pdf', 'wiredesk/0.1 (+https://x)')).toBe(false);
  expect(allowedByRobots(robots, 'https://wire.example/private', 'wiredesk/0.1')).toBe(true);
  expect(allowedByRobots(robots, 'https://wire.example/private', 'other')).toBe(false);
  expect(allowedByRobots('', 'https://wire.example/x', 'wiredesk')).toBe(true);
  expect(crawlDelayMs(robots, 'https://wire.example/', 'wiredesk/0.1')).toBe(2000);
});
