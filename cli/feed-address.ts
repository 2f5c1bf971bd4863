import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of a feed as a person names it: an http address as it is, an existing folder as its `file:` address; null for any other word. */
export function feedAddress(word: string): string | null {
  if (URL.canParse(word) && /^https?:$/.test(new URL(word).protocol)) return word;
  const path = resolve(word);
  return existsSync(path) && statSync(path).isDirectory() ? pathToFileURL(`${path}/`).href : null;
}
