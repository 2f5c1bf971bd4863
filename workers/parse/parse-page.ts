import { createHash } from 'node:crypto';
import type { Furniture, ParsedPage } from '../../schemas/item.ts';
import type { Profile } from '../../schemas/profile.ts';
import { type Block, type ReadPage, sameness } from './block.ts';
import { decodePage } from './decode-page.ts';
import { findBriefs } from './find-briefs.ts';
import { findStory } from './find-story.ts';
import { pageDate } from './page-date.ts';
import { type PlacedBlock, placeBlocks } from './place-blocks.ts';
import { applyProfile } from './profile/apply-profile.ts';
import { markPage } from './profile/mark-page.ts';
import { readDate } from './profile/read-date.ts';
import { readHtml } from './read-html.ts';
import { readPlain } from './read-plain.ts';
import { scoreBlocks } from './score-blocks.ts';
import { suspicionOf } from './suspicion-of.ts';
import { UnparsablePage } from './unparsable-page.ts';
import { withoutScripts } from './without-scripts.ts';
import { writeItems } from './write-items.ts';

/** A page as it came; `profile`: what is known of its publisher's layout, if anything; `sent`: when it came by mail, ISO 8601. */
export type PageSource = {
  bytes: Uint8Array;
  url: string;
  contentType: string | null;
  profile?: Profile | null;
  sent?: string | null;
};
export type ExplainedPage = { parsed: ParsedPage; blocks: PlacedBlock[] };

/**
 * Splits one page into its story, its briefs in page order, and the furniture that is in neither. HTML and plain wire
 * copy are read alike. Throws UnparsablePage, with a line that names the remedy, where nothing can be read.
 */
export function parsePage(source: PageSource): ParsedPage {
  return explainPage(source).parsed;
}

/** What `parsePage` gives, and for every block of the page where it went and why. Throws as parsePage does. */
export function explainPage({ bytes, url, contentType, profile = null, sent = null }: PageSource): ExplainedPage {
  const page = readPage(decodePage(withoutScripts(bytes), contentType), profile);
  if (sent && !page.meta.published) page.meta = { ...page.meta, published: { value: sent, source: 'meta' } };
  if (page.blocks.length === 0)
    throw new UnparsablePage('nothing readable on the page; it may need a browser to show its text');
  const told = profile ? applyProfile(page, profile) : null;
  const headline = page.meta.headline ?? headlineOf(page);
  const scored = scoreBlocks(page, headline);
  const head = page.plain ? headLines(page.blocks, headline) : new Set<number>();
  for (const index of head) scored[index] = { story: 0, reason: 'headline' };
  for (const [index, reason] of told?.furniture ?? []) scored[index] = { story: 0, reason };
  const found = told?.story ?? findStory(page, scored, headline);
  const briefs = told?.briefs.length ? told.briefs : findBriefs(page, scored, headline, page.plain ? [] : found);
  const story = told?.story ?? beforeBriefs(page, found, briefs);
  const published = pageDate(page, url);
  const items = writeItems({ url, page, headline, story, briefs, published });
  const blocks = placeBlocks(page, scored, { headline, story, briefs });
  const about = {
    url,
    title: headline,
    language: page.meta.language,
    published: published?.value ?? null,
    suspect: suspicionOf(page, items, headline),
    profile: profile ? stampOf(profile) : null,
  };
  return { parsed: { page: about, items, furniture: furnitureAmong(blocks) }, blocks };
}

function readPage(text: string, profile: Profile | null): ReadPage {
  if (!isHtml(text)) return readPlain(text);
  if (!profile) return readHtml(text);
  const { html, dateText } = markPage(text, profile);
  const page = readHtml(html, true);
  const day = dateText && profile.date ? readDate(dateText, profile.date.format) : null;
  return day ? { ...page, meta: { ...page.meta, published: { value: day, source: 'text' } } } : page;
}

/** Which rules read a page must be told later: a profile's name alone may come to mean other rules. */
const stampOf = (profile: Profile): string =>
  `${profile.name}@${createHash('sha256').update(JSON.stringify(profile)).digest('hex').slice(0, 8)}`;

/** More pieces than this are a link directory; keeping them all would double the store for nothing. */
const maxPieces = 1000;

const furnitureAmong = (blocks: PlacedBlock[]): Furniture[] =>
  blocks
    .filter(({ where }) => where === 'furniture')
    .slice(0, maxPieces)
    .map(({ text, why }) => ({ text, reason: why }));

const isHtml = (text: string): boolean =>
  /<(?:!doctype\s+html|html|head|body|div|p|article|section|table|title|h[1-6]|ul|br|span)\b[^>]*>/i.test(
    text.slice(0, 20_000),
  );

/** Wire copy has its headline on the first line; a page without a title has it in its first heading. */
function headlineOf({ blocks, plain }: ReadPage): string | null {
  const first = blocks.find((block) => block.heading === 1) ?? (plain ? blocks[0] : undefined);
  return first && first.text.length < 250 ? first.text : null;
}

/** The headline's own line and its repetition right below it. */
function headLines(blocks: Block[], headline: string | null): Set<number> {
  const key = sameness(headline ?? '');
  return new Set(
    blocks.slice(0, 4).flatMap((block, index) => (key !== '' && sameness(block.text) === key ? [index] : [])),
  );
}

/** The story without what the briefs hold, their labels and marks, and whatever stands between and after them. */
function beforeBriefs(
  page: ReadPage,
  story: number[],
  briefs: { blocks: number[]; heading: number; marks: number[]; section: number }[],
): number[] {
  if (briefs.length === 0) return story;
  const taken = new Set(briefs.flatMap((brief) => [...brief.blocks, ...brief.marks, brief.heading, brief.section]));
  const first = [...taken]
    .filter((index) => index >= 0)
    .reduce((least, index) => Math.min(least, index), page.blocks.length);
  return story.filter((index) => index < first && !taken.has(index));
}
