/** What an evaluator did: `count` of `unit` (pages, tokens, feeds) in `cpuMs` milliseconds of CPU, reading and unpacking left out. */
export type Timing = { unit: string; count: number; cpuMs: number };

/** Milliseconds of CPU (user and system) this process has used. */
export function cpuNowMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
