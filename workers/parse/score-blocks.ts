import { type Block, endsSentence, type ReadPage, sameness, wordCount } from './block.ts';
import { furnitureLine } from './furniture-words.ts';

/** Longer blocks prove no more than these many characters do, or one wall of text outweighs the story. */
const maxWeight = 700;

export type Scored = { weight: number; reason: string | null };

/** Says of each block how much it speaks for being story prose, or the reason why it is furniture. */
export function scoreBlocks(page: ReadPage): Scored[] {
  const told = page.meta.articleBody ? sameness(page.meta.articleBody) : null;
  const seen = new Set<string>();
  const places = placeReasons(page);
  return page.blocks.map((block) => {
    const reason = places[block.container] ?? reasonAgainst(block) ?? repeated(block, seen);
    if (reason) return { weight: 0, reason };
    const prose = proseWeight(block);
    const agrees = told !== null && block.text.length > 40 && told.includes(sameness(block.text));
    return { weight: agrees ? prose * 3 : prose, reason: null };
  });
}

function reasonAgainst(block: Block): string | null {
  const byWords = furnitureLine(block.text);
  if (byWords) return byWords;
  if (block.linkChars / Math.max(block.text.replace(/\s/g, '').length, 1) > 0.6)
    return 'link without a report of its own';
  return null;
}

/** A box with more than this share of the page's prose is the page, whatever its class says ("widget", "has-sidebar"). */
const wholeShare = 0.5;

/** Why each container's place makes what it holds furniture, by the outermost such element around it. */
export function placeReasons({ blocks, containers }: ReadPage): (string | null)[] {
  const prose = new Array<number>(containers.length).fill(0);
  const heads = new Array<number>(containers.length).fill(0);
  for (const { container, heading, ...block } of blocks) {
    prose[container] = (prose[container] ?? 0) + proseWeight({ container, heading, ...block });
    if (heading === 1) heads[container] = 1;
  }
  for (let at = containers.length - 1; at > 0; at--) {
    const parent = containers[at]?.parent ?? 0;
    prose[parent] = (prose[parent] ?? 0) + (prose[at] ?? 0);
    heads[parent] = (heads[parent] ?? 0) + (heads[at] ?? 0);
  }
  const reasons: (string | null)[] = [];
  for (const [at, { parent, furniture }] of containers.entries()) {
    const share = (prose[at] ?? 0) / Math.max(prose[0] ?? 0, 1);
    const whole = furniture !== 'comments' && (share > wholeShare || (share > 0.2 && (heads[at] ?? 0) > 0));
    reasons.push(reasons[parent] ?? (whole ? null : furniture));
  }
  return reasons;
}

function repeated(block: Block, seen: Set<string>): string | null {
  if (block.text.length < 60) return null;
  const key = sameness(block.text);
  if (seen.has(key)) return 'said before on this page';
  seen.add(key);
  return null;
}

function proseWeight(block: Block): number {
  const words = wordCount(block.text);
  const length = Math.min(block.text.length, maxWeight);
  if (block.heading > 0 || (words < 6 && !/[\u3040-\u9fff\uac00-\ud7af]/.test(block.text))) return 0;
  const sentence = endsSentence(block.text);
  const linked = 1 - Math.min(1, block.linkChars / Math.max(length, 1));
  const listed = block.tag === 'p' ? 1 : block.listItem ? 0.4 : 0.7;
  return length * linked * linked * listed * (sentence ? 1 : 0.25);
}
