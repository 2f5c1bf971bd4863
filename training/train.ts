/** Trainers by model family: each makes its models, or with `cv` prints their cross-validated scores and writes nothing. */
const trainers: Record<string, () => Promise<(cv: boolean) => Promise<void>>> = {
  countries: async () => (await import('./countries/train-countries.ts')).trainCountries,
  gazetteer: async () => {
    (await import('./gazetteer/source-data.ts')).requireSources();
    const { buildGazetteer } = await import('./gazetteer/build-gazetteer.ts');
    return async () => buildGazetteer();
  },
  parse: async () => (await import('./train-parse.ts')).trainParse,
  lexicons: async () => (await import('./people/lexicons.ts')).trainLexicons,
  people: async () => (await import('./people/train-people.ts')).trainPeople,
};

const usage = `usage: npm run train -- ${Object.keys(trainers).join('|')} [--cv]`;

async function main(args: string[]): Promise<number> {
  const [name = '', ...rest] = args.filter((word) => word !== '--cv');
  const trainer = trainers[name];
  if (!trainer || rest.length > 0) {
    console.error(usage);
    return 2;
  }
  await (await trainer())(args.includes('--cv'));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
