import type { Credentials } from '../schemas/credentials.ts';
import { credentialsSchema } from '../schemas/credentials.ts';
import type { Given } from './command.ts';
import { text } from './command.ts';
import { readSecret } from './read-secret.ts';
import { UsageError } from './usage-error.ts';

export const loginOptions = {
  basic: { type: 'string' },
  header: { type: 'string' },
  cookie: { type: 'boolean' },
} as const;

/** The credentials of `feeds login`, their secret part from standard input. Throws UsageError that names no secret. */
export async function readCredentials(given: Given): Promise<Credentials> {
  const user = text(given, 'basic');
  const name = text(given, 'header');
  const cookie = given.flags['cookie'] === true;
  if ([user !== null, name !== null, cookie].filter(Boolean).length !== 1)
    throw new UsageError('feeds login needs one of --basic USER, --header NAME, --cookie; see wiredesk feeds --help');
  const secret = await readSecret(user !== null ? `password of ${user}` : `value of ${name ?? 'the Cookie header'}`);
  if (!secret) throw new UsageError('no secret on standard input: nothing was changed');
  const read = credentialsSchema.safeParse(
    user !== null
      ? { kind: 'basic', user, password: secret }
      : name !== null
        ? { kind: 'header', name, value: secret }
        : { kind: 'cookie', value: secret },
  );
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`feeds login: ${issue?.path.join('.')}: ${issue?.message}`);
}
