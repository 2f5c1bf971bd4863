import type { ItemDate, ParsedItem } from '../../../schemas/item.ts';
import type { Brief } from '../briefs/find-briefs.ts';
import { isSeparator, markOf } from '../briefs/separators.ts';
import { type Block, type ReadPage, sameness } from '../read/block.ts';
import { eventDate } from './dates.ts';
import { detectLanguage } from './detect-language.ts';
import { incompleteOf } from './incomplete-of.ts';
import type { PageDate } from './page-date.ts';
import { bylineIn, datelineOf } from './sign-item.ts';

type Found = {
  url: string;
  page: ReadPage;
  headline: string | null;
  story: number[];
  briefs: Brief[];
  published: PageDate | null;
};

/** How sure the stage is of a story under a page's own headline. */
const storyConfidence = 0.8;

/** Makes the items of what was found: the story first, then the briefs in page order, each dated and signed. */
export function writeItems(found: Found): ParsedItem[] {
  const story = storyItem(found);
  return [...(story ? [story] : []), ...found.briefs.map((brief) => briefItem(found.page, brief))];
}

function storyItem({ url, page, headline, story, published }: Found): ParsedItem | null {
  const signed = story.flatMap((index) => {
    const name = bylineIn(page.blocks[index]?.text ?? '');
    return name ? [{ index, name }] : [];
  });
  const unsigned = story.filter(
    (index) => !isSeparator(page.blocks[index]?.text ?? '') && !signed.some((line) => line.index === index),
  );
  const body = unsigned.map((index) => page.blocks[index]?.text ?? '').join('\n\n');
  if (body === '') return null;
  const dateline = datelineOf(body);
  const incomplete = incompleteOf(page, story, url);
  return {
    kind: 'story',
    headline,
    section: null,
    body,
    byline: signed[0]?.name ?? page.meta.byline,
    dateline: dateline?.dateline ?? null,
    date: storyDate(page, body, published),
    language: detectLanguage(body, page.meta.language),
    confidence: incomplete ? storyConfidence / 2 : storyConfidence,
    edNote: incomplete,
  };
}

function storyDate({ plain }: ReadPage, body: string, published: PageDate | null): ItemDate {
  const day = published ? /\d{4}-\d{2}-\d{2}/.exec(published.value)?.[0] : undefined;
  const written = eventDate(body);
  // The address of wire copy names the file's day, its text the report's.
  if (!published || !day || (plain && published.source === 'url' && written.precision === 'day')) return written;
  return { value: day, precision: 'day', source: published.source };
}

function briefItem(page: ReadPage, brief: Brief): ParsedItem {
  const texts = brief.blocks.map((index) => page.blocks[index]?.text ?? '');
  const first = texts[0] ?? '';
  const mark = markOf(first);
  const body = [mark && mark.kind !== 'number' ? first.slice(mark.length) : first, ...texts.slice(1)]
    .filter((text) => text !== '')
    .join('\n\n');
  const heading = headingOf(page.blocks[brief.heading]);
  const section = page.blocks[brief.section]?.text ?? null;
  return {
    kind: 'brief',
    headline: heading,
    section:
      section === null || (heading !== null && sameness(section) === sameness(heading))
        ? null
        : section.replace(/\s*:$/, ''),
    body,
    byline: null,
    dateline: datelineOf(body)?.dateline ?? null,
    // A brief is never dated from the page that prints it (DESIGN.md, identity): only from its own text.
    date: eventDate(heading ? `${heading}\n${body}` : body),
    language: detectLanguage(body, page.meta.language),
    confidence: brief.confidence,
    edNote: null,
  };
}

const headingOf = (block: Block | undefined): string | null => block?.text ?? null;
