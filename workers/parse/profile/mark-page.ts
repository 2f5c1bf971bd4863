import { load } from 'cheerio/slim';
import type { Profile } from '../../../schemas/profile.ts';

/** The attribute by which the reader learns what a profile's selectors name. */
export const markAttribute = 'data-wd-mark';
const marks = ['story', 'brief', 'furniture'] as const;
export type Mark = (typeof marks)[number];

export const markOf = (value: string | undefined): Mark | null => marks.find((mark) => mark === value) ?? null;

/**
 * The page's HTML with every element that a profile's selectors name marked as what the profile says it is, and the text
 * of the element that holds the page's date. Where several name one element, furniture wins over a brief, and a brief over
 * the story. Throws with the selector where one is no CSS.
 */
export function markPage(html: string, profile: Profile): { html: string; dateText: string | null } {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: false } });
  const all = (selector: string) => {
    try {
      return $(selector);
    } catch (error) {
      const why = (error as Error).message;
      throw new Error(`profile ${profile.name}: ${JSON.stringify(selector)} is no CSS selector: ${why}`);
    }
  };
  all(`[${markAttribute}]`).removeAttr(markAttribute);
  const named = { story: profile.story, brief: profile.briefs, furniture: profile.furniture };
  for (const mark of marks) for (const selector of named[mark]) all(selector).attr(markAttribute, mark);
  const dated = profile.date ? all(profile.date.selector).first().text() : '';
  return { html: $.html(), dateText: dated.trim() === '' ? null : dated.trim() };
}
