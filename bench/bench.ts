const usage = 'usage: bench fetch [options] | enrich [FILE…] | parse [DIR] [--count N]';

/** The benchmarks by name; each answers the process's exit code. They load when they are asked for. */
const benches: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
  enrich: async () => (await import('./enrich.ts')).benchEnrich,
  fetch: async () => (await import('./fetch.ts')).benchFetch,
  parse: async () => (await import('./parse.ts')).benchParse,
};

const [name = '', ...args] = process.argv.slice(2);
const load = benches[name];
if (!load) console.error(`${name ? `no bench ${name}; ` : ''}${usage}`);
process.exitCode = load ? await (await load())(args) : 2;
