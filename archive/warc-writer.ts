import type { FileHandle } from 'node:fs/promises';
import { mkdir, open } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import { WARCRecord, WARCSerializer } from 'warcio';

export type HttpHeaders = Record<string, string | readonly string[] | undefined>;

/** One answer as it came, its body decoded (identity). Times are ISO 8601 UTC. */
export interface Exchange {
  captureId: string;
  url: string;
  requestHeaders: HttpHeaders;
  status: number;
  responseHeaders: HttpHeaders;
  body: Uint8Array;
  fetchedAt: string;
  ip?: string | null | undefined;
}

/** Where a capture's response record stands; offset and length in bytes. */
export interface WarcPlace {
  warcFile: string;
  warcOffset: number;
  warcLength: number;
}

export interface WarcWriter {
  /** Appends request, response and metadata and returns when they are on the disk. */
  write(exchange: Exchange): Promise<WarcPlace>;
  close(): Promise<void>;
}

/** About 500 MB a file: small enough to copy and check in one go, large enough that years are not thousands of files. */
const maxFileBytes = 500_000_000;

/** What no longer holds once the body is stored decoded; WARC readers would try to decode it again. */
const transportHeaders = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

const oneLine = (value: string): string => value.replace(/[\r\n\u0000]+/g, ' ').trim();

const toPairs = (headers: HttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return [];
    return [[name.toLowerCase(), oneLine(typeof value === 'string' ? value : value.join(', '))]];
  });

const storedHeaders = (exchange: Exchange): [string, string][] => [
  ...toPairs(exchange.responseHeaders).map(([name, value]): [string, string] =>
    transportHeaders.has(name) ? [`x-archive-orig-${name}`, value] : [name, value],
  ),
  ['content-length', String(exchange.body.byteLength)],
];

const serialize = (record: WARCRecord): Promise<Uint8Array> => WARCSerializer.serialize(record, { gzip: true });

/** The three records, each a gzip member of its own; the response first, since it is the one that is read back. */
async function recordsOf(exchange: Exchange): Promise<{ response: Uint8Array; rest: Uint8Array[] }> {
  const { url, fetchedAt: date } = exchange;
  const shared = { url, date, warcVersion: 'WARC/1.1' as const, keepHeadersCase: true };
  const ip: [string, string][] = exchange.ip ? [['WARC-IP-Address', exchange.ip]] : [];
  const response = WARCRecord.create(
    {
      ...shared,
      type: 'response',
      statusline: `HTTP/1.1 ${exchange.status} ${STATUS_CODES[exchange.status] ?? 'Unknown'}`,
      httpHeaders: storedHeaders(exchange),
      warcHeaders: ip,
    },
    [exchange.body],
  );
  const responseId = response.warcHeader('WARC-Record-ID') ?? '';
  const concurrent: [string, string][] = [['WARC-Concurrent-To', responseId]];
  const { pathname, search } = new URL(url);
  const request = WARCRecord.create(
    {
      ...shared,
      type: 'request',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: [
        ['host', new URL(url).host],
        ...toPairs(exchange.requestHeaders).filter(([name]) => name !== 'host'),
      ],
      warcHeaders: concurrent,
    },
    [],
  );
  const fields = new TextEncoder().encode(`captureId: ${oneLine(exchange.captureId)}\r\n`);
  const metadata = WARCRecord.create(
    { ...shared, type: 'metadata', warcHeaders: [['Content-Type', 'application/warc-fields'], ...concurrent] },
    [fields],
  );
  return { response: await serialize(response), rest: [await serialize(request), await serialize(metadata)] };
}

interface OpenFile {
  name: string;
  handle: FileHandle;
  bytes: number;
}

/** Every process and every start writes a file of its own: a tail cut off by a crash is followed by nobody's records. */
async function createFile(folder: string): Promise<OpenFile> {
  await mkdir(folder, { recursive: true });
  const stamp = new Date()
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  for (let turn = 0; ; turn += 1) {
    const name = `wiredesk-${stamp}-${process.pid}-${String(turn).padStart(3, '0')}.warc.gz`;
    try {
      return { name, handle: await open(join(folder, name), 'wx'), bytes: 0 };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Appends at the known end; what a failed write left behind is cut off again, so that offsets stay true. */
async function append(file: OpenFile, bytes: Uint8Array): Promise<void> {
  try {
    let done = 0;
    while (done < bytes.byteLength) {
      done += (await file.handle.write(bytes, done, bytes.byteLength - done, file.bytes + done)).bytesWritten;
    }
    await file.handle.datasync();
  } catch (error) {
    await file.handle.truncate(file.bytes).catch(() => undefined);
    throw error;
  }
  file.bytes += bytes.byteLength;
}

/** Opens the archive under `folder` for writing; the first file is made with the first capture. */
export function openWarcWriter(folder: string, options: { maxFileBytes?: number } = {}): WarcWriter {
  const limit = options.maxFileBytes ?? maxFileBytes;
  let file: OpenFile | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  const writeNow = async (response: Uint8Array, rest: Uint8Array[]): Promise<WarcPlace> => {
    if (file && file.bytes >= limit) {
      await file.handle.close();
      file = null;
    }
    file ??= await createFile(folder);
    const place = { warcFile: file.name, warcOffset: file.bytes, warcLength: response.byteLength };
    await append(file, Buffer.concat([response, ...rest]));
    return place;
  };

  return {
    write: async (exchange) => {
      const { response, rest } = await recordsOf(exchange);
      const written = tail.then(() => writeNow(response, rest));
      tail = written.catch(() => undefined);
      return written;
    },
    close: async () => {
      await tail;
      await file?.handle.close();
      file = null;
    },
  };
}
