import { readFileSync } from 'node:fs';
import { discoverFeeds } from '../workers/fetch/address/discover-feeds.ts';
import { stripTracking } from '../workers/fetch/address/strip-tracking.ts';
import { parseFeedDate } from '../workers/fetch/feed/feed-date.ts';
import { goHeaderCase } from './go-header-case.ts';
import type { Timing } from './timing.ts';
import { cpuNowMs } from './timing.ts';

interface Outcome {
  got: unknown;
  ok: boolean;
}
type Rule = (line: Record<string, unknown>) => Outcome;

/** The small sets of data/feeds whose lines carry their own gold: what is asked of a line, and when the answer is right. */
const rules: Record<string, Rule> = {
  dates({ input, expect }) {
    const got = parseFeedDate(String(input));
    const ok = expect === 'ANY' ? got !== null : expect === null ? got === null : sameSecond(got, String(expect));
    return { got, ok };
  },
  urlclean({ input, expect, base, feed }) {
    const hosts = [base, feed].flatMap((url) => (typeof url === 'string' ? new URL(url).hostname : []));
    const got = URL.canParse(String(input)) ? stripTracking(String(input), hosts) : '';
    return { got, ok: got === expect };
  },
  discovery({ html, base, n, urls }) {
    const got = discoverFeeds(String(html), String(base));
    const wanted = urls as string[];
    return { got, ok: got.length === n && wanted.every((url) => got.includes(url)) };
  },
  httpheaders: goHeaderCase,
};

const sameSecond = (a: string | null, b: string): boolean =>
  a !== null && Math.abs(Date.parse(a) - Date.parse(b)) < 1000;

/** Prints each line of `file` that goes wrong, with what came of it, and the share that goes right. */
export function evaluateFeedRule(name: string, file: string): Timing {
  const rule = rules[name] as Rule;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const before = cpuNowMs();
  const outcomes = lines.map((line) => ({ line, ...rule(line) }));
  const cpuMs = cpuNowMs() - before;
  for (const { line, got, ok } of outcomes) if (!ok) console.log(JSON.stringify({ wrong: line, got }));
  const right = outcomes.filter(({ ok }) => ok).length;
  console.log(`${name}: ${right} of ${lines.length} right, ${((100 * right) / lines.length).toFixed(1)} %`);
  return { unit: 'lines', count: lines.length, cpuMs };
}
