import { type Block, type Container, endsSentence, type ReadPage, sameness, wordCount } from './block.ts';
import type { Scored } from './score-blocks.ts';

const bodyName =
  /(^|[\s_-])(articlebody|article-?(body|text|content|copy|main)|story-?(body|content|text)|entry-content|post-?(content|body|text)|news-?(text|body|content|detail)|body-?(text|copy|content)|content-?body|text-?body|page-content|single-content|td-post-content|rich-?text)([\s_-]|$|__)/;

export type Story = { indexes: number[]; container: number };

/** The blocks of the page's own story: the prose under the container that holds it, its standfirst and its subheads. */
export function findStory(page: ReadPage, scored: Scored[], headline: string | null): Story {
  if (page.plain)
    return { indexes: page.blocks.flatMap((_, index) => (scored[index]?.reason ? [] : [index])), container: 0 };
  const sums = subtreeSums(page, scored);
  const container = bestContainer(page, sums);
  const inside = insideOf(page.containers, container);
  const headAt = headlineAt(page.blocks, headline);
  const indexes: number[] = [];
  for (const [index, block] of page.blocks.entries()) {
    const score = scored[index];
    if (!score || score.reason) continue;
    const within = inside[block.container] ?? false;
    if (!within && !isStandfirst(block, index, headAt, page, container)) continue;
    if (within && index <= headAt) continue;
    if (isProse(block, score, page.blocks, index, headline)) indexes.push(index);
  }
  return { indexes: withoutLooseHeads(page.blocks, indexes), container };
}

type Sums = { weight: number[]; count: number[] };

function subtreeSums({ blocks, containers }: ReadPage, scored: Scored[]): Sums {
  const weight = new Array<number>(containers.length).fill(0);
  const count = new Array<number>(containers.length).fill(0);
  for (const [index, block] of blocks.entries()) {
    const own = scored[index]?.weight ?? 0;
    weight[block.container] = (weight[block.container] ?? 0) + own;
    if (own > 0) count[block.container] = (count[block.container] ?? 0) + 1;
  }
  for (let at = containers.length - 1; at > 0; at--) {
    const parent = containers[at]?.parent ?? 0;
    weight[parent] = (weight[parent] ?? 0) + (weight[at] ?? 0);
    count[parent] = (count[parent] ?? 0) + (count[at] ?? 0);
  }
  return { weight, count };
}

function bestContainer({ containers }: ReadPage, { weight, count }: Sums): number {
  const total = weight[0] ?? 0;
  let named = -1;
  for (const [at, { name }] of containers.entries()) {
    if (!bodyName.test(name) || (weight[at] ?? 0) < total * 0.25) continue;
    if (named < 0 || (weight[at] ?? 0) >= (weight[named] ?? 0) * (at > named ? 0.8 : 1)) named = at;
  }
  const children = childLists(containers);
  return descend(Math.max(named, 0), children, weight, count, named >= 0 ? 0.85 : 0.6);
}

function childLists(containers: Container[]): number[][] {
  const children: number[][] = containers.map(() => []);
  for (const [at, { parent }] of containers.entries()) if (parent >= 0) children[parent]?.push(at);
  return children;
}

/** Goes down while one child holds most of the prose and more than one paragraph of it. */
function descend(from: number, children: number[][], weight: number[], count: number[], share: number): number {
  let at = from;
  for (;;) {
    let best = -1;
    for (const child of children[at] ?? []) if (best < 0 || (weight[child] ?? 0) > (weight[best] ?? 0)) best = child;
    if (best < 0 || (weight[best] ?? 0) < (weight[at] ?? 0) * share) return at;
    if ((count[best] ?? 0) < 2 && (count[at] ?? 0) > 1) return at;
    at = best;
  }
}

function insideOf(containers: Container[], root: number): boolean[] {
  const inside: boolean[] = [];
  for (const [at, { parent }] of containers.entries()) inside.push(at === root || (inside[parent] ?? false));
  return inside;
}

function headlineAt(blocks: Block[], headline: string | null): number {
  const key = sameness(headline ?? '');
  if (key === '') return -1;
  return blocks.findIndex((block) => sameness(block.text) === key && block.heading <= 2 && block.heading > 0);
}

/** A whole sentence between the headline and the body, in the headline's own part of the page. */
function isStandfirst(
  block: Block,
  index: number,
  headAt: number,
  { blocks, containers }: ReadPage,
  container: number,
): boolean {
  if (headAt < 0 || index <= headAt || index > headAt + 6 || wordCount(block.text) < 8 || !endsSentence(block.text))
    return false;
  const head = blocks[headAt];
  return (
    head !== undefined &&
    block.container < container &&
    (containers[block.container]?.depth ?? 0) >= (containers[head.container]?.depth ?? 0) - 2
  );
}

function isProse(block: Block, score: Scored, blocks: Block[], index: number, headline: string | null): boolean {
  if (headline && sameness(block.text) === sameness(headline)) return false;
  if (block.heading > 0) return true;
  if (score.weight === 0) return block.tag === 'p' && endsSentence(block.text) && wordCount(block.text) >= 2;
  if (endsSentence(block.text) || block.listItem) return true;
  const next = blocks[index + 1];
  return (
    block.tag === 'p' &&
    (block.text.length > 80 || /:$/.test(block.text) || (next !== undefined && next.container === block.container))
  );
}

/** A subhead belongs to the story only where story prose follows it. */
function withoutLooseHeads(blocks: Block[], indexes: number[]): number[] {
  return indexes.filter((index, at) => {
    if ((blocks[index]?.heading ?? 0) === 0) return true;
    const next = indexes[at + 1];
    return next !== undefined && next - index <= 3 && (blocks[next]?.heading ?? 0) === 0;
  });
}
