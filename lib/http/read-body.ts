import 'server-only';
import { isAscii } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '@/lib/errors';
import type { IncomingRequest } from './incoming-request';

const inflate = promisify(gunzip);

const tooLarge = (maxBytes: number) =>
  new AppError('too_large', `At most ${maxBytes} bytes after decompression; send smaller batches.`);

/**
 * The request's body as text, inflated when gzip.
 * Throws `too_large` as soon as either form passes `maxBytes` (so a bomb costs no more than that), `unsupported_encoding`
 * and `unreadable_body` (cut short, broken gzip, not UTF-8).
 */
export async function readBody(request: IncomingRequest, maxBytes: number): Promise<string> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip' && encoding !== 'x-gzip') {
    throw new AppError('unsupported_encoding', 'Content-Encoding may be gzip or absent.');
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const raw = await collect(request, maxBytes);
  const bytes = encoding === 'identity' ? raw : await gunzipBounded(raw, maxBytes);
  // Nearly every body; four times as fast as decoding it.
  if (isAscii(bytes)) return bytes.toString('latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('unreadable_body', 'The body is not UTF-8.', { cause: error });
  }
}

/** How often the allowed size is read to find the end of what is too large. */
const DRAIN_TIMES = 4;

/**
 * What is too large is read on and thrown away, to the end or a multiple of the limit: left in the middle of its body, a
 * kept connection would take the sender's next request for the rest, and answer nothing until it is closed.
 */
async function collect(request: IncomingRequest, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request.body ?? []) {
      size += part.byteLength;
      if (size <= maxBytes) parts.push(part);
      else parts.length = 0;
      if (size > maxBytes * DRAIN_TIMES) break;
    }
  } catch (error) {
    throw new AppError('unreadable_body', 'The body ended early.', { cause: error });
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
  return parts.length === 1 && parts[0]
    ? Buffer.from(parts[0].buffer, parts[0].byteOffset, size)
    : Buffer.concat(parts, size);
}

async function gunzipBounded(raw: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await inflate(raw, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new AppError('unreadable_body', 'The body is not valid gzip, or was cut short.', { cause: error });
  }
}
