import type { Capture } from '../schemas/capture.ts';
import type { ItemChange, ReplayReport, ReplayRequest } from '../schemas/replay.ts';

/** How a capture is run again: the stages and the store, handed in by the composition root. */
export interface ReplaySteps {
  /** Captures of the selection, newest edition of each page only, in pages; `after` is the id of the last one seen. */
  captures(selection: {
    feedId: string | null;
    from: string | null;
    to: string | null;
    after: string | null;
  }): Promise<Capture[]>;
  /** Runs the stage (and all after it) on a capture and compares with what is stored; writes only when `apply`. Throws with the reason when a stage refuses. */
  run(capture: Capture, replayId: string, apply: boolean): Promise<{ changes: ItemChange[]; unchanged: number }>;
}

/** Re-runs stored captures through a stage, one at a time, and tells what changes. One refused capture stops nothing. */
export async function replay(request: ReplayRequest, replayId: string, steps: ReplaySteps): Promise<ReplayReport> {
  const report: ReplayReport = {
    id: replayId,
    stage: request.stage,
    applied: request.apply,
    captures: 0,
    unchanged: 0,
    changes: [],
    failed: [],
  };
  let after: string | null = null;
  for (;;) {
    const page = await steps.captures({ feedId: request.feed, from: request.from, to: request.to, after });
    if (page.length === 0) return report;
    for (const capture of page) await runOne(capture, request, report, steps);
    after = page.at(-1)?.id ?? null;
  }
}

async function runOne(
  capture: Capture,
  request: ReplayRequest,
  report: ReplayReport,
  steps: ReplaySteps,
): Promise<void> {
  report.captures++;
  try {
    const { changes, unchanged } = await steps.run(capture, report.id, request.apply);
    report.changes.push(...changes);
    report.unchanged += unchanged;
  } catch (error) {
    report.failed.push({ captureId: capture.id, reason: error instanceof Error ? error.message : String(error) });
  }
}
