/** Media Cloud's bounds, tried there on 180,000 feeds. */
const mostlyKnown = 0.67;
const mostlyNew = 0.33;
const step = 1.5;
/** A news feed that has been quiet is still asked this often, in multiples of its shortest pause: 1 h where that is 5 min. */
const slowest = 12;

/**
 * The pause between two polls after this one, from the share of entries that were known already, on this poll and the
 * one before (null when there was none): slower when both were mostly known, faster when both were mostly new. A poll on
 * which nothing was known may have missed entries between the two, so the feed goes back to its shortest pause at once.
 */
export function adaptCadence(cadenceMs: number, shortestMs: number, before: number | null, now: number): number {
  const bounded = (ms: number) => Math.round(Math.min(Math.max(ms, shortestMs), shortestMs * slowest));
  if (before === null) return bounded(cadenceMs);
  if (now === 0) return shortestMs;
  if (before > mostlyKnown && now > mostlyKnown) return bounded(cadenceMs * step);
  if (before < mostlyNew && now < mostlyNew) return bounded(cadenceMs / step);
  return bounded(cadenceMs);
}
