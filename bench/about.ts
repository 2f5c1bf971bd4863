import { readFileSync } from 'node:fs';
import { tagText } from '../workers/enrich/enrich-item.ts';
import { headlineEndOf } from './entities.ts';
import type { Timing } from './timing.ts';
import { cpuNowMs } from './timing.ts';

interface Line {
  lang: string | null;
  text: string;
  countries: string[];
  about?: string[];
}

/** Right, wrong and missed codes. */
class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  add(gold: readonly string[], said: readonly string[]): void {
    this.right += said.filter((code) => gold.includes(code)).length;
    this.wrong += said.filter((code) => !gold.includes(code)).length;
    this.missed += gold.filter((code) => !said.includes(code)).length;
  }

  toString(): string {
    const part = (all: number) => (all === 0 ? 0 : (100 * this.right) / all).toFixed(1);
    const f1 = (200 * this.right) / Math.max(1, 2 * this.right + this.wrong + this.missed);
    return `F1 ${f1.toFixed(1)} (precision ${part(this.right + this.wrong)}, recall ${part(this.right + this.missed)})`;
  }
}

/**
 * Prints how well `about` agrees with the labels of `file` (JSON lines of {lang, text, countries, about}): as it comes,
 * and counting only the countries that were found and are rightly there, so that the choice is seen apart from the finding.
 */
export async function evaluateAbout(file: string): Promise<Timing> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const labelled = lines.map((line) => JSON.parse(line) as Line).filter((line) => line.about);
  const all = new Tally();
  const choice = new Tally();
  let exact = 0;
  const before = cpuNowMs();
  for (const { text, lang, countries, about: gold = [] } of labelled) {
    const tagged = tagText(text, lang, headlineEndOf(text));
    const found = tagged.countries.map(({ code }) => code).filter((code) => countries.includes(code));
    const within = (codes: readonly string[]) => codes.filter((code) => found.includes(code));
    all.add(gold, tagged.about);
    choice.add(within(gold), within(tagged.about));
    if (gold.length === tagged.about.length && gold.every((code) => tagged.about.includes(code))) exact++;
  }
  const sets = ((100 * exact) / Math.max(1, labelled.length)).toFixed(1);
  console.log(`about: ${all}, exact sets ${sets} %, ${labelled.length} texts`);
  console.log(`  among the countries rightly found: ${choice}`);
  return { unit: 'texts', count: labelled.length, cpuMs: cpuNowMs() - before };
}
