import { parseOpml } from 'feedsmith';
import type { Config } from '../../../schemas/config.ts';
import { configSchema } from '../../../schemas/config.ts';
import type { Feed } from '../../../schemas/feed.ts';
import { feedKindSchema } from '../../../schemas/feed.ts';

/** A feed as a file of feeds names it. */
export interface ListedFeed {
  url: string;
  title?: string;
  publisher?: string;
  kind?: Feed['kind'];
  intervalMs?: number;
  lane?: Feed['lane'];
  window?: string;
}

interface Outline {
  title?: string | undefined;
  text?: string | undefined;
  xmlUrl?: string | undefined;
  publisher?: string | undefined;
  kind?: string | undefined;
  outlines?: Outline[] | undefined;
}

const example = 'such as https://example.org/feed.xml';

/**
 * Reads a file of feeds: OPML, `wiredesk.config.json`, or a plain list of addresses, one a line, `#` before a comment.
 * `name` is for messages. Throws an Error of one line that names the file, the line and the remedy.
 */
export function readFeedsFile(text: string, name: string): ListedFeed[] {
  const body = text.replace(/^\uFEFF/, '');
  const feeds = readBody(body, name);
  if (feeds.length === 0) throw new Error(`${name} names no feed: write one address a line, ${example}`);
  const seen = new Set<string>();
  return feeds.filter(({ url }) => !seen.has(url) && seen.add(url));
}

function readBody(body: string, name: string): ListedFeed[] {
  if (/^\s*</.test(body)) return readOpml(body, name);
  if (/^\s*[{[]/.test(body)) return readConfig(body, name).feeds.map((feed) => fromConfig(feed));
  return body.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const address = line.replace(/(^|\s)#.*$/, '').trim();
    return address ? [{ url: httpUrl(address, name, index + 1) }] : [];
  });
}

/** Reads `wiredesk.config.json`. Throws an Error of one line that names the file, the place and the remedy. */
export function readConfig(text: string, name: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw new Error(
      `${name} line ${lineOf(text, jsonErrorAt(message, text))}: not valid JSON (${message.replace(/\s+/g, ' ')}): mend it or remove the file`,
    );
  }
  const read = configSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.length ? issue.path.join('.') : 'the file';
  const line = lineOfKey(text, issue?.path.map(String) ?? []);
  throw new Error(`${name} line ${line}: ${place}: ${issue?.message ?? 'unexpected'}: correct this value`);
}

function fromConfig(feed: Config['feeds'][number]): ListedFeed {
  if (typeof feed === 'string') return { url: feed };
  return {
    url: feed.url,
    ...(feed.title === undefined ? {} : { title: feed.title }),
    ...(feed.publisher === undefined ? {} : { publisher: feed.publisher }),
    ...(feed.kind === undefined ? {} : { kind: feed.kind }),
    ...(feed.intervalMs === undefined ? {} : { intervalMs: feed.intervalMs }),
    ...(feed.lane === undefined ? {} : { lane: feed.lane }),
    ...(feed.window === undefined ? {} : { window: feed.window }),
  };
}

function readOpml(text: string, name: string): ListedFeed[] {
  let outlines: Outline[];
  try {
    outlines = (parseOpml(text, { extraOutlineAttributes: ['publisher', 'kind'] }).body?.outlines ?? []) as Outline[];
  } catch (error) {
    throw new Error(
      `${name} line 1: ${(error as Error).message}: expected <opml> with <outline xmlUrl="…">, or a plain list of addresses`,
    );
  }
  return flatten(outlines).flatMap(({ xmlUrl, title, text: label, publisher, kind }) => {
    if (!xmlUrl) return [];
    const at = text.indexOf(xmlUrl.replaceAll('&', '&amp;'));
    const url = httpUrl(xmlUrl.trim(), name, lineOf(text, Math.max(0, at)));
    const heading = title ?? label;
    const known = feedKindSchema.safeParse(kind);
    return [
      {
        url,
        ...(heading ? { title: heading } : {}),
        ...(publisher ? { publisher } : {}),
        ...(known.success ? { kind: known.data } : {}),
      },
    ];
  });
}

const flatten = (outlines: Outline[]): Outline[] =>
  outlines.flatMap((outline) => [outline, ...flatten(outline.outlines ?? [])]);

function httpUrl(address: string, name: string, line: number): string {
  if (URL.canParse(address) && /^https?:/i.test(address)) return new URL(address).href;
  throw new Error(
    `${name} line ${line}: "${address.slice(0, 200)}" is no http address: write one address a line, ${example}`,
  );
}

/** V8 names a position for some faults and only quotes the place for others. */
function jsonErrorAt(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position) return Number(position);
  if (/end of JSON/.test(message)) return text.length;
  const [, token = '', quoted = ''] =
    /^Unexpected token '?(.+?)'?, (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid/.exec(message) ?? [];
  return Math.max(0, text.indexOf(quoted)) + Math.max(0, quoted.lastIndexOf(token));
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;

/** Where a key of the configuration stands; list positions cannot be found as text, so the key above them counts. */
function lineOfKey(text: string, path: string[]): number {
  let offset = 0;
  for (const key of path) {
    const at = text.indexOf(`"${key}"`, offset);
    if (at >= 0) offset = at;
  }
  return lineOf(text, offset);
}
