/**
 * PostgreSQL arrays in binary form, to be bound as one parameter and cast in SQL (`${buffer}::text[]`).
 * Built once, with nothing to escape: the text form is escaped by us and parsed again by the server, quote by quote.
 * Layout: int32 dimensions, has-null flag, element type's oid, length, lower bound; then each element as int32 size
 * (-1 is NULL) and bytes; all big-endian (array_send in PostgreSQL's arrayfuncs.c; oids in pg_type.dat).
 */
const HEADER_BYTES = 20;
const OID = { int8: 20, int2: 21, int4: 23, text: 25, timestamptz: 1184 } as const;

/** Microseconds from 1970 to PostgreSQL's epoch, 2000-01-01. */
const EPOCH_MS = 946_684_800_000;

function allocate(oid: number, length: number, bodyBytes: number): Buffer {
  // An empty array has no dimension, and ends after its type.
  const buffer = Buffer.allocUnsafe(length === 0 ? 12 : HEADER_BYTES + bodyBytes);
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(0, 4);
  buffer.writeInt32BE(oid, 8);
  if (length === 0) return buffer;
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

const SIZE_GAP = '\0\0\0\0';

/** One text of all elements is copied at once, and then each gets its size; a call an element costs three times as much. */
export function textArray(values: readonly string[]): Buffer {
  if (values.length === 0) return allocate(OID.text, 0, 0);
  const joined = SIZE_GAP + values.join(SIZE_GAP);
  if (Buffer.byteLength(joined) !== joined.length) return wideTextArray(values);
  const buffer = allocate(OID.text, values.length, joined.length);
  buffer.write(joined, HEADER_BYTES, 'latin1');
  let at = HEADER_BYTES;
  for (const { length } of values) {
    buffer.writeInt32BE(length, at);
    at += 4 + length;
  }
  return buffer;
}

/** For texts beyond ASCII, whose sizes in bytes are not known beforehand. Null elements are NULL. */
export function wideTextArray(values: readonly (string | null)[]): Buffer {
  let bodyBytes = values.length * 4;
  for (const value of values) bodyBytes += value === null ? 0 : Buffer.byteLength(value);
  const buffer = allocate(OID.text, values.length, bodyBytes);
  if (values.includes(null)) buffer.writeInt32BE(1, 4);
  let at = HEADER_BYTES;
  for (const value of values) {
    const size = value === null ? -1 : buffer.write(value, at + 4);
    buffer.writeInt32BE(size, at);
    at += 4 + Math.max(0, size);
  }
  return buffer;
}

export function int4Array(values: readonly number[]): Buffer {
  const buffer = allocate(OID.int4, values.length, values.length * 8);
  for (const [index, value] of values.entries()) {
    buffer.writeInt32BE(4, HEADER_BYTES + index * 8);
    buffer.writeInt32BE(value, HEADER_BYTES + index * 8 + 4);
  }
  return buffer;
}

export function int2Array(values: readonly number[]): Buffer {
  const buffer = allocate(OID.int2, values.length, values.length * 6);
  for (const [index, value] of values.entries()) {
    buffer.writeInt32BE(2, HEADER_BYTES + index * 6);
    buffer.writeInt16BE(value, HEADER_BYTES + index * 6 + 4);
  }
  return buffer;
}

/** Null elements are NULL; numbers must be safe integers. */
export function int8Array(values: readonly (number | null)[]): Buffer {
  const present = values.reduce<number>((count, value) => count + (value === null ? 0 : 1), 0);
  const buffer = allocate(OID.int8, values.length, values.length * 4 + present * 8);
  if (present < values.length) buffer.writeInt32BE(1, 4);
  let at = HEADER_BYTES;
  for (const value of values) {
    buffer.writeInt32BE(value === null ? -1 : 8, at);
    at += 4;
    if (value === null) continue;
    writeInt64(buffer, value, at);
    at += 8;
  }
  return buffer;
}

/** Points in time as milliseconds since 1970 and microseconds more. */
export function timestamptzArray(values: readonly { ms: number; us: number }[]): Buffer {
  const buffer = allocate(OID.timestamptz, values.length, values.length * 12);
  for (const [index, { ms, us }] of values.entries()) {
    const at = HEADER_BYTES + index * 12;
    const micros = (ms - EPOCH_MS) * 1000 + us;
    buffer.writeInt32BE(8, at);
    // Beyond the year 2285 a double no longer tells microseconds apart.
    if (Number.isSafeInteger(micros)) writeInt64(buffer, micros, at + 4);
    else buffer.writeBigInt64BE(BigInt(ms - EPOCH_MS) * 1000n + BigInt(us), at + 4);
  }
  return buffer;
}

/** Two 32-bit writes; a BigInt a value costs an allocation each. */
function writeInt64(buffer: Buffer, value: number, at: number): void {
  const high = Math.floor(value / 0x1_0000_0000);
  buffer.writeInt32BE(high, at);
  buffer.writeUInt32BE(value - high * 0x1_0000_0000, at + 4);
}
