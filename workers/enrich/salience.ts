import type { FoundMention } from './found-tags.ts';

/** A text as the weighing sees it: where its headline ends (0 without one) and where its paragraphs are parted. */
export interface TextShape {
  length: number;
  headlineEnd: number;
  breaks: number[];
}

export const shapeOf = (text: string, headlineEnd: number): TextShape => ({
  length: Math.max(1, text.length),
  headlineEnd,
  breaks: [...text.matchAll(/\n\s*\n/g)].map((match) => match.index),
});

const inHeadline = 5;
const inLead = 3;

/** The first paragraph after the headline is the lead: a wire story says there what happened and where. */
const leadEnd = ({ breaks, headlineEnd, length }: TextShape): number => breaks.find((at) => at > headlineEnd) ?? length;

const weightOf = (mentions: readonly FoundMention[], headlineEnd: number, lead: number): number =>
  mentions.reduce((sum, { start }) => sum + (start < headlineEnd ? inHeadline : start < lead ? inLead : 1), 0);

/** The number of the paragraph that holds an offset, by halving: a page may have ten thousand paragraphs and names. */
const paragraphOf = (start: number, { breaks }: TextShape): number => {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** A tag of which the weighing needs no more than its places; `evidence` is 0 to 2: how well the words point at it. */
export interface Weighable {
  mentions: readonly FoundMention[];
  evidence: number;
}

// Weights of a logistic regression over 1,324 labelled texts, rounded: the rounded ones score as the fitted ones do.
const share = { ofLargest: 3, ofAll: 1 };
const lateStart = -2;
const spread = 2.5;
const bias = -3;

/** How far a text is about each of `tags` (all its countries, or all its people): 0 to 1, two digits. */
export const saliences = (tags: readonly Weighable[], shape: TextShape): number[] => {
  const lead = leadEnd(shape);
  const weights = tags.map(({ mentions }) => weightOf(mentions, shape.headlineEnd, lead));
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 1);
  const all = Math.max(
    1,
    weights.reduce((sum, weight) => sum + weight, 0),
  );
  return tags.map(({ mentions, evidence }, at) => {
    const weight = weights[at] ?? 0;
    const paragraphs = new Set(mentions.map(({ start }) => paragraphOf(start, shape))).size;
    const sum =
      (share.ofLargest * weight) / largest +
      (share.ofAll * weight) / all +
      (lateStart * (mentions[0]?.start ?? 0)) / shape.length +
      (spread * paragraphs) / (shape.breaks.length + 1) +
      evidence +
      bias;
    return Math.round(100 / (1 + Math.exp(-sum))) / 100;
  });
};
