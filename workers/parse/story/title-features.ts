/** Where a page says what it is called, tidied; null or empty where it does not. */
export type TitleSources = {
  h1: string[];
  og: string | null;
  twitter: string | null;
  jsonLd: string | null;
  title: string;
  site: string | null;
  description: string | null;
};

/** A line the page may be called by, and what speaks for it. */
export type TitleCandidate = { text: string; features: number[] };

export const titleFeatureNames = [
  'first h1',
  'later h1',
  'og:title',
  'twitter:title',
  'JSON-LD headline',
  'title element',
  'part of a title',
  'under three words',
  'is or holds the site name',
  'characters, hundreds',
  'words in the description',
  'has a colon',
] as const;

/** Titles are cut at bars, dashes and colons between blanks; a longer list of pieces is no title. */
const cutSigns = /\s+[|–—·»•:/-]+\s+|\s*[|»•]\s*/;
const mostPieces = 5;
/** Longer lines are no titles, and comparing them costs time. */
const maxChars = 400;

type Draft = { text: string; key: string; from: Set<(typeof titleFeatureNames)[number]> };

/** Every line the page may be called by; lines with the same words are one candidate. */
export function titleCandidates(sources: TitleSources): TitleCandidate[] {
  const drafts = new Map<string, Draft>();
  const add = (text: string | null, from: (typeof titleFeatureNames)[number]) => {
    const short = (text ?? '').slice(0, maxChars);
    const key = keyOf(short);
    if (key === '') return;
    const draft = drafts.get(key) ?? { text: short, key, from: new Set() };
    draft.from.add(from);
    drafts.set(key, draft);
  };
  for (const [index, text] of sources.h1.entries()) add(text, index === 0 ? 'first h1' : 'later h1');
  add(sources.og, 'og:title');
  add(sources.twitter, 'twitter:title');
  add(sources.jsonLd, 'JSON-LD headline');
  add(sources.title, 'title element');
  for (const text of new Set([sources.title, sources.og ?? '', sources.jsonLd ?? '']))
    for (const part of partsOf(text.slice(0, maxChars))) add(part, 'part of a title');
  const site = keyOf(sources.site ?? '');
  const described = new Set(keyOf((sources.description ?? '').slice(0, maxChars)).split(' '));
  return [...drafts.values()].map((draft) => ({ text: draft.text, features: featuresOf(draft, site, described) }));
}

/** The title without its last pieces, and without its first. */
function partsOf(text: string): string[] {
  const pieces = text.split(cutSigns);
  const [first = '', second = ''] = pieces;
  if (pieces.length < 2 || pieces.length > mostPieces) return [];
  const last = text.lastIndexOf(pieces.at(-1) ?? '');
  return [first, text.slice(0, last).replace(/[\s|–—·»•:/-]+$/, ''), text.slice(text.indexOf(second, first.length))];
}

const keyOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

function featuresOf({ text, key, from }: Draft, site: string, described: Set<string>): number[] {
  const words = key.split(' ');
  const told = words.filter((word) => described.has(word)).length / words.length;
  return titleFeatureNames.map((name) => {
    if (name === 'under three words') return words.length < 3 ? 1 : 0;
    if (name === 'is or holds the site name') return site !== '' && key.includes(site) ? 1 : 0;
    if (name === 'characters, hundreds') return Math.min(text.length, 200) / 100;
    if (name === 'words in the description') return told;
    if (name === 'has a colon') return text.includes(':') ? 1 : 0;
    return from.has(name) ? 1 : 0;
  });
}
