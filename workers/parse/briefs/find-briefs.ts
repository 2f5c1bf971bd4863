import type { Block, ReadPage } from '../read/block.ts';
import type { Scored } from '../story/score-blocks.ts';
import {
  byHeadings,
  byLabel,
  byMarks,
  byOpenings,
  bySeparators,
  differingDatelines,
  type Entry,
  type Group,
  isReport,
  type Line,
} from './propose-briefs.ts';
import { isSectionLabel, namesDigest } from './section-words.ts';

/** `way`: the kind of layout that gave it away; `confidence`: how sure the stage is that it is a brief, 0 to 1. */
export type Brief = Entry & { section: number; way: string; confidence: number };

/** How sure the rules are of a brief: every layout they know was made for briefs. */
const ruleConfidence = 0.9;

/** Fewer entries than this are two paragraphs of one story. */
const fewest = 2;
const fewestUnlabelled = 3;

/** The briefs of a page in page order: the groups of entries whose shape, label and wording say that each reports an event of its own. */
export function findBriefs(page: ReadPage, scored: Scored[], headline: string | null, story: number[]): Brief[] {
  const digest = namesDigest(headline);
  const storyStart = story[0] ?? 0;
  const lines: Line[] = page.blocks.flatMap((block, index) =>
    mayHold(scored[index]) && index >= storyStart ? [{ index, block }] : [],
  );
  const chosen = accepted(page, lines, digest, new Set(story));
  const taken = new Set<number>();
  const briefs: Brief[] = [];
  for (const group of chosen) {
    for (const entry of group.entries) {
      const own = entry.blocks
        .map((index) => page.blocks[index])
        .filter((block): block is Block => block !== undefined);
      if (entry.blocks.some((index) => taken.has(index)) || !isReport(own)) continue;
      for (const index of entry.blocks) taken.add(index);
      briefs.push({ ...entry, section: group.section, way: group.way, confidence: ruleConfidence });
    }
  }
  return briefs.sort((a, b) => (a.blocks[0] ?? 0) - (b.blocks[0] ?? 0));
}

const mayHold = (score: Scored | undefined): boolean => score !== undefined && score.reason === null;

function accepted(page: ReadPage, lines: Line[], digest: boolean, story: Set<number>): Group[] {
  const { blocks, meta } = page;
  const good = (group: Group) =>
    group.entries.filter((entry) =>
      isReport(entry.blocks.map((index) => blocks[index]).filter((block): block is Block => Boolean(block))),
    ).length;
  const label = (group: Group) => isSectionLabel(blocks[group.section]?.text ?? '');
  const mostly = (group: Group) => good(group) * 2 > group.entries.length;
  const ruled = bySeparators(lines).filter((group) => acceptsRule(group, page, good(group), label(group), digest));
  const labelled = byLabel(lines).filter(
    (group) =>
      good(group) >= fewest &&
      (page.plain || !group.entries.every(({ blocks: [first] }) => story.has(first ?? -1)) || digest),
  );
  const strong = [...ruled, ...labelled];
  const marks = byMarks(lines).filter((group) => {
    if (group.way === 'clock') return good(group) >= fewestUnlabelled || (meta.isLive && good(group) >= fewest);
    return mostly(group) && (label(group) ? good(group) >= fewest : digest && good(group) >= fewestUnlabelled);
  });
  const lines3 = byOpenings(lines, 'dateline').filter(
    (group) => good(group) >= fewestUnlabelled && differingDatelines(group, blocks) >= fewestUnlabelled,
  );
  const headed = byHeadings(lines).filter(
    (group) =>
      mostly(group) &&
      (label(group) ? good(group) >= fewest : (digest || meta.isLive) && good(group) >= fewestUnlabelled),
  );
  const dated = byOpenings(lines, 'dated').filter(
    (group) => (digest || label(group)) && good(group) >= fewestUnlabelled,
  );
  const leads = byOpenings(lines, 'lead').filter(
    (group) => good(group) >= fewestUnlabelled && (digest || label(group)),
  );
  return [...strong, ...marks, ...lines3, ...headed, ...leads, ...dated];
}

/** Dashes part briefs where two of them hold reports; asterisks and rules also part scenes of one story, so they need a label or a digest. */
function acceptsRule(group: Group, page: ReadPage, good: number, label: boolean, digest: boolean): boolean {
  const mark = page.blocks[group.entries[0]?.marks[0] ?? -1]?.text ?? '';
  if (good === 0) return false;
  if (label) return true;
  // In wire copy, which has no scenes, asterisks part reports of one paragraph each.
  const oneEach =
    page.plain && group.entries.length === good && group.entries.every(({ blocks }) => blocks.length === 1);
  return good >= fewest && (/^[-–—•]$/.test(mark) || digest || (oneEach && good >= fewestUnlabelled));
}
