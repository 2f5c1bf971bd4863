import { getDomain } from 'tldts';
import { viewPage } from '../workers/parse/briefs/page-view.ts';
import { proposeSplits } from '../workers/parse/briefs/propose-splits.ts';
import { weighSplits } from '../workers/parse/briefs/weigh-splits.ts';
import { readPage } from '../workers/parse/parse-page.ts';
import { decodePage } from '../workers/parse/read/decode-page.ts';
import type { StoryModel } from '../workers/parse/story/story-chances.ts';
import { articlesDir, readArticleBytes } from './articles.ts';
import { type GoldPage, readDigests, SplitScorer } from './split-gold.ts';

/** A page to learn splitting from; `gold` is null for an ordinary page of the article set: one story and nothing else. */
export type SplitPage = {
  site: string;
  gold: GoldPage | null;
  bytes: Uint8Array;
  kind: 'digest' | 'news' | 'web' | 'copy';
};

/** The figures of every split of a page, the page's own, and the item F1 that each split would give. */
export type Example = {
  site: string;
  kind: SplitPage['kind'];
  hasItems: boolean;
  splits: Float32Array[];
  page: number[];
  f1: number[];
};

const digestsDir = '../shared/data/digests';

/** The digest set and the ordinary pages of the article set, news and other. Pages in both are taken from the first: there they are labelled. */
export function readSplitPages(): SplitPage[] {
  const digests = readDigests(digestsDir);
  const known = new Set(digests.map(({ gold }) => gold.id.replace('_', '-')));
  const articles = readArticleBytes(articlesDir).filter(({ id }) => !known.has(id.slice(0, 11)));
  return [
    ...digests.map(({ gold, bytes, site }) => ({ gold, bytes, site: siteOf(site), kind: 'digest' as const })),
    ...articles.map(({ bytes, domain, stratum }) => ({
      gold: null,
      bytes,
      site: siteOf(domain),
      kind: stratum === 'news' ? ('news' as const) : ('web' as const),
    })),
    ...bareCopies(articles.filter(({ stratum }) => stratum === 'news')),
  ];
}

/** Every how many-th ordinary story is read as a bare copy too: the set has next to no bare page that is one story. */
const copyShare = 2;
const copyWidth = 72;

/** Ordinary stories without the furniture of their sites: as plain lines, as hard-wrapped ones, as bare HTML in turn. */
const bareCopies = (articles: { domain: string; title: string | null; text: string }[]): SplitPage[] =>
  articles
    .filter((_, at) => at % copyShare === 0)
    .map(({ domain, title, text }, at) => {
      const copy = copyForms[at % copyForms.length]?.(title ?? '', text) ?? '';
      return { site: siteOf(domain), gold: null, bytes: new TextEncoder().encode(copy), kind: 'copy' };
    });

const copyForms: ((title: string, text: string) => string)[] = [
  (title, text) => `${title}\n\n${text}\n`,
  (title, text) =>
    `${title}\n\n${text}\n`.replace(new RegExp(`(?=[^\\n]{${copyWidth}})([^\\n]{1,${copyWidth}}) `, 'g'), '$1\n'),
  (title, text) => {
    const lines = text.split(/\n+/).filter(Boolean).map(escaped);
    const body = lines.map((line) => (/^.{1,60}[^.!?:"”»)]$/u.test(line) ? `<h2>${line}</h2>` : `<p>${line}</p>`));
    return `<html><body><article><h1>${escaped(title)}</h1>${body.join('')}</article></body></html>`;
  },
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Pages of one registrable domain are never in the training and the test part at once. */
export const siteOf = (host: string): string => getDomain(host) ?? host;

/** Puts figures on all splits of a page; `story` reads its story and must not have been trained on the page's site. */
export function exampleOf({ site, gold, bytes, kind }: SplitPage, story: StoryModel): Example {
  const view = viewPage(readPage(decodePage(bytes, null)), [], story);
  const textOf = (index: number) => view.page.blocks[index]?.text ?? '';
  const splits = proposeSplits(view);
  const weighed = weighSplits(view, splits);
  const scorer = gold ? new SplitScorer(gold) : null;
  return {
    site,
    kind,
    hasItems: gold !== null && gold.briefs.length > 0,
    splits: weighed.splits.map((row) => Float32Array.from(row)),
    page: weighed.page,
    f1: splits.map(
      ({ entries }) =>
        scorer?.f1(
          entries.map(({ heading, blocks }) => ({ heading: textOf(heading), text: blocks.map(textOf).join('\n') })),
        ) ?? 0,
    ),
  };
}
