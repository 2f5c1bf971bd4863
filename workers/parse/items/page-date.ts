import type { ReadPage } from '../read/block.ts';
import { headlineAt } from '../story/headline-at.ts';
import { dateInUrl, datesIn } from './dates.ts';

export type PageDate = { value: string; source: 'json-ld' | 'meta' | 'text' | 'url' };

/** Lines above and below the headline in which a page prints its date. */
const above = 8;
const below = 14;
/** Longer lines are prose, and their dates those of events. */
const maxChars = 160;

/** The day the page was published: as it says in its metadata, its date elements, its address, or beside its headline; null where nowhere. */
export function pageDate(page: ReadPage, url: string): PageDate | null {
  const { published, times } = page.meta;
  if (published) return published;
  const marked = times.find(({ itemprop, value }) => /published|created/i.test(itemprop) && dayOf(value));
  if (marked) return { value: dayOf(marked.value) as string, source: 'meta' };
  const inUrl = dateInUrl(url);
  if (inUrl) return { value: inUrl, source: 'url' };
  const at = headlineAt(page);
  const near = nearestTime(page, at) ?? writtenNear(page, Math.max(at, 0));
  return near ? { value: near, source: 'text' } : null;
}

const dayOf = (value: string): string | null => /(?:19|20)\d{2}-\d{2}-\d{2}/.exec(value)?.[0] ?? null;

function nearestTime({ meta: { times }, blocks }: ReadPage, headline: number): string | null {
  const dated = times.flatMap((time) => {
    const day = dayOf(time.value) ?? datesIn(time.value).find(({ precision }) => precision === 'day')?.value;
    return day ? [{ day, far: Math.abs(time.block - headline) }] : [];
  });
  const nearest = dated.reduce<{ day: string; far: number } | null>(
    (best, time) => (best && best.far <= time.far ? best : time),
    null,
  );
  return nearest && (headline < 0 || nearest.far <= Math.max(above + below, blocks.length / 10)) ? nearest.day : null;
}

function writtenNear({ blocks, meta }: ReadPage, headline: number): string | null {
  const order: number[] = [];
  for (let step = 1; step <= below; step++) order.push(headline + step);
  for (let step = 0; step <= above; step++) order.push(headline - step);
  for (const at of order) {
    const text = blocks[at]?.text ?? '';
    if (text === '' || text.length > maxChars) continue;
    const day = datesIn(text).find(({ precision }) => precision === 'day')?.value ?? slashed(text, meta.language);
    if (day) return day;
  }
  return null;
}

/** Days and months parted by slashes: Americans put the month first. */
function slashed(text: string, language: string | null): string | null {
  const match = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?!\d)/.exec(text);
  const [, one = '', two = '', year = ''] = match ?? [];
  if (!match) return null;
  const monthFirst = Number(two) > 12 || (Number(one) <= 12 && language === 'en');
  const [month, day] = monthFirst ? [one, two] : [two, one];
  return Number(month) <= 12 && Number(day) <= 31 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}
