import { promisify } from 'node:util';
import zlib from 'node:zlib';

const unpackers = {
  gzip: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip),
  br: promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress),
  inflate: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate),
  inflateRaw: promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw),
};

/** A header has room for thousands, each of which would be work on the largest body allowed. */
const maxCodings = 3;

/**
 * Undoes the content encodings of a body, believing its first bytes more than the header: servers label plain text
 * as gzip and send gzip without a label. Throws on a truncated body, an unknown encoding, too many of them, and beyond `maxBytes` of output.
 */
export async function unpackBody(
  packed: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const named = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const codings = named.filter((name) => name !== '' && name !== 'identity').reverse();
  if (codings.length > maxCodings) throw new Error(`the answer is packed ${codings.length} times over`);
  let bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  for (const coding of codings) bytes = await unpackOne(bytes, coding, maxBytes);
  if (codings.length === 0 && isGzip(bytes)) bytes = await unpackOne(bytes, 'gzip', maxBytes);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

async function unpackOne(bytes: Buffer, coding: string, maxOutputLength: number): Promise<Buffer> {
  if (bytes.length === 0 || looksPlain(bytes)) return bytes;
  try {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return isGzip(bytes) ? await unpackers.gzip(bytes, { maxOutputLength }) : bytes;
      case 'deflate':
        // RFC 9110 means zlib; many servers send the bare deflate stream.
        return await unpackers[isZlib(bytes) ? 'inflate' : 'inflateRaw'](bytes, { maxOutputLength });
      case 'br':
        return await unpackers.br(bytes, { maxOutputLength });
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Error(`the answer unpacks to more than ${maxOutputLength} bytes`);
    throw new Error(`the ${coding} body is broken or cut short (${message})`);
  }
  throw new Error(`unknown content encoding ${coding}`);
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** RFC 1950: method 8, and the first two bytes are a multiple of 31. */
const isZlib = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
};

const looksPlain = (bytes: Buffer): boolean =>
  /^(\xef\xbb\xbf)?\s*(<[?!a-z]|[{[]\s*["{])/i.test(bytes.toString('latin1', 0, 64));
