import type { Profile } from '../../../schemas/profile.ts';
import type { Brief } from '../briefs/find-briefs.ts';
import { isReport } from '../briefs/propose-briefs.ts';
import { type Block, type ReadPage, sameness } from '../read/block.ts';
import type { Mark } from './mark-page.ts';

/** What a profile decides of a page; the generic reading decides the rest. Numbers are indexes of blocks. */
export type ByProfile = {
  /** Null where the profile says nothing of the story, or its selectors find none on this page. */
  story: number[] | null;
  briefs: Brief[];
  furniture: Map<number, string>;
};

/** A profile was written for the page it is applied to. */
const toldConfidence = 0.95;

/** Reads what `markPage` marked, and the lines that the profile names. */
export function applyProfile(page: ReadPage, profile: Profile): ByProfile {
  const marks = inheritedMarks(page);
  const furniture = furnitureOf(page, profile, marks);
  const briefs = [...markedBriefs(page, marks, furniture), ...labelledBriefs(page, profile, furniture)].sort(
    (one, other) => (one.blocks[0] ?? 0) - (other.blocks[0] ?? 0),
  );
  const taken = new Set(briefs.flatMap((brief) => [brief.section, brief.heading, ...brief.blocks]));
  const story = page.blocks.flatMap(({ container }, index) =>
    marks[container]?.mark === 'story' && !furniture.has(index) && !taken.has(index) ? [index] : [],
  );
  return { story: story.length > 0 ? story : null, briefs, furniture };
}

type Inherited = { mark: Mark | null /** The marked container itself. */; by: number };

/** Each container's mark or that of the nearest element around it; what stands in marked furniture is furniture. */
function inheritedMarks({ containers }: ReadPage): Inherited[] {
  const marks: Inherited[] = [];
  for (const [at, { parent, mark }] of containers.entries()) {
    const outer = marks[parent] ?? { mark: null, by: -1 };
    marks.push(mark === null || outer.mark === 'furniture' ? outer : { mark, by: at });
  }
  return marks;
}

function furnitureOf({ blocks }: ReadPage, profile: Profile, marks: Inherited[]): Map<number, string> {
  const lines = new Set(profile.furnitureLines.map(sameness));
  const why = `publisher profile ${profile.name}`;
  return new Map(
    blocks.flatMap(({ text, container }, index) =>
      marks[container]?.mark === 'furniture' || lines.has(sameness(text)) ? [[index, why] as const] : [],
    ),
  );
}

/** One brief an element that the profile's selectors name. */
function markedBriefs({ blocks }: ReadPage, marks: Inherited[], furniture: Map<number, string>): Brief[] {
  const byElement = new Map<number, Brief>();
  for (const [index, { container, heading }] of blocks.entries()) {
    const { mark, by } = marks[container] ?? { mark: null, by: -1 };
    if (mark !== 'brief' || furniture.has(index)) continue;
    const brief: Brief = byElement.get(by) ?? {
      heading: -1,
      blocks: [],
      marks: [],
      section: -1,
      way: 'profile',
      confidence: toldConfidence,
    };
    byElement.set(by, brief);
    if (heading > 0 && brief.heading < 0 && brief.blocks.length === 0) brief.heading = index;
    else brief.blocks.push(index);
  }
  return [...byElement.values()].filter((brief) => brief.blocks.length > 0);
}

/** Every report below one of the profile's section labels, up to the next label, heading or line that is no report. */
function labelledBriefs({ blocks }: ReadPage, profile: Profile, furniture: Map<number, string>): Brief[] {
  const labels = new Set(profile.sections.map(sameness));
  const briefs: Brief[] = [];
  let section = -1;
  for (const [index, block] of blocks.entries()) {
    if (labels.has(sameness(block.text))) section = index;
    else if (section >= 0 && !furniture.has(index) && !isMark(block)) {
      if (block.heading > 0 || !isReport([block])) section = -1;
      else
        briefs.push({ heading: -1, blocks: [index], marks: [], section, way: 'profile', confidence: toldConfidence });
    }
  }
  return briefs;
}

const isMark = ({ text }: Block): boolean => sameness(text) === '';
