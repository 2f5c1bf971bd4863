import type { Block, ReadPage } from '../read/block.ts';
import { furnitureLine } from './furniture-words.ts';
import type { PageShape } from './page-shape.ts';
import { type StoryModel, storyChances, surroundingsOf } from './story-chances.ts';

/** `story`: how likely the block belongs to the page's own story, 0 to 1; `reason`: why it is furniture, null where nothing says so. */
export type Scored = { story: number; reason: string | null };

/** Says of each block how likely it is story prose, and of furniture the reason why. */
export function scoreBlocks(
  page: ReadPage,
  headline: string | null = page.meta.headline,
  model?: StoryModel,
): Scored[] {
  const around = surroundingsOf(page, headline);
  // The model knows pages by their elements; plain copy has none and is left to the rules.
  const chances = page.plain ? null : storyChances(around, model);
  const places = placeReasons(page, around.shape);
  const seen = new Set<number>();
  return page.blocks.map((block, at) => {
    const line = furnitureLine(block.text);
    return {
      story: (chances?.[at] ?? 0) * (line ? lineShare : 1),
      reason:
        places[block.container] ??
        line ??
        reasonAgainst(block) ??
        repeated(block, around.shape.facts[at]?.hash ?? 0, seen),
    };
  });
}

/** What is left of a line's chance that says by its own words that it is furniture ("Read also", "Printed from"). */
const lineShare = 0.4;

function reasonAgainst(block: Block): string | null {
  return block.linkChars / Math.max(block.text.length, 1) > 0.55 ? 'link without a report of its own' : null;
}

/** A box with more than this share of the page's prose is the page, whatever its class says ("widget", "has-sidebar"). */
const wholeShare = 0.5;

/** Why each container's place makes what it holds furniture, by the outermost such element around it. */
function placeReasons({ blocks, containers }: ReadPage, { held }: PageShape): (string | null)[] {
  const heads = new Uint32Array(containers.length);
  for (const { container, heading } of blocks) if (heading === 1) heads[container] = 1;
  for (let at = containers.length - 1; at > 0; at--) {
    const parent = containers[at]?.parent ?? 0;
    heads[parent] = (heads[parent] as number) + (heads[at] as number);
  }
  const reasons: (string | null)[] = [];
  for (const [at, { parent, furniture }] of containers.entries()) {
    const share = (held.prose[at] as number) / Math.max(held.prose[0] as number, 1);
    const whole = furniture !== 'comments' && (share > wholeShare || (share > 0.2 && (heads[at] as number) > 0));
    reasons.push(reasons[parent] ?? (whole ? null : furniture));
  }
  return reasons;
}

function repeated(block: Block, hash: number, seen: Set<number>): string | null {
  if (block.text.length < 60) return null;
  if (seen.has(hash)) return 'said before on this page';
  seen.add(hash);
  return null;
}
