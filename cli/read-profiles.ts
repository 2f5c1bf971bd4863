import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../schemas/profile.ts';
import { profileSchema } from '../schemas/profile.ts';

/** Reads one publisher profile. Throws a line that names the file, the field and the remedy. */
export function readProfile(path: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(
      code === 'ENOENT'
        ? `there is no file ${path}; name a profile's JSON file`
        : `can't read profile ${path}: ${message}`,
    );
  }
  const read = profileSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `profile ${path}: ${issue?.path.join('.') || 'it'}: ${issue?.message}; see wiredesk schema profile for its fields`,
  );
}

/** The profiles of a data folder, `profiles/*.json`, by name; none where there is no such folder. Throws as readProfile does. */
export function readProfiles(dataDir: string): Profile[] {
  const folder = join(dataDir, 'profiles');
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
  const profiles = names.sort().map((name) => readProfile(join(folder, name)));
  const twice = profiles.find(({ name }, at) => profiles.some((other, index) => index < at && other.name === name));
  if (twice) throw new Error(`two profiles in ${folder} are named ${twice.name}: give each its own name`);
  return profiles;
}
