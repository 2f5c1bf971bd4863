import type { ReadPage } from '../read/block.ts';
import { kinds as allKinds } from '../read/name-kinds.ts';
import { type TextFacts, textFacts } from '../read/text-facts.ts';

/** Sums over the blocks of a container with all it holds, or of a path. */
export type Sums = { prose: Float64Array; chars: Float64Array; links: Float64Array; count: Float64Array };

/** What a page looks like as a whole: what story-features.ts compares each block with. */
export type PageShape = {
  facts: TextFacts[];
  /** By container, all it holds included. */
  held: Sums;
  /** By number of path (Container.path), and of the paths above: what is printed in elements of one kind. */
  paths: Sums;
  /** Container that holds most of the prose, found from the root down. */
  core: number;
  /** For each container: levels up to the core's own chain of parents; 0 inside the core. */
  outside: Int16Array;
  /** For each container: kinds of names and tags of itself and all above it, as bits. */
  above: Int32Array;
  tagsAbove: Int32Array;
  /** For each container: levels up to the nearest that is furniture by name, and to the nearest named a story's body; 99 without one. */
  furnitureLevels: Uint8Array;
  bodyLevels: Uint8Array;
  /** For each container: number of the innermost article element, in reading order from 1; 0 outside any. */
  article: Int32Array;
  articles: number;
  /** Block index by which each article's own first heading of level 1 or 2 stands; -1 without one. */
  articleHeads: number[];
};

export const watchedTags =
  'article main aside nav footer header form figure table li blockquote section button dl'.split(' ');
const tagBit = new Map(watchedTags.map((tag, at) => [tag, 1 << at]));

export function pageShape(page: ReadPage): PageShape {
  const { blocks, containers } = page;
  const facts = blocks.map(textFacts);
  const held = sums(containers.length);
  const paths = sums(containers.reduce((most, { path }) => Math.max(most, path), 0) + 1);
  for (const [index, { container, linkChars, text }] of blocks.entries()) {
    const prose = (facts[index] as TextFacts).prose;
    add(held, container, prose, text.length, linkChars, 1);
    add(paths, containers[container]?.path ?? 0, prose, text.length, linkChars, 1);
  }
  for (let at = containers.length - 1; at > 0; at--) addFrom(held, containers[at]?.parent ?? 0, held, at);
  const core = coreOf(page, held);
  return { facts, held, paths, core, ...placesOf(page, core) };
}

const sums = (count: number): Sums => ({
  prose: new Float64Array(count),
  chars: new Float64Array(count),
  links: new Float64Array(count),
  count: new Float64Array(count),
});

function add(to: Sums, at: number, prose: number, chars: number, links: number, count: number): void {
  to.prose[at] = (to.prose[at] as number) + prose;
  to.chars[at] = (to.chars[at] as number) + chars;
  to.links[at] = (to.links[at] as number) + links;
  to.count[at] = (to.count[at] as number) + count;
}

const addFrom = (to: Sums, at: number, from: Sums, index: number): void =>
  add(
    to,
    at,
    from.prose[index] as number,
    from.chars[index] as number,
    from.links[index] as number,
    from.count[index] as number,
  );

/** Goes down while one child holds most of the prose. */
function coreOf({ containers }: ReadPage, { prose }: Sums): number {
  const best = new Int32Array(containers.length).fill(-1);
  for (let at = 1; at < containers.length; at++) {
    const parent = containers[at]?.parent ?? 0;
    const rival = best[parent] as number;
    if (containers[at]?.furniture === 'comments') continue;
    if (rival < 0 || (prose[at] as number) > (prose[rival] as number)) best[parent] = at;
  }
  let core = 0;
  for (;;) {
    const next = best[core] as number;
    if (next < 0 || (prose[next] as number) < (prose[core] as number) * 0.6 || (prose[next] as number) === 0)
      return core;
    // The last paragraph alone is no container of a story.
    if ((best[next] as number) < 0 && (prose[core] as number) > (prose[next] as number)) return core;
    core = next;
  }
}

const heading = (level: number): boolean => level === 1 || level === 2;

function placesOf({ blocks, containers }: ReadPage, core: number) {
  const count = containers.length;
  const outside = new Int16Array(count);
  const above = new Int32Array(count);
  const tagsAbove = new Int32Array(count);
  const furnitureLevels = new Uint8Array(count).fill(99);
  const bodyLevels = new Uint8Array(count).fill(99);
  const article = new Int32Array(count);
  const chain = new Set<number>();
  for (let at = core; at >= 0; at = containers[at]?.parent ?? -1) chain.add(at);
  const bodyBit = 1 << allKinds.indexOf('body');
  let articles = 0;
  for (const [at, { parent, tag, kinds, furniture }] of containers.entries()) {
    const up = Math.max(parent, 0);
    const inherits = at > 0;
    above[at] = kinds | (inherits ? (above[up] as number) : 0);
    tagsAbove[at] = (tagBit.get(tag) ?? 0) | (inherits ? (tagsAbove[up] as number) : 0);
    furnitureLevels[at] = furniture ? 0 : inherits ? Math.min(99, (furnitureLevels[up] as number) + 1) : 99;
    bodyLevels[at] = (kinds & bodyBit) !== 0 ? 0 : inherits ? Math.min(99, (bodyLevels[up] as number) + 1) : 99;
    article[at] = tag === 'article' ? ++articles : inherits ? (article[up] as number) : 0;
  }
  levelsOutside(containers, core, chain, outside);
  const articleHeads = new Array<number>(articles + 1).fill(-1);
  for (const [index, block] of blocks.entries()) {
    const own = article[block.container] as number;
    if (heading(block.heading) && articleHeads[own] === -1) articleHeads[own] = index;
  }
  return { outside, above, tagsAbove, furnitureLevels, bodyLevels, article, articles, articleHeads };
}

/** Levels from the core up to the innermost container that holds both the core and this one. */
function levelsOutside(
  containers: ReadPage['containers'],
  core: number,
  chain: Set<number>,
  outside: Int16Array,
): void {
  const coreDepth = containers[core]?.depth ?? 0;
  for (const [at, { parent, depth }] of containers.entries()) {
    if (chain.has(at)) outside[at] = Math.min(coreDepth - depth, 1000);
    else outside[at] = outside[parent] as number;
  }
}
