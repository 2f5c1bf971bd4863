import type { Brief } from '../briefs/find-briefs.ts';
import type { PageView } from '../briefs/page-view.ts';

/** Fewer words above equal entries are the editor's hello, no story; but a layout that is sure has its story on top. */
const leastWords = 40;
const sure = 0.9;

/** The story of a page that has briefs: what stands before them, where that is more than a greeting; without briefs the whole story. */
export function storyBeside({ facets, story }: PageView, briefs: Brief[]): number[] {
  if (briefs.length === 0) return story;
  const taken = new Set(briefs.flatMap((brief) => [...brief.blocks, ...brief.marks, brief.heading, brief.section]));
  let first = facets.length;
  for (const index of taken) if (index >= 0 && index < first) first = index;
  const before = story.filter((index) => index < first && !taken.has(index));
  const words = before.reduce((sum, index) => sum + (facets[index]?.words ?? 0), 0);
  return words >= leastWords || briefs.some(({ confidence }) => confidence >= sure) ? before : [];
}
