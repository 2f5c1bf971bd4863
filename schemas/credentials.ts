import { z } from 'zod';

/** Header values go out as they are: a line break in one would be a header of its own. */
const headerValue = z.string().regex(/^[\x20-\x7e]+$/, 'printable ASCII only, on one line');

/** What a feed's publisher wants to be shown. Messages of a failed parse name the field, never the value. */
export const credentialsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('basic'), user: z.string().regex(/^[^:]+$/, 'no colon'), password: z.string() }),
  z.strictObject({ kind: z.literal('header'), name: z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/), value: headerValue }),
  z.strictObject({ kind: z.literal('cookie'), value: headerValue }),
]);
export type Credentials = z.infer<typeof credentialsSchema>;
export const credentialsKindSchema = z.enum(['basic', 'header', 'cookie']);

/** The request headers that show them; names in lower case. */
export function headersOf(credentials: Credentials): Record<string, string> {
  switch (credentials.kind) {
    case 'basic':
      return { authorization: `Basic ${btoa(utf8(`${credentials.user}:${credentials.password}`))}` };
    case 'header':
      return { [credentials.name.toLowerCase()]: credentials.value };
    case 'cookie':
      return { cookie: credentials.value };
  }
}

/** `btoa` takes bytes only. */
const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Takes `user:password@` out of an address: the address alone may be stored, shown and logged. */
export function splitUserInfo(address: string): { url: string; credentials: Credentials | null } {
  const url = new URL(address);
  if (!url.username && !url.password) return { url: address, credentials: null };
  const credentials = { kind: 'basic', user: decoded(url.username), password: decoded(url.password) } as const;
  url.username = '';
  url.password = '';
  return { url: url.href, credentials };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare % in a password
  }
}
