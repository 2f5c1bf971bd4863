import { createHash } from 'node:crypto';
import type { Furniture, ParsedPage } from '../../schemas/item.ts';
import type { Profile } from '../../schemas/profile.ts';
import { chooseSplit, type SplitModels } from './briefs/choose-split.ts';
import { viewPage } from './briefs/page-view.ts';
import { pageDate } from './items/page-date.ts';
import { type PlacedBlock, placeBlocks } from './items/place-blocks.ts';
import { suspicionOf } from './items/suspicion-of.ts';
import { writeItems } from './items/write-items.ts';
import { applyProfile } from './profile/apply-profile.ts';
import { markPage } from './profile/mark-page.ts';
import { readDate } from './profile/read-date.ts';
import type { ReadPage } from './read/block.ts';
import { decodePage } from './read/decode-page.ts';
import { readHtml } from './read/read-html.ts';
import { readPlain } from './read/read-plain.ts';
import { withoutScripts } from './read/without-scripts.ts';
import { storyBeside } from './story/story-beside.ts';
import type { StoryModel } from './story/story-chances.ts';
import { UnparsablePage } from './unparsable-page.ts';

/** A page as it came; `profile`: what is known of its publisher's layout, if anything; `sent`: when it came by mail, ISO 8601. */
export type PageSource = {
  bytes: Uint8Array;
  url: string;
  contentType: string | null;
  profile?: Profile | null;
  sent?: string | null;
};
/** Models in place of the shipped ones, to cross-validate them. */
export type ParseModels = { story?: StoryModel; split?: SplitModels };
export type ExplainedPage = { parsed: ParsedPage; blocks: PlacedBlock[] };

/**
 * Splits one page into its story, its briefs in page order, and the furniture that is in neither. HTML and plain wire
 * copy are read alike. Throws UnparsablePage, with a line that names the remedy, where nothing can be read.
 */
export function parsePage(source: PageSource): ParsedPage {
  return explainPage(source).parsed;
}

/** What `parsePage` gives, and for every block of the page where it went and why. Throws as parsePage does. */
export function explainPage(
  { bytes, url, contentType, profile = null, sent = null }: PageSource,
  models: ParseModels = {},
): ExplainedPage {
  const page = readPage(decodePage(withoutScripts(bytes), contentType), profile);
  if (sent && !page.meta.published) page.meta = { ...page.meta, published: { value: sent, source: 'meta' } };
  if (page.blocks.length === 0)
    throw new UnparsablePage('nothing readable on the page; it may need a browser to show its text');
  const told = profile ? applyProfile(page, profile) : null;
  const view = viewPage(page, told?.furniture ?? [], models.story);
  const { headline, scored } = view;
  const briefs = told?.briefs.length ? told.briefs : chooseSplit(view, models.split);
  const story = told?.story ?? storyBeside(view, briefs);
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

/** Reads what was decoded, as HTML or as plain wire copy. */
export function readPage(text: string, profile: Profile | null = null): ReadPage {
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
