import { type Block, endsSentence, type ReadPage, sameness, wordCount } from './block.ts';
import { furnitureLine } from './furniture-words.ts';

/** Longer blocks prove no more than these many characters do, or one wall of text outweighs the story. */
const maxWeight = 700;

export type Scored = { weight: number; reason: string | null };

/** Says of each block how much it speaks for being story prose, or the reason why it is furniture. */
export function scoreBlocks(page: ReadPage): Scored[] {
  const told = page.meta.articleBody ? sameness(page.meta.articleBody) : null;
  const seen = new Set<string>();
  return page.blocks.map((block) => {
    const reason = reasonAgainst(block) ?? repeated(block, seen);
    if (reason) return { weight: 0, reason };
    const prose = proseWeight(block);
    const agrees = told !== null && block.text.length > 40 && told.includes(sameness(block.text));
    return { weight: agrees ? prose * 3 : prose, reason: null };
  });
}

function reasonAgainst(block: Block): string | null {
  if (block.furniture) return block.furniture;
  const byWords = furnitureLine(block.text);
  if (byWords) return byWords;
  if (block.linkChars / Math.max(block.text.replace(/\s/g, '').length, 1) > 0.6)
    return 'link without a report of its own';
  return null;
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
