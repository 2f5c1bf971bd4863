import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serveSamples } from '../samples/serve-samples.ts';

const firstPort = 8421;
const portFile = (dataDir: string): string => join(dataDir, 'sample-wire.json');

/** Whether this data folder was started on the sample wire. */
export const hasSampleWire = (dataDir: string): boolean => existsSync(portFile(dataDir));

/** The sample wire as this data folder knows it: its port is kept, since the port stands in its pages' addresses and so in their items' ids. */
export async function startSampleWire(dataDir: string): Promise<Awaited<ReturnType<typeof serveSamples>>> {
  const file = portFile(dataDir);
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { port: number }).port : null;
  if (kept !== null && !(await isFree(kept))) {
    throw new Error(
      `the sample wire's port ${kept} is taken: end the program that holds it, or use another folder with --data DIR`,
    );
  }
  const wire = await serveSamples({ port: kept ?? ((await isFree(firstPort)) ? firstPort : 0) });
  if (kept === null) writeFileSync(file, `${JSON.stringify({ port: wire.port })}\n`);
  return wire;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
