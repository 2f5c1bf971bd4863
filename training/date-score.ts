const dayMs = 86_400_000;

/** Whether the day is the gold one, as ../shared/score/articles.mjs takes it: one day off is a time zone. */
export function sameDay(gold: string, given: string | null): boolean {
  const day = (text: string): number => Date.parse(/\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '');
  return given !== null && Math.abs(day(gold) - day(given)) <= dayMs;
}
