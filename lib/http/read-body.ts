import 'server-only';
import { AppError } from '@/lib/errors';
import { decodeText } from './decode-text';
import { findCoding } from './decompress';
import type { IncomingRequest } from './incoming-request';

const tooLarge = (maxBytes: number) =>
  new AppError('too_large', `At most ${maxBytes} bytes after decompression; send smaller batches.`);

/**
 * The request's body as text, decompressed and decoded.
 * Throws `too_large` as soon as either form passes `maxBytes` (so a bomb costs no more than that), `unsupported_encoding`,
 * `unsupported_media_type` (a charset that is not known) and `unreadable_body` (cut short, broken compression).
 */
export async function readBody(request: IncomingRequest, maxBytes: number): Promise<string> {
  const coding = findCoding(request.headers.get('content-encoding'));
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const raw = await collect(request, maxBytes);
  const bytes = coding ? await inflateBounded(raw, coding, maxBytes) : raw;
  return await decodeText(bytes, request.headers.get('content-type'));
}

/** Multiple of the allowed size that is read to find the end of a body that is too large. */
const DRAIN_TIMES = 4;

/**
 * A body that is too large is read on and thrown away, to its end or a multiple of the limit. Left unread on a kept
 * connection, it would be mixed up with the sender's next request, which would get no answer until the connection
 * closes.
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

type Coding = NonNullable<ReturnType<typeof findCoding>>;

async function inflateBounded(raw: Buffer, { name, inflate }: Coding, maxBytes: number): Promise<Buffer> {
  try {
    return await inflate(raw, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new AppError('unreadable_body', `The body is not valid ${name}, or was cut short.`, { cause: error });
  }
}
