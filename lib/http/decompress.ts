import 'server-only';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { AppError } from '@/lib/errors';
import { ACCEPTED_ENCODINGS } from './accepted-encodings';

type Inflate = (raw: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const fromZlib: Inflate = promisify(inflate);
const fromRaw: Inflate = promisify(inflateRaw);

/** `deflate` is the zlib format, which some senders take for the bare stream inside of it (RFC 9110, 8.4.1.2). */
const fromDeflate: Inflate = (raw, options) => (isZlib(raw) ? fromZlib : fromRaw)(raw, options);

const isZlib = ([method = 0, flags = 0]: Buffer): boolean =>
  (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;

const CODINGS: ReadonlyMap<string, Inflate> = new Map<string, Inflate>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', fromDeflate],
  ['br', promisify(brotliDecompress)],
]);

/**
 * How to undo a `Content-Encoding`; null when there is nothing to undo. Throws `unsupported_encoding` for one that is not known, and for
 * more than one.
 */
export function findCoding(header: string | null): { name: string; inflate: Inflate } | null {
  const names = (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const [name] = names;
  if (name === undefined) return null;
  const found = CODINGS.get(name);
  if (found && names.length === 1) return { name, inflate: found };
  throw new AppError('unsupported_encoding', `Content-Encoding may be one of ${ACCEPTED_ENCODINGS}, or absent.`);
}
