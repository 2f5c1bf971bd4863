import type { Outcome } from '../queues/outcomes.ts';
import type { Stage } from '../schemas/job.ts';
import { stages } from '../schemas/job.ts';

/** Counts outcomes and, on a terminal, keeps one live line a stage until `clear`. */
export class Progress {
  readonly #done: Record<Stage, number> = { 'fetch-feed': 0, 'fetch-page': 0, parse: 0, enrich: 0 };
  readonly #failed: Record<Stage, number> = { 'fetch-feed': 0, 'fetch-page': 0, parse: 0, enrich: 0 };
  readonly #last: Partial<Record<Stage, string>> = {};
  readonly #out: NodeJS.WriteStream | null;
  #drawn = 0;

  /** `out` is the terminal to draw on; null draws nothing. */
  constructor(out: NodeJS.WriteStream | null) {
    this.#out = out;
  }

  /** Whether anybody sees it. */
  get shown(): boolean {
    return this.#out !== null;
  }

  add(stage: Stage, subject: string, outcome: Outcome): void {
    if (outcome.exit === 'done') this.#done[stage]++;
    if (outcome.exit === 'never' || outcome.exit === 'dead') this.#failed[stage]++;
    this.#last[stage] = `${subject}: ${outcome.note}`;
  }

  draw(open: Record<string, { waiting: number; active: number; delayed: number }>): void {
    if (!this.#out) return;
    const width = (this.#out.columns || 100) - 1;
    const lines = stages.map((stage) => {
      const { waiting = 0, active = 0 } = open[stage] ?? {};
      const failed = this.#failed[stage] ? `  ${this.#failed[stage]} failed` : '';
      const head = `  ${stage.padEnd(11)}${String(this.#done[stage]).padStart(5)} done ${String(active + waiting).padStart(4)} open${failed}   `;
      return `${head}${this.#last[stage] ?? ''}`.slice(0, width);
    });
    this.clear();
    this.#out.write(`${lines.join('\n')}\n`);
    this.#drawn = lines.length;
  }

  clear(): void {
    if (this.#out && this.#drawn) this.#out.write(`\u001b[${this.#drawn}A\u001b[J`);
    this.#drawn = 0;
  }
}
