/** Precision and recall of a page's text by 4-token shingles, as ../shared/score/articles.mjs counts them. */
export type PageScore = { precision: number; recall: number; f1: number; said: boolean };

const width = 4;

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let at = 0; at < Math.max(1, tokens.length - width + 1); at++) {
    const key = tokens.slice(at, at + width).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: Map<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);

export function scoreText(gold: string, text: string): PageScore {
  const wanted = shingles(gold);
  const given = shingles(text);
  let hits = 0;
  for (const [key, count] of given) hits += Math.min(count, wanted.get(key) ?? 0);
  const precision = given.size === 0 ? 0 : hits / sum(given);
  const recall = wanted.size === 0 ? 1 : hits / sum(wanted);
  return {
    precision,
    recall,
    f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    said: given.size > 0,
  };
}

export type TextTable = { pages: number; f1: number; precision: number; recall: number; bad: number };

/** F1 of the mean precision (over pages that gave text) and the mean recall; `bad` is the share of pages under 0.5. */
export function tableOf(scores: PageScore[]): TextTable {
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / Math.max(values.length, 1);
  const precision = mean(scores.filter(({ said }) => said).map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  return {
    pages: scores.length,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9),
    bad: mean(scores.map(({ f1 }) => (f1 < 0.5 ? 1 : 0))),
  };
}
