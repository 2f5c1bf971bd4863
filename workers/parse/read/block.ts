import type { Mark } from '../profile/mark-page.ts';
import type { TitleSources } from '../story/title-features.ts';
import type { Kind } from './name-kinds.ts';
import type { Time } from './page-head.ts';

/** An element that may hold blocks, by its place in reading order; a parent always stands before its children. */
export type Container = {
  parent: number;
  tag: string;
  /** Class, id, role and itemprop as written, parted by blanks. */
  name: string;
  depth: number;
  /** Why its tag or names make all it holds furniture; null where they say nothing. */
  furniture: Kind | null;
  /** The kinds its names speak of (name-kinds.ts). */
  kinds: number;
  /** Number of its path of tags and classes: printed alike, alike in number. */
  path: number;
  /** 1 to 6 inside a heading, 0 otherwise. */
  heading: number;
  listItem: boolean;
  /** What a publisher profile's selectors say it is; null without one. */
  mark: Mark | null;
};

/** A run of text between two block boundaries, white space collapsed. */
export type Block = {
  text: string;
  tag: string;
  /** 1 to 6 for a heading, 0 otherwise. */
  heading: number;
  linkChars: number;
  /** Links that begin in it. */
  links: number;
  boldChars: number;
  /** Bold text the block begins with; empty without one. */
  lead: string;
  /** Index of the innermost container; plain text has one container, 0. */
  container: number;
  listItem: boolean;
  /** Images, videos and embeds passed since the block before. */
  media: number;
  /** Where line breaks part one element's text: its place among the parts; 0 for the first or only one. */
  part: number;
};

export type PageMeta = {
  titles: string[];
  titleSources: TitleSources;
  /** What the page is called. */
  headline: string | null;
  /** The heading on the page that its other titles repeat; the headline itself may be worded otherwise. */
  heading: string | null;
  published: { value: string; source: 'json-ld' | 'meta' | 'text' } | null;
  times: Time[];
  byline: string | null;
  language: string | null;
  articleBody: string | null;
  description: string | null;
  isLive: boolean;
  /** False where the publisher says that readers must pay; null where it says nothing. */
  isFree: boolean | null;
  /** How many words the publisher says the story has. */
  wordCount: number | null;
  /** The address that the page names as its next one, as written. */
  next: string | null;
  /** The page's address by its own word, and what it calls itself: og:type and the types of its JSON-LD. */
  address: string | null;
  types: string;
};

/** A page as blocks in reading order, whatever it came as. */
export type ReadPage = { plain: boolean; blocks: Block[]; containers: Container[]; meta: PageMeta };

export const noMeta: PageMeta = {
  titles: [],
  titleSources: {
    h1: [],
    og: null,
    twitter: null,
    jsonLd: null,
    title: '',
    site: null,
    description: null,
  },
  headline: null,
  heading: null,
  published: null,
  times: [],
  byline: null,
  language: null,
  articleBody: null,
  description: null,
  isLive: false,
  isFree: null,
  wordCount: null,
  next: null,
  address: null,
  types: '',
};
const wordSigns = /[\p{L}\p{N}]/u;

export function wordCount(text: string): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Every text of the page is counted: ASCII without a regular expression.
    const word =
      code < 128
        ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
        : wordSigns.test(text[at] as string);
    if (word && !inWord) count++;
    inWord = word;
  }
  return count;
}

export const endsSentence = (text: string): boolean =>
  /[.!?。！？।։]["'”’»›)\]]*\s*$/u.test(text) && !/(\.\.\.|…)["'”’»)\]]*\s*$/.test(text);

/** The text without case, marks and white space, to tell two printings of one line. */
export const sameness = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
