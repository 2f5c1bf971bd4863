import type { FeedHabit } from '../../../schemas/feed.ts';
import { durationWords } from './duration-words.ts';

const dayMs = 24 * 3_600_000;
/** A month holds four weekends and the pauses of a weekly feed. */
const memoryDays = 30;
/** A feed is only known when it was seen over a weekend. */
const apprenticeDays = 7;
const fewestPauses = 3;
/** Beyond its longest pause by half: a feed's weekends are not all alike. */
const patience = 1.5;

/** Takes in the times at which new entries came (ms): keeps the longest pause that ended on each of the last 30 days. */
export function learnHabit(habit: FeedHabit, lastNewAtMs: number | null, arrivals: number[]): FeedHabit {
  const longest = new Map(habit.map(({ day, pauseMs }) => [day, pauseMs]));
  let before = lastNewAtMs;
  for (const at of [...arrivals].sort((a, b) => a - b)) {
    const day = Math.floor(at / dayMs);
    if (before !== null && at > before) longest.set(day, Math.max(longest.get(day) ?? 0, at - before));
    before = Math.max(before ?? at, at);
  }
  const days = [...longest].sort(([a], [b]) => a - b).map(([day, pauseMs]) => ({ day, pauseMs }));
  const oldest = (days.at(-1)?.day ?? 0) - memoryDays;
  return days.filter(({ day }) => day > oldest);
}

/** Says so when a feed has been silent longer than ever before, by its own habit; null while it has not, or is not known yet. */
export function silenceOf(habit: FeedHabit, lastNewAtMs: number | null, nowMs: number): string | null {
  const [first] = habit;
  const last = habit.at(-1);
  if (lastNewAtMs === null || !first || !last) return null;
  if (habit.length < fewestPauses || last.day - first.day < apprenticeDays) return null;
  const longest = Math.max(...habit.map(({ pauseMs }) => pauseMs));
  const silent = nowMs - lastNewAtMs;
  if (silent <= longest * patience) return null;
  return `no new entry for ${durationWords(silent)}; its longest pause before was ${durationWords(longest)}`;
}
