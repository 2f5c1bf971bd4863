import { chance, type Forest, scoreRow, unpackForest } from '../model/forest.ts';
import { sieveModel, storyModel } from '../model/story-model.ts';
import type { ReadPage } from '../read/block.ts';
import { consentBit } from '../read/name-kinds.ts';
import { headlineAt } from './headline-at.ts';
import { pageLines } from './page-lines.ts';
import { pageShape } from './page-shape.ts';
import { pageTopic } from './page-topic.ts';
import { type Surroundings, storyFeatures, writeCheapFeatures, writeStoryFeatures } from './story-features.ts';

/** Below these log-odds the small forest's word is final: it loses next to no block of a story (model/story.md). */
export const sieveThreshold = -4;

export type StoryModel = { sieve: Forest; story: Forest };

let unpacked: StoryModel | null = null;

/** The shipped model; unpacked once, as it never changes. */
const shippedModel = (): StoryModel => {
  unpacked ??= { sieve: unpackForest(sieveModel), story: unpackForest(storyModel) };
  return unpacked;
};

/** How likely each block of an HTML page is to belong to the page's own story, 0 to 1. */
export function storyChances(around: Surroundings, model: StoryModel = shippedModel()): Float32Array {
  const chances = new Float32Array(around.page.blocks.length);
  const row = new Float32Array(storyFeatures);
  for (let at = 0; at < chances.length; at++) {
    if (!passesSieve(around, at, row, model.sieve) || isBarred(around, at)) continue;
    writeStoryFeatures(around, at, row);
    chances[at] = chance(scoreRow(model.story, row));
  }
  return withoutOtherStories(around, chances);
}

/** Under its own headline a story holds at least this share of what is likely story; else the headline was mistaken. */
const ownShare = 0.25;

/** A second story below the first, under a first heading that none of the page's titles repeats, is another page's. */
function withoutOtherStories({ page: { blocks }, shape, lines }: Surroundings, chances: Float32Array): Float32Array {
  const isOther = (at: number) => lines.otherHead[blocks[at]?.container ?? 0] === 1;
  let own = 0;
  let all = 0;
  for (let at = 0; at < chances.length; at++) {
    const words = (chances[at] as number) * (shape.facts[at]?.words ?? 0);
    all += words;
    if (!isOther(at)) own += words;
  }
  return own < all * ownShare ? chances : chances.map((value, at) => (isOther(at) ? 0 : value));
}

/** A Latin text of so many letters with fewer vowels than this share is no language but scrambled behind a paywall. */
const scrambled = { letters: 120, vowels: 0.3 };

/** What no page's own story is, however it is printed: consent notices and scrambled text. */
function isBarred({ page, shape, lines }: Surroundings, at: number): boolean {
  const container = page.blocks[at]?.container ?? 0;
  const { latin = 0, vowels = 0 } = shape.facts[at] ?? {};
  if (latin >= scrambled.letters && vowels < latin * scrambled.vowels) return true;
  const headline = page.blocks[lines.headlineAt]?.container ?? 0;
  return ((shape.above[container] as number) & ~(shape.above[headline] as number) & consentBit) !== 0;
}

/** Everything that a block's features compare it with, made once for the page. */
export function surroundingsOf(page: ReadPage, headline: string | null): Surroundings {
  const shape = pageShape(page);
  return {
    page,
    shape,
    topic: pageTopic(page, shape, headline),
    lines: pageLines(page, shape, headlineAt(page)),
  };
}

function passesSieve(around: Surroundings, at: number, row: Float32Array, sieve: Forest): boolean {
  writeCheapFeatures(around, at, row);
  return scoreRow(sieve, row) > sieveThreshold;
}
