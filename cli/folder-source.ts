import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import PostalMime from 'postal-mime';
import type { Get } from '../workers/fetch/fetch-feed.ts';
import { failure } from '../workers/fetch/http/conclude-fetch.ts';
import type { FetchResult } from '../workers/fetch/http/fetch-result.ts';

/** What a folder of bulletins holds; all else in it is left alone. */
const types: Record<string, string> = {
  '.eml': 'message/rfc822',
  '.txt': 'text/plain',
  '.html': 'text/html',
  '.htm': 'text/html',
};
/** A file this young may still be written to; the next poll takes it. */
const settleMs = 1000;
/** The newest of more files than this are listed: a feed that grows without end is polled slower and slower. */
const maxFiles = 5000;

interface ListedFile {
  url: string;
  mtimeMs: number;
  size: number;
}

/**
 * Reads `file:` addresses as `get` reads the web's: a folder answers with a JSON Feed of its mails and text files (a
 * changed file is an edited entry), a file with its bytes. An unchanged one is `not-modified`, and so is one that was
 * captured and removed since: tidying a mailbox withdraws nothing.
 */
export function folderSource(maxBytes: number, now: () => number): Get {
  const ids = new Map<string, { key: string; id: string }>();
  return async (url, previous = { etag: null, lastModified: null }) => {
    try {
      const path = fileURLToPath(url);
      // A listed file that has become a link since would lead out of its folder; the folder itself may be one.
      const info = await (url.endsWith('/') ? stat(path) : lstat(path));
      if (info.isDirectory())
        return answer(
          url,
          previous.etag,
          await listing(path, url, ids, { maxBytes, nowMs: now() }),
          'application/feed+json',
        );
      // A device or a pipe has no size and may never end.
      if (!info.isFile()) return failure(url, 'it is neither a file nor a folder', { refused: true });
      if (info.size > maxBytes)
        return failure(url, `the file has ${info.size} bytes, more than ${maxBytes}`, { refused: true });
      return answer(url, previous.etag, await readFile(path), types[extname(path).toLowerCase()] ?? 'text/plain');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') return failure(url, `can't read it: ${message}`);
      if (!url.endsWith('/') && previous.etag)
        return { ...failure(url, ''), outcome: 'not-modified', error: null, etag: previous.etag };
      return failure(url, 'there is no such file or folder', { refused: !url.endsWith('/') });
    }
  };
}

function answer(url: string, known: string | null, body: Uint8Array, contentType: string): FetchResult {
  const etag = `"${sha256(body)}"`;
  const base = { ...failure(url, ''), error: null, headers: { 'content-type': contentType }, etag };
  return etag === known ? { ...base, outcome: 'not-modified' } : { ...base, outcome: 'ok', status: 200, body };
}

async function listing(
  folder: string,
  url: string,
  ids: Map<string, { key: string; id: string }>,
  { maxBytes, nowMs }: { maxBytes: number; nowMs: number },
): Promise<Uint8Array> {
  const files = (await filesIn(folder)).filter(({ mtimeMs }) => mtimeMs < nowMs - settleMs);
  files.sort((a, b) => b.mtimeMs - a.mtimeMs || (a.url < b.url ? 1 : -1));
  const items = [];
  for (const file of files.slice(0, maxFiles)) {
    const key = `${file.mtimeMs} ${file.size}`;
    const known = ids.get(file.url);
    const id = known?.key === key ? known.id : await idOf(file, maxBytes);
    ids.set(file.url, { key, id });
    items.push({ id, url: file.url, date_modified: new Date(file.mtimeMs).toISOString() });
  }
  const title = decodeURIComponent(url.replace(/\/$/, '').split('/').at(-1) ?? '');
  return Buffer.from(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, items }));
}

async function filesIn(folder: string): Promise<ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && types[extname(entry.name).toLowerCase()]);
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, size } = await stat(path);
      return { url: pathToFileURL(path).href, mtimeMs: Math.floor(mtimeMs), size };
    }),
  );
}

/**
 * A mail is itself under any file name, by its Message-ID; another file, and a mail that can't be read as one, by its bytes.
 * One that can't be opened or is too large is listed by its address: its own fetch tells the fault, and the others go on.
 */
async function idOf({ url, size }: ListedFile, maxBytes: number): Promise<string> {
  const bytes = size > maxBytes ? null : await readFile(fileURLToPath(url)).catch(() => null);
  if (!bytes) return url;
  const mail = url.toLowerCase().endsWith('.eml') ? await PostalMime.parse(bytes).catch(() => null) : null;
  return mail?.messageId ?? sha256(bytes);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
