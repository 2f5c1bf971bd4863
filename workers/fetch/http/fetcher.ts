import type { IncomingHttpHeaders } from 'node:http';
import { Agent, buildConnector, request } from 'undici';
import type { Answer } from './conclude-fetch.ts';
import { conclude, failure } from './conclude-fetch.ts';
import type { FetchResult, Validators } from './fetch-result.ts';
import type { IsBlocked, Lookup } from './guarded-connect.ts';
import { guardedLookup, RefusedAddress, refuseLiteral } from './guarded-connect.ts';
import { HostGate } from './host-gate.ts';
import type { Hop } from './redirects.ts';
import { ChainCookies, isHttp, isPermanent, isRedirect, nextHop, withoutCredentials } from './redirects.ts';
import { unpackBody } from './unpack-body.ts';

export interface FetcherOptions {
  /** Addresses that are never connected to. */
  isBlocked: IsBlocked;
  /** Replaces DNS. */
  lookup?: Lookup;
  /** One call ends within this, redirects and body included; waiting for a host's slot is not counted. */
  timeoutMs?: number;
  /** Bytes of the unpacked body. */
  maxBytes?: number;
  maxRedirects?: number;
  /** Requests in flight to one host. */
  perHost?: number;
  userAgent?: string;
}

export interface Fetcher {
  /** Asks for a URL; it resolves whatever happens, never rejects. */
  fetch(
    url: string,
    previous?: Partial<Validators> | null,
    headers?: Record<string, string>,
    /** Headers for the URL's own host alone, which no result and no redirect to elsewhere tells. */
    secrets?: Record<string, string>,
  ): Promise<FetchResult>;
  /** Sends a form, within the same limits; answers what went wrong in one line, or null. Redirects are not followed. */
  post(url: string, form: Record<string, string>): Promise<string | null>;
  close(): Promise<void>;
}

/** Stands where no operator named a contact; it leads nowhere. */
export const standInContact = 'https://wiredesk.example/bot; bot@wiredesk.example';

const defaults = {
  timeoutMs: 30_000,
  maxBytes: 15_000_000, // miniflux's limit after smaller ones cut real feeds (miniflux#2374)
  maxRedirects: 10,
  perHost: 2,
  userAgent: userAgentOf(standInContact),
};

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

/** Some publishers' cookies and policies fill 40 KB; undici's own limit of 16 KB would lose them. */
const maxHeaderSize = 65_536;

type Settings = Required<Omit<FetcherOptions, 'lookup'>>;
interface Chain {
  settings: Settings;
  agent: Agent;
  gate: HostGate;
  own: Record<string, string>;
  secrets: Record<string, string>;
  previous: Validators;
  cookies: ChainCookies;
  remainingMs: number;
}

/** How the desk presents itself; `contact` is the operator's own mail or web address. */
export function userAgentOf(contact: string): string {
  return `wiredesk/0.1 (+${contact})`;
}

/** Makes the desk's HTTP client; FETCHING.md's behaviours are its contract. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { lookup, ...given } = options;
  const settings: Settings = { ...defaults, ...given };
  const agent = new Agent({
    connect: guardedConnector(settings, lookup),
    headersTimeout: 0, // our own deadline counts for the whole call
    bodyTimeout: 0,
    maxHeaderSize,
  });
  const gate = new HostGate(settings.perHost);
  return {
    async fetch(url, previous, headers = {}, secrets = {}) {
      const own = lowerCased(headers);
      const validators = { etag: previous?.etag ?? null, lastModified: previous?.lastModified ?? null };
      const chain: Chain = {
        settings,
        agent,
        gate,
        own,
        secrets: lowerCased(secrets),
        previous: validators,
        cookies: new ChainCookies(),
        remainingMs: settings.timeoutMs,
      };
      return followChain(url, chain);
    },
    post: (url, form) => sendForm(url, form, settings, agent),
    close: () => agent.destroy(),
  };
}

async function sendForm(
  url: string,
  form: Record<string, string>,
  { userAgent, timeoutMs }: Settings,
  dispatcher: Agent,
): Promise<string | null> {
  const headers = { 'user-agent': userAgent, 'content-type': 'application/x-www-form-urlencoded' };
  const signal = AbortSignal.timeout(timeoutMs);
  const content = new URLSearchParams(form).toString();
  try {
    const { statusCode, body } = await request(url, { method: 'POST', headers, body: content, dispatcher, signal });
    await body.dump({ limit: 16_384, signal });
    return statusCode >= 200 && statusCode < 300 ? null : `HTTP ${statusCode}`;
  } catch (error) {
    return error instanceof Error ? describe(error) : String(error);
  }
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** One connector a port, since a lookup hook is not told the port it resolves for. */
function guardedConnector(settings: Settings, lookup: Lookup | undefined): buildConnector.connector {
  const byPort = new Map<number, buildConnector.connector>();
  return (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    const refused = refuseLiteral(options.hostname, port, settings.isBlocked);
    if (refused) return callback(refused, null);
    const connect =
      byPort.get(port) ??
      buildConnector({ timeout: settings.timeoutMs, lookup: guardedLookup(lookup, port, settings.isBlocked) });
    byPort.set(port, connect);
    connect(options, callback);
  };
}

async function followChain(start: string, chain: Chain): Promise<FetchResult> {
  if (!URL.canParse(start)) return failure(start, `not an address: ${start.slice(0, 200)}`, { refused: true });
  let hop: Hop = { url: new URL(start), trusted: true };
  if (!isHttp(hop.url)) return failure(start, `${hop.url.protocol} addresses are not fetched`, { refused: true });
  takeUserInfo(hop.url, chain.own);
  let permanentUrl: string | null = null;
  let permanentSoFar = true;
  for (let redirects = 0; ; redirects++) {
    const found = await ask(hop, chain);
    if (found instanceof Error)
      return failure(hop.url.href, describe(found), { refused: isRefusal(found), permanentUrl });
    if (!isRedirect(found.status))
      return conclude(found, { finalUrl: hop.url.href, permanentUrl }, chain.previous, Date.now());
    const next = nextHop(hop, found.headers['location']);
    const about = { status: found.status, headers: found.headers, permanentUrl };
    if (typeof next === 'string') return failure(hop.url.href, next, about);
    if (redirects >= chain.settings.maxRedirects)
      return failure(hop.url.href, `more than ${redirects} redirects`, about);
    permanentSoFar &&= isPermanent(found.status);
    if (permanentSoFar) permanentUrl = next.url.href;
    hop = next;
  }
}

/** `http://user:word@host/` becomes a header, so that it is dropped with the others and stands in no log. */
function takeUserInfo(url: URL, own: Record<string, string>): void {
  if (!url.username && !url.password) return;
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  own['authorization'] ??= `Basic ${Buffer.from(pair).toString('base64')}`;
  url.username = '';
  url.password = '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare % in a password
  }
}

/** One request within the host's slots and what is left of the deadline; failures are returned, not thrown. */
async function ask(hop: Hop, chain: Chain): Promise<Answer | Error> {
  const leave = await chain.gate.enter(hop.url.host);
  const startedAt = performance.now();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), Math.max(0, chain.remainingMs));
  try {
    const answer = await send(hop, chain, abort.signal);
    chain.cookies.take(hop.url, answer.setCookies);
    return answer;
  } catch (error) {
    if (abort.signal.aborted) return new Error(`no full answer within ${chain.settings.timeoutMs} ms`);
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
    chain.remainingMs -= performance.now() - startedAt;
    leave();
  }
}

async function send(hop: Hop, chain: Chain, signal: AbortSignal): Promise<Answer> {
  const headers = headersFor(hop, chain);
  const { statusCode, headers: raw, body } = await request(hop.url, { dispatcher: chain.agent, headers, signal });
  const answer = {
    status: statusCode,
    headers: shownHeaders(raw, chain.secrets),
    setCookies: [raw['set-cookie'] ?? []].flat(),
    requestHeaders: withoutCredentials(headers, Object.keys(chain.secrets)),
  };
  if (statusCode < 200 || statusCode > 299) {
    body.on('error', () => {}); // destroying an unread body raises an error nobody waits for
    // A 304 has no body, so its connection can serve the next request; anything else may never end.
    if (statusCode === 304) await body.dump();
    else body.destroy();
    return { ...answer, body: null };
  }
  const { maxBytes } = chain.settings;
  const packed = await readCapped(body, maxBytes);
  return { ...answer, body: await unpackBody(packed, answer.headers['content-encoding'], maxBytes) };
}

function headersFor(hop: Hop, chain: Chain): Record<string, string> {
  const own = hop.trusted ? { ...chain.own, ...chain.secrets } : withoutCredentials(chain.own);
  const cookie = chain.cookies.headerFor(hop.url, own['cookie']);
  return {
    'user-agent': chain.settings.userAgent,
    accept,
    'accept-encoding': 'gzip, br, deflate',
    ...(chain.previous.etag ? { 'if-none-match': chain.previous.etag } : {}),
    ...(chain.previous.lastModified ? { 'if-modified-since': chain.previous.lastModified } : {}),
    ...own,
    ...(cookie ? { cookie } : {}),
  };
}

/** A session that was opened with a feed's credentials is as good as they are: it gets into no capture. */
function shownHeaders(raw: IncomingHttpHeaders, secrets: Record<string, string>): Record<string, string> {
  const { 'set-cookie': session = '', ...headers } = flatten(raw);
  return session === '' || Object.keys(secrets).length > 0 ? headers : { ...headers, 'set-cookie': session };
}

function flatten(raw: IncomingHttpHeaders): Record<string, string> {
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
  );
  return Object.fromEntries(pairs);
}

/** Leaving the loop destroys the stream and with it the socket. */
async function readCapped(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** With several addresses Node wraps what each attempt met. */
const isRefusal = (error: Error): boolean => error instanceof RefusedAddress || error.cause instanceof RefusedAddress;

/** Node gives an AggregateError without a message when every address of a host failed. */
function describe(error: Error): string {
  if (error instanceof AggregateError) return error.errors.map((one) => String((one as Error).message)).join('; ');
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
