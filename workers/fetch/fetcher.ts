import type { IncomingHttpHeaders } from 'node:http';
import { Agent, buildConnector, request } from 'undici';
import type { FetchResult, Validators } from './fetch-result.ts';
import type { IsBlocked, Lookup } from './guarded-connect.ts';
import { guardedLookup, RefusedAddress, refuseLiteral } from './guarded-connect.ts';
import { HostGate } from './host-gate.ts';
import type { Hop } from './redirects.ts';
import { ChainCookies, isHttp, isPermanent, isRedirect, nextHop, withoutCredentials } from './redirects.ts';
import { freshForMs, retryAfterMs } from './response-hints.ts';
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
  fetch(url: string, previous?: Partial<Validators> | null, headers?: Record<string, string>): Promise<FetchResult>;
  close(): Promise<void>;
}

const defaults = {
  timeoutMs: 30_000,
  maxBytes: 15_000_000, // miniflux's limit after smaller ones cut real feeds (miniflux#2374)
  maxRedirects: 10,
  perHost: 2,
  userAgent: 'wiredesk/0.1 (+https://wiredesk.example/bot; bot@wiredesk.example)',
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
  previous: Validators;
  cookies: ChainCookies;
  remainingMs: number;
}
interface Answer {
  status: number;
  headers: Record<string, string>;
  setCookies: string[];
  requestHeaders: Record<string, string>;
  body: Uint8Array | null;
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
    async fetch(url, previous, headers = {}) {
      const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const validators = { etag: previous?.etag ?? null, lastModified: previous?.lastModified ?? null };
      const chain: Chain = {
        settings,
        agent,
        gate,
        own,
        previous: validators,
        cookies: new ChainCookies(),
        remainingMs: settings.timeoutMs,
      };
      return followChain(url, chain);
    },
    close: () => agent.destroy(),
  };
}

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
      return failure(hop.url.href, found.message, { refused: isRefusal(found), permanentUrl });
    if (!isRedirect(found.status)) return conclude(found, hop, permanentUrl, chain.previous);
    const next = nextHop(hop, found.headers['location']);
    const error =
      typeof next === 'string'
        ? next
        : redirects >= chain.settings.maxRedirects
          ? `more than ${redirects} redirects`
          : null;
    if (typeof next === 'string' || error)
      return failure(hop.url.href, error ?? '', { status: found.status, headers: found.headers, permanentUrl });
    permanentSoFar &&= isPermanent(found.status);
    if (permanentSoFar) permanentUrl = next.url.href;
    hop = next;
  }
}

/** `http://user:word@host/` becomes a header, so that it is dropped with the others and stands in no log. */
function takeUserInfo(url: URL, own: Record<string, string>): void {
  if (!url.username && !url.password) return;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  own['authorization'] ??= `Basic ${Buffer.from(pair).toString('base64')}`;
  url.username = '';
  url.password = '';
}

/** One request within the host's slots and what is left of the deadline; failures are returned, not thrown. */
async function ask(hop: Hop, chain: Chain): Promise<Answer | Error> {
  const leave = await chain.gate.enter(hop.url.host);
  const startedAt = performance.now();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), Math.max(0, chain.remainingMs));
  try {
    const answer = await send(hop, chain, abort.signal);
    chain.cookies.take(hop.url.host, answer.setCookies);
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
    headers: flatten(raw),
    setCookies: [raw['set-cookie'] ?? []].flat(),
    requestHeaders: withoutCredentials(headers),
  };
  if (statusCode < 200 || statusCode > 299) {
    body.on('error', () => {}); // destroying an unread body raises an error nobody waits for
    body.destroy();
    return { ...answer, body: null };
  }
  const { maxBytes } = chain.settings;
  const packed = await readCapped(body, maxBytes);
  return { ...answer, body: await unpackBody(packed, answer.headers['content-encoding'], maxBytes) };
}

function headersFor(hop: Hop, chain: Chain): Record<string, string> {
  const own = hop.trusted ? chain.own : withoutCredentials(chain.own);
  const cookie = chain.cookies.headerFor(hop.url.host, own['cookie']);
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

function conclude(answer: Answer, hop: Hop, permanentUrl: string | null, previous: Validators): FetchResult {
  const { status, headers, requestHeaders } = answer;
  const now = Date.now();
  const base: FetchResult = {
    ...blank(hop.url.href),
    status,
    headers,
    requestHeaders,
    permanentUrl,
    etag: headers['etag'] ?? null,
    lastModified: headers['last-modified'] ?? null,
    retryAfterMs: retryAfterMs(headers['retry-after'], now),
    freshForMs: freshForMs(headers, now),
  };
  const asked = 'if-none-match' in requestHeaders || 'if-modified-since' in requestHeaders;
  if (status === 304 && asked) {
    return {
      ...base,
      outcome: 'not-modified',
      etag: base.etag ?? previous.etag,
      lastModified: base.lastModified ?? previous.lastModified,
    };
  }
  if (status === 410) return { ...base, outcome: 'gone' };
  if (status === 429 || (status === 503 && base.retryAfterMs !== null)) return { ...base, outcome: 'rate-limited' };
  if (!answer.body) return { ...base, error: `HTTP ${status}` };
  if (answer.body.byteLength === 0) return { ...base, error: `an empty answer (HTTP ${status})` };
  return { ...base, outcome: 'ok', body: answer.body };
}

function failure(url: string, error: string, rest: Partial<FetchResult> = {}): FetchResult {
  return { ...blank(url), error: error.replace(/\s+/g, ' '), ...rest };
}

const blank = (finalUrl: string): FetchResult => ({
  outcome: 'error',
  status: 0,
  body: null,
  headers: {},
  requestHeaders: {},
  finalUrl,
  permanentUrl: null,
  etag: null,
  lastModified: null,
  retryAfterMs: null,
  freshForMs: null,
  refused: false,
  error: null,
});

/** With several addresses Node wraps what each attempt met. */
const isRefusal = (error: Error): boolean => error instanceof RefusedAddress || error.cause instanceof RefusedAddress;
