import { blockPrivate } from '../workers/fetch/http/block-private.ts';
import type { Given } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The networks of `--allow-private`. Throws UsageError that names a bad one. */
export function allowedNetworks(given: Given): string[] {
  const allow = (given.flags['allow-private'] as string[] | undefined) ?? [];
  try {
    blockPrivate(allow);
  } catch (error) {
    throw new UsageError(`--allow-private: ${(error as Error).message}`);
  }
  return allow;
}
