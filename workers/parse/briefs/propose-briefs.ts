import { datesIn } from '../items/dates.ts';
import { datelineOf } from '../items/sign-item.ts';
import { type Block, endsSentence, sameness, wordCount } from '../read/block.ts';
import { isSectionLabel } from './section-words.ts';
import { isSeparator, markOf } from './separators.ts';

/** One entry printed on its own: where its heading stands (or -1) and its text blocks. */
export type Entry = { heading: number; blocks: number[]; marks: number[] };
export type Way = 'separator' | 'mark' | 'clock' | 'headed' | 'lead' | 'dateline' | 'dated' | 'labelled';
export type Group = { way: Way; section: number; entries: Entry[] };

/** A block with the index it has on the page, furniture left out. */
export type Line = { index: number; block: Block };

/** A report stands alone: a complete, unclipped sentence of some length that is not mostly a link. */
export function isReport(blocks: Block[]): boolean {
  const text = blocks.map((block) => block.text).join(' ');
  const links = blocks.reduce((sum, block) => sum + block.linkChars, 0);
  const clipped = /(?:\.\.\.|…|\[…\]|read more|more »|»)\s*$/i.test(text);
  return (
    wordCount(text) >= 10 &&
    /[\p{L}\p{N}%)"”»]{2}[.!?]["'”’»)\]]*(?:\s|$)/u.test(text) &&
    !clipped &&
    links < text.length * 0.5
  );
}

const isLabel = (block: Block): boolean =>
  wordCount(block.text) <= 4 && block.text.length < 40 && !/[.!?,;]$/.test(block.text) && !isSeparator(block.text);

/** Entries parted by lone dashes or asterisks: the seed's layout. A label line may open the group or a later part of it. */
export function bySeparators(lines: Line[]): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line || !isSeparator(line.block.text)) continue;
    const entry: Entry = { heading: -1, blocks: [], marks: [line.index] };
    let next = at + 1;
    while (next < lines.length && !ends(lines, next, entry.blocks.length)) {
      const inner = lines[next];
      if (inner) entry.blocks.push(inner.index);
      next++;
    }
    const before = lines[at - 1];
    if (!open || (before && isLabel(before.block)) || !touches(open, lines, at)) {
      open = { way: 'separator', section: before && isLabel(before.block) ? before.index : -1, entries: [] };
      groups.push(open);
    }
    open.entries.push(entry);
  }
  return groups;
}

/** An entry ends at the next mark, at a label and at a line that is no sentence after its first report. */
function ends(lines: Line[], at: number, held: number): boolean {
  const block = lines[at]?.block;
  if (!block || isSeparator(block.text)) return true;
  if (held > 0 && (isLabel(block) || isSectionLabel(block.text) || !endsSentence(block.text))) return true;
  return held >= 6;
}

function touches(group: Group, lines: Line[], at: number): boolean {
  const last = group.entries.at(-1);
  const end = last?.blocks.at(-1) ?? last?.marks.at(-1) ?? -1;
  return lines[at - 1]?.index === end;
}

/** Entries that each begin with the same kind of mark: bullets, numbers, clock times, or stand in a list. */
export function byMarks(lines: Line[]): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  let kind: string | null = null;
  for (const [at, { index, block }] of lines.entries()) {
    const mark: string | null = markOf(block.text)?.kind ?? (block.listItem ? 'item' : null);
    if (mark) {
      if (!open || kind !== mark) {
        const before = lines[at - 1];
        kind = mark;
        open = {
          way: mark === 'clock' ? 'clock' : 'mark',
          section: before && (isLabel(before.block) || before.block.heading > 0) ? before.index : -1,
          entries: [],
        };
        groups.push(open);
      }
      open.entries.push({ heading: -1, blocks: [index], marks: [] });
    } else if (open && (kind === 'clock' || kind === 'number')) {
      const entry = open.entries.at(-1);
      if (entry && entry.blocks.length < 12) entry.blocks.push(index);
      else open = null;
    } else open = null;
  }
  return groups;
}

/** Headings of one level, each with paragraphs of its own. */
export function byHeadings(lines: Line[]): Group[] {
  const groups: Group[] = [];
  for (const level of [2, 3, 4, 5]) {
    let open: Group | null = null;
    let section = -1;
    for (const { index, block } of lines) {
      if (block.heading === level) {
        if (!open) {
          open = { way: 'headed', section, entries: [] };
          groups.push(open);
        }
        open.entries.push({ heading: index, blocks: [], marks: [] });
      } else if (block.heading > 0 && block.heading < level) {
        section = index;
        open = null;
      } else open?.entries.at(-1)?.blocks.push(index);
    }
  }
  return groups;
}

/** Paragraphs that begin as reports do: with a city dateline, a date or a bold lead-in. */
export function byOpenings(lines: Line[], way: 'dateline' | 'dated' | 'lead'): Group[] {
  const opens = (block: Block): boolean => {
    if (way === 'dateline') return datelineOf(block.text) !== null;
    if (way === 'lead')
      return block.lead.length > 3 && block.lead.length < 120 && block.text.length > block.lead.length + 40;
    return block.heading === 0 && (datesIn(block.text.slice(0, 30))[0]?.index ?? 99) <= 12;
  };
  const group: Group = { way, section: -1, entries: [] };
  for (const [at, { index, block }] of lines.entries()) {
    if (opens(block)) {
      const before = lines[at - 1];
      if (group.entries.length === 0 && before && (isLabel(before.block) || before.block.heading > 0))
        group.section = before.index;
      group.entries.push({ heading: -1, blocks: [index], marks: [] });
    } else if (block.heading === 0 && endsSentence(block.text)) group.entries.at(-1)?.blocks.push(index);
  }
  return [group];
}

/** One-paragraph reports under a section's name at the end of a page, with nothing between them. */
export function byLabel(lines: Line[]): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const { index, block } of lines) {
    if (isSectionLabel(block.text)) {
      open = { way: 'labelled', section: index, entries: [] };
      groups.push(open);
    } else if (open && !isSeparator(block.text)) {
      if (isReport([block])) open.entries.push({ heading: -1, blocks: [index], marks: [] });
      else open = null;
    }
  }
  return groups;
}

export const differingDatelines = (group: Group, blocks: Block[]): number =>
  new Set(
    group.entries.map((entry) => sameness(datelineOf(blocks[entry.blocks[0] ?? -1]?.text ?? '')?.dateline.place ?? '')),
  ).size;
