/** One step of a redirect chain. */
export interface Hop {
  url: URL;
  /** The caller's own headers still go along: once the chain has left their host they never come back. */
  trusted: boolean;
}

/** The next hop that a 3xx answer names, or an error line. Only http and https are ever followed. */
export function nextHop(from: Hop, location: string | undefined): Hop | string {
  if (!location) return 'a redirect that names no address';
  if (!URL.canParse(location, from.url.href))
    return `a redirect to an address that cannot be read: ${location.slice(0, 200)}`;
  const url = new URL(location, from.url);
  if (!isHttp(url)) return `a redirect to ${url.protocol} is never followed`;
  return { url, trusted: from.trusted && sameHost(from.url, url) };
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);
export const isPermanent = (status: number): boolean => status === 301 || status === 308;
export const isHttp = (url: URL): boolean => url.protocol === 'http:' || url.protocol === 'https:';

/** An upgrade to https keeps the host; a fall back to http would send credentials in the clear. */
const sameHost = (a: URL, b: URL): boolean => a.host === b.host && !(a.protocol === 'https:' && b.protocol === 'http:');

const credentialHeaders = new Set(['authorization', 'cookie', 'proxy-authorization']);

/** The headers without those that identify the caller, and without `secrets` (names in lower case). */
export function withoutCredentials(headers: Record<string, string>, secrets: string[] = []): Record<string, string> {
  const kept = ([name]: [string, string]) => !credentialHeaders.has(name) && !secrets.includes(name);
  return Object.fromEntries(Object.entries(headers).filter(kept));
}

/** The cookies set along one redirect chain; they live as long as the chain and return to the host that set them, one of https never by http. */
export class ChainCookies {
  readonly #byHost = new Map<string, Map<string, { value: string; secure: boolean }>>();

  /** Takes the Set-Cookie lines of an answer of `url`. */
  take(url: URL, lines: string[]): void {
    for (const line of lines) {
      const [, name, value] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      const jar = this.#byHost.get(url.host) ?? new Map<string, { value: string; secure: boolean }>();
      const cookie = { value: (value ?? '').trim(), secure: url.protocol === 'https:' };
      this.#byHost.set(url.host, jar.set(name, cookie));
    }
  }

  /** The Cookie header for `url`, after the caller's own; null if there is none. */
  headerFor(url: URL, own: string | undefined): string | null {
    const set = [...(this.#byHost.get(url.host) ?? [])].flatMap(([name, { value, secure }]) =>
      secure && url.protocol === 'http:' ? [] : [`${name}=${value}`],
    );
    const all = own ? [own, ...set] : set;
    return all.length ? all.join('; ') : null;
  }
}
