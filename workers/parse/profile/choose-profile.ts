import type { Profile } from '../../../schemas/profile.ts';

/**
 * The profile that holds for a page of this address captured on this day (ISO 8601): of several the one with the longest
 * host, then the latest `validFrom`. Null where none does, and for an address without a host.
 */
export function chooseProfile(profiles: readonly Profile[], url: string, day: string): Profile | null {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const captured = day.slice(0, 10);
  const fitting = profiles.flatMap((profile) => {
    const { validFrom, validUntil } = profile;
    const matched = profile.hosts
      .filter((own) => host === own || host.endsWith(`.${own}`))
      .reduce((longest, own) => Math.max(longest, own.length), 0);
    const holds = matched > 0 && (!validFrom || captured >= validFrom) && (!validUntil || captured <= validUntil);
    return holds ? [{ profile, matched, from: validFrom ?? '' }] : [];
  });
  const [best] = fitting.sort((one, other) => other.matched - one.matched || (one.from < other.from ? 1 : -1));
  return best?.profile ?? null;
}
