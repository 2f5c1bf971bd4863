import { type Block, type PageMeta, type ReadPage, sameness } from '../read/block.ts';
import { headlineBit } from '../read/name-kinds.ts';

/** Lines looked at: the headline stands among the first headings, and a flood of them is an attack. */
const mostLines = 200;
/** Share of words that a heading and a title have in common to be one headline in two wordings. */
const alike = 0.5;

/** Index of the block that is the page's headline: the heading most like its titles, else the first heading of level 1 that has three words; -1 without one. */
export function headlineAt({ blocks, containers, meta }: ReadPage): number {
  const { og, jsonLd, title, twitter, site } = meta.titleSources;
  const like = likenessToTitles(meta);
  const keys = new Set([og, jsonLd, twitter, title].map((text) => sameness(text ?? '')));
  const name = sameness(site ?? '');
  let best = -1;
  let bestScore = alike;
  let first = -1;
  let looked = 0;
  for (const [at, block] of blocks.entries()) {
    const named = ((containers[block.container]?.kinds ?? 0) & headlineBit) !== 0;
    const heads = block.heading > 0 && block.heading < 4;
    if (block.text.length > 300 || !(heads || named)) continue;
    if (!heads && !keys.has(sameness(block.text))) continue;
    if (looked++ > mostLines) break;
    const own = wordsOf(block.text);
    if (own.size === 0 || sameness(block.text) === name) continue;
    if (first < 0 && block.heading === 1 && own.size > 2) first = at;
    const score = like(block.text) + rank(block);
    if (score > bestScore + 1e-9) {
      best = at;
      bestScore = score;
    }
  }
  return best >= 0 ? best : first;
}

/** How much of a line's words the page's titles share, 0 to 1. */
export function likenessToTitles({ titleSources: { og, jsonLd, twitter, title } }: PageMeta): (text: string) => number {
  const titles = [og, jsonLd, twitter, title].map((text) => wordsOf(text ?? '')).filter((words) => words.size > 0);
  return (text) => {
    const own = wordsOf(text);
    return own.size === 0 ? 0 : Math.max(0, ...titles.map((words) => likeness(own, words)));
  };
}

const rank = ({ heading }: Block): number => (heading === 1 ? 0.15 : heading === 2 ? 0.05 : 0);

const wordsOf = (text: string): Set<string> => new Set(sameness(text.slice(0, 400)).split(' ').filter(Boolean));

/** Words in common against those of both; a title with the site's name behind it counts nearly in full. */
function likeness(one: Set<string>, other: Set<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return (0.5 * common) / (one.size + other.size - common) + (0.5 * common) / one.size;
}
