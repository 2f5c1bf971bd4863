const feedRules = ['dates', 'urlclean', 'discovery', 'httpheaders'];
const usage = `usage: evaluate articles DIR | digests DIR | entities FILE | about FILE | feeds FILE DIR | ${feedRules.join('|')} FILE [--time]`;
const wanted: Record<string, number> = { articles: 1, digests: 1, entities: 1, about: 1, feeds: 2 };

class UsageError extends Error {}

async function evaluate(
  set: string,
  paths: string[],
  timed: boolean,
): Promise<{ unit: string; count: number; cpuMs: number }> {
  const [first = '', second = ''] = paths;
  if (paths.length !== (feedRules.includes(set) ? 1 : wanted[set])) throw new UsageError(usage);
  if (set === 'articles') return (await import('./articles.ts')).evaluateArticles(first, timed);
  if (set === 'digests') return (await import('./digests.ts')).evaluateDigests(first);
  if (set === 'entities') return (await import('./entities.ts')).evaluateEntities(first);
  if (set === 'about') return (await import('./about.ts')).evaluateAbout(first);
  if (feedRules.includes(set)) return (await import('./feed-rules.ts')).evaluateFeedRule(set, first);
  return (await import('./feeds.ts')).evaluateFeeds(first, second);
}

async function main(args: string[]): Promise<number> {
  const [set = '', ...paths] = args.filter((word) => word !== '--time');
  try {
    const { unit, count, cpuMs } = await evaluate(set, paths, args.includes('--time'));
    if (args.includes('--time')) {
      const rate = cpuMs > 0 ? Math.round((count * 10_000) / cpuMs) / 10 : 0;
      const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
      console.error(`${count} ${unit}, ${rate} ${unit} per CPU second, peak memory ${peakMb} MB`);
    }
    return 0;
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError) console.error(message);
    else if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') {
      console.error(
        `evaluate ${set}: can't read ${path ?? paths.join(' ')}; name a development set as bench reads it (${usage})`,
      );
    } else throw error;
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
