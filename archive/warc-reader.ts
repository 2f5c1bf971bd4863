import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { WARCParser } from 'warcio';
import type { WarcPlace } from './warc-writer.ts';

/** A capture as the archive holds it; header names are lower case, the body is decoded (identity). */
export interface StoredAnswer {
  url: string;
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** A capture that the archive cannot give back; `message` names the file and the place. */
export class ArchiveError extends Error {
  constructor(place: WarcPlace, reason: string, cause?: unknown) {
    super(`${place.warcFile} at ${place.warcOffset}: ${reason}`, { cause });
    this.name = 'ArchiveError';
  }
}

async function readSlice(folder: string, place: WarcPlace): Promise<Buffer> {
  const slice = Buffer.alloc(place.warcLength);
  // The name comes from the store; it never leads out of the archive's folder.
  const handle = await open(join(folder, basename(place.warcFile)), 'r');
  try {
    let done = 0;
    while (done < slice.byteLength) {
      const { bytesRead } = await handle.read(slice, done, slice.byteLength - done, place.warcOffset + done);
      if (bytesRead === 0) throw new ArchiveError(place, 'the file ends before the record does');
      done += bytesRead;
    }
  } finally {
    await handle.close();
  }
  return slice;
}

/** Reads one capture's response back; throws `ArchiveError` when the file is missing, cut off or not a response record. */
export async function readCapture(folder: string, place: WarcPlace): Promise<StoredAnswer> {
  try {
    const record = await WARCParser.parse([await readSlice(folder, place)]);
    if (record?.warcType !== 'response' || !record.httpHeaders)
      throw new ArchiveError(place, 'no response record stands here');
    const body = Buffer.from(await record.readFully(false));
    const headers = Object.fromEntries(
      [...record.httpHeaders.headers].map(([name, value]) => [name.toLowerCase(), value]),
    );
    return { url: record.warcTargetURI ?? '', status: Number(record.httpHeaders.statusCode), headers, body };
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(place, error instanceof Error ? error.message : String(error), error);
  }
}
