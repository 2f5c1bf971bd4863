import { datesIn } from '../items/dates.ts';
import { datelineOf } from '../items/sign-item.ts';
import { type Block, endsSentence, type ReadPage } from '../read/block.ts';
import { furnitureLine } from '../story/furniture-words.ts';
import type { Scored } from '../story/score-blocks.ts';
import { isSeparator, markOf } from './separators.ts';

/** What a block is to a splitter: where an entry may begin, what its text may be. */
export type Facet = {
  words: number;
  /** It may stand in an item's body: a sentence of its own, or text of some length. */
  prose: boolean;
  ends: boolean;
  /** The page's own cut: the text breaks off. */
  clipped: boolean;
  linked: number;
  /** It may be an entry's heading. */
  title: boolean;
  separator: boolean;
  /** A line that only dates or times. */
  stamp: boolean;
  /** The ways in which it may open an entry. */
  openings: string[];
};

const ideograph = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** Words of a text; scripts without blanks count two characters a word. */
function wordsIn(text: string): number {
  const signs = text.match(ideograph)?.length ?? 0;
  const count = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
  return signs > 4 ? count + Math.floor(signs / 2) : count;
}

const framed = /^\s*([+*=~#>]{2,}|[-–—]{2,})\s.*\s\1\s*$/u;
const cut = /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|read more|more\s*»|»|→)\s*$/i;
const capitalLead =
  /^(?:\p{Lu}[\p{Lu}\p{N}'’&/.-]*[,\s]+){1,12}?(?:\p{Lu}[\p{Lu}\p{N}'’&/.-]+)\s*(?:[-–—:.]|\s--)\s*(?=\S)/u;
const placeStop =
  /^(?:\p{Lu}[\p{Lu}'’ßäöü-]{3,}(?:\s?[/–-]\s?\p{Lu}[\p{Lu}ß-]+|\s\p{Lu}[\p{Lu}ß-]+){0,3}[.,])\s+(?=\p{Lu}|["„“«])/u;
const timeWord = /^\W*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*(?:[ap]\.?m\.?|uhr|h|et|gmt|utc|bst|cet))?\b/iu;
const allCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);

/** What stands in such places is no text of an item, unlike teasers and boxes, which may print whole leads of other stories. */
const neverText = /^(?:caption|said before|comments|advertisement|share bar|sign-up|consent|tags|signature|page foot)/;

/** Reads off every block what a splitter asks of it. */
export function facetsOf({ blocks, plain }: ReadPage, scored: Scored[]): Facet[] {
  const facets: Facet[] = [];
  for (const [index, block] of blocks.entries()) {
    const barred = neverText.test(scored[index]?.reason ?? '');
    facets.push(facetOf(block, plain, barred, facets[index - 1], blocks[index + 1]));
  }
  return facets;
}

function facetOf(
  block: Block,
  plain: boolean,
  barred: boolean,
  before: Facet | undefined,
  next: Block | undefined,
): Facet {
  const { text } = block;
  const separator = isSeparator(text);
  const words = separator ? 0 : wordsIn(text);
  const linked = block.linkChars / Math.max(text.replace(/\s/g, '').length, 1);
  const ends = endsSentence(text);
  const stamp = !separator && words < 12 && isStamp(text);
  const bold = block.lead !== '' && block.lead.length >= text.length * 0.9;
  const heading = block.heading > 0;
  const mark = separator ? null : markKindOf(text);
  // Front pages link whole paragraphs and set them as headings; a full sentence of some length is one all the same.
  const marked = heading || linked >= 0.6;
  const prose =
    !separator &&
    !stamp &&
    !barred &&
    !leadsOn(text, words, ends, next) &&
    (marked
      ? words >= (block.heading > 2 ? 22 : heading ? 40 : 15) && ends
      : (ends && words >= 4) || words >= (mark ? 5 : 14)) &&
    !(bold && words < 16) &&
    !framed.test(text) &&
    furnitureLine(text) === null;
  const short = !prose && !barred && !separator && !stamp && words >= 1 && words <= 26 && text.length < 180;
  const title = heading && !prose ? words > 0 : short && !/[,;]$/.test(text);
  const facet: Facet = {
    words,
    prose,
    ends,
    clipped: cut.test(text),
    linked: Math.min(1, linked),
    title,
    separator,
    stamp,
    openings: [],
  };
  facet.openings = separator ? [] : openingsOf(block, facet, mark, bold, plain, before, next);
  return facet;
}

/** The list mark a line begins with; old mails bullet with an o, and some writers set no blank after a dash. */
const markKindOf = (text: string): string | null =>
  markOf(text)?.kind ??
  (/^(?:o\s+\p{Lu}|[-–—•*]\p{L})/u.test(text) ? 'bullet' : /^\d{1,2}\s?[-.)]\s?\p{Lu}/u.test(text) ? 'number' : null);

/** A long line without an end that stands over a longer text with one is its headline. */
const leadsOn = (text: string, words: number, ends: boolean, next: Block | undefined): boolean =>
  !ends &&
  words < 26 &&
  markKindOf(text) === null &&
  !/[:,;–-]$/.test(text) &&
  next !== undefined &&
  next.text.length > text.length * 1.6 &&
  endsSentence(next.text);

const isStamp = (text: string): boolean => {
  if (!/\d/.test(text)) return false;
  if (timeWord.test(text) && text.length < 40) return true;
  const date = text.length < 80 ? datesIn(text)[0] : undefined;
  return date !== undefined && text.length - date.length < 24;
};

function openingsOf(
  block: Block,
  facet: Facet,
  mark: string | null,
  bold: boolean,
  plain: boolean,
  before: Facet | undefined,
  next: Block | undefined,
): string[] {
  const { text } = block;
  const ways: string[] = [];
  if (block.heading > 0 && facet.title) ways.push(`h${block.heading}`);
  else if (facet.title) {
    if (bold) ways.push('bold');
    if (framed.test(text)) ways.push('framed');
    if (allCapitals(text) && facet.words > 1) ways.push('capitals');
    if (facet.linked > 0.6 && facet.words >= 3) ways.push('linked');
    if (facet.words >= 2 && !/[.:]$/.test(text) && next && next.text.length > 60 && (plain || facet.linked < 0.6))
      ways.push('short');
  }
  if (mark === 'number') ways.push('number');
  if (mark === 'bullet' && facet.words > 0) ways.push('bullet');
  if (mark === 'clock' || timeWord.test(text)) ways.push('clock');
  if (block.listItem) ways.push('item');
  if (facet.stamp) ways.push('stamp');
  if (before?.separator) ways.push('separator');
  if (plain && before && before.linked > 0.6 && facet.linked < 0.6) ways.push('after-address');
  if (/^[【[［]/.test(text)) ways.push('bracket');
  if (facet.prose) {
    ways.push('paragraph');
    if (block.lead.length > 2 && !bold) ways.push('lead');
    if (datelineOf(text)) ways.push('dateline');
    if (capitalLead.test(text) || placeStop.test(text)) ways.push('capital-lead');
    const start = text.slice(0, 40);
    const date = /\d/.test(start) ? datesIn(start)[0] : undefined;
    if (date && date.index <= 12) ways.push('dated');
  }
  return ways;
}
