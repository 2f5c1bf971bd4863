import { daySpanSchema } from '../schemas/day-span.ts';
import { feedLaneSchema } from '../schemas/feed.ts';
import type { Given } from './command.ts';
import { text } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The options that `feeds add` and `feeds set` share. */
export const feedSettingOptions = {
  publisher: { type: 'string' },
  every: { type: 'string' },
  adaptive: { type: 'boolean' },
  lane: { type: 'string' },
  window: { type: 'string' },
} as const;

/** What these options ask for, as the API takes it. Throws UsageError that names a bad one. */
export function feedSettings(given: Given): Record<string, unknown> {
  const publisher = text(given, 'publisher');
  const every = text(given, 'every');
  const lane = text(given, 'lane');
  const window = text(given, 'window');
  if (every && !(Number(every) >= 1)) throw new UsageError(`--every ${every}: give a number of seconds, at least 1`);
  if (lane && !feedLaneSchema.safeParse(lane).success)
    throw new UsageError(`--lane ${lane}: give one of ${feedLaneSchema.options.join(', ')}`);
  const span = window && window !== 'none' ? daySpanSchema.safeParse(window) : null;
  if (span?.error) throw new UsageError(`--window ${window}: ${span.error.issues[0]?.message}`);
  return {
    ...(publisher ? { publisher } : {}),
    ...(every ? { intervalMs: Math.round(Number(every) * 1000) } : {}),
    ...(given.flags['adaptive'] ? { adaptive: true } : {}),
    ...(lane ? { lane } : {}),
    ...(window ? { window: window === 'none' ? null : window } : {}),
  };
}
