import type { ParsedPage } from '../../../schemas/item.ts';

/** What the guard compares: how many briefs a page gave, and how long its story is, in characters (0 without one). */
export type PageShape = { briefs: number; storyChars: number };

/** With fewer pages than this a publisher has no habit yet. */
const fewestPages = 20;
/** A habit holds on at least this share of the pages. */
const habitShare = 0.9;
/** Stories differ in length by nature; only what is this many times outside the usual range is told. */
const farOutside = 4;

export const shapeOf = ({ items }: ParsedPage): PageShape => ({
  briefs: items.filter((item) => item.kind === 'brief').length,
  storyChars: items.find((item) => item.kind === 'story')?.body.length ?? 0,
});

/**
 * What of a page is far outside its publisher's own habit (`history`: shapes of earlier pages), or null. A section heading
 * that changed, or a new layout, shows here first: briefs that stop, stories that come out empty or swallow the page.
 */
export function driftOf(history: PageShape[], page: PageShape): string | null {
  if (history.length < fewestPages) return null;
  return briefDrift(history, page) ?? storyDrift(history, page);
}

function briefDrift(history: PageShape[], { briefs }: PageShape): string | null {
  const withBriefs = history.filter((shape) => shape.briefs > 0).length;
  const counts = history.map((shape) => shape.briefs).sort((one, other) => one - other);
  if (briefs === 0 && withBriefs >= history.length * habitShare)
    return `no briefs, while ${withBriefs} of this publisher's last ${history.length} pages have some, usually ${quantile(counts, 0.5)}`;
  const most = quantile(counts, 0.95);
  if (briefs > Math.max(most * 3, most + 5))
    return `${briefs} briefs, while this publisher's last ${history.length} pages have at most ${most}`;
  return null;
}

function storyDrift(history: PageShape[], { storyChars }: PageShape): string | null {
  const lengths = history
    .map((shape) => shape.storyChars)
    .filter((chars) => chars > 0)
    .sort((one, other) => one - other);
  if (lengths.length < history.length * habitShare) return null;
  if (storyChars === 0)
    return `no story, while ${lengths.length} of this publisher's last ${history.length} pages have one`;
  const [short, long] = [quantile(lengths, 0.05), quantile(lengths, 0.95)];
  if (storyChars * farOutside < short || storyChars > long * farOutside)
    return `a story of ${storyChars} characters, while this publisher's last ${history.length} pages have ${short} to ${long}`;
  return null;
}

const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
