import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { toProblem } from './problem';
import { readBody } from './read-body';

const LIMIT = 64 * 1024;

function read(body: Uint8Array | string, headers: Record<string, string> = {}): Promise<string> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return readBody(
    {
      url: '/',
      headers: { get: (name: string) => headers[name] ?? null },
      body: (async function* () {
        yield bytes;
      })(),
    } as Parameters<typeof readBody>[0],
    LIMIT,
  );
}

const bytesOf = (text: string, encoding: BufferEncoding): Buffer => Buffer.from(text, encoding);

describe('Content-Encoding', () => {
  const plain = '{"message":"grüße"}';
  test.each([
    ['gzip', gzipSync(plain)],
    ['GZIP', gzipSync(plain)],
    ['x-gzip', gzipSync(plain)],
    ['gzip, identity', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['deflate', deflateRawSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['identity', Buffer.from(plain)],
    ['', Buffer.from(plain)],
  ])('%s is undone', async (encoding, bytes) => {
    expect(await read(bytes, { 'content-encoding': encoding })).toBe(plain);
  });

  test.each(['zstd', 'gzip, gzip', 'compress', 'snappy', 'deflate, gzip'])(
    '%s is refused, and what is taken named',
    async (encoding) => {
      const error = await read(plain, { 'content-encoding': encoding }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'unsupported_encoding' });
      const { body, headers } = toProblem(error, 'id');
      expect(body).toMatchObject({ status: 415, detail: expect.stringContaining('gzip, deflate, br') as string });
      expect(headers['accept-encoding']).toBe('gzip, deflate, br');
    },
  );

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
  ])('a bomb of %s is no larger than the limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(LIMIT * 100));
    await expect(read(bomb, { 'content-encoding': encoding })).rejects.toMatchObject({ code: 'too_large' });
  });

  test.each(['gzip', 'deflate', 'br'])('broken %s is refused', async (encoding) => {
    await expect(read('{"message":"a"}', { 'content-encoding': encoding })).rejects.toMatchObject({
      code: 'unreadable_body',
    });
  });
});

describe('charset', () => {
  test.each([
    ['iso-8859-1', bytesOf('Überlast', 'latin1'), 'Überlast'],
    ['"ISO-8859-1"', bytesOf('Überlast', 'latin1'), 'Überlast'],
    ['latin-1', bytesOf('Überlast', 'latin1'), 'Überlast'],
    ['windows-1252', Buffer.from([0x80, 0x20, 0xdc]), '€ Ü'],
    ['cp1252', Buffer.from([0x80]), '€'],
    ['utf-16le', bytesOf('größe', 'utf16le'), 'größe'],
    ['utf-16be', bytesOf('größe', 'utf16le').swap16(), 'größe'],
    ['utf-16', bytesOf('abc', 'utf16le'), 'abc'],
    ['utf-16', bytesOf('abc', 'utf16le').swap16(), 'abc'],
    ['us-ascii', Buffer.from('abc'), 'abc'],
    ['utf_8', Buffer.from('größe'), 'größe'],
    ['shift_jis', Buffer.from([0x8e, 0xb8, 0x94, 0x73]), '失敗'],
    ['gb18030', Buffer.from([0xca, 0xa7, 0xb0, 0xdc]), '失败'],
  ])('%s is honoured', async (charset, bytes, text) => {
    expect(await read(bytes, { 'content-type': `text/plain; charset=${charset}` })).toBe(text);
  });

  test('one that is not known is named', async () => {
    const error = await read('abc', { 'content-type': 'text/plain; charset=ebcdic-x' }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(AppError);
    const { body, headers } = toProblem(error, 'id');
    expect(body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect(body.detail).toContain('ebcdic-x');
    expect(headers['accept-encoding']).toBeUndefined();
  });

  test.each([
    ['UTF-8', Buffer.from('\uFEFFgröße')],
    ['UTF-16LE', Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf('größe', 'utf16le')])],
    ['UTF-16BE', Buffer.concat([Buffer.from([0xfe, 0xff]), bytesOf('größe', 'utf16le').swap16()])],
  ])('a byte order mark of %s tells more than the type, and goes', async (_name, bytes) => {
    expect(await read(bytes, { 'content-type': 'application/json; charset=iso-8859-1' })).toBe('größe');
  });

  test('undeclared UTF-16 is recognised by its zeros', async () => {
    expect(await read(bytesOf('{"message":"ü"}', 'utf16le'))).toBe('{"message":"ü"}');
    expect(await read(bytesOf('{"message":"ü"}', 'utf16le').swap16())).toBe('{"message":"ü"}');
  });

  test('bytes that are not UTF-8 become U+FFFD and refuse nothing', async () => {
    const body = Buffer.concat([Buffer.from('{"a":"gr'), Buffer.from([0xfc, 0xdf]), Buffer.from('e"}\nnext ü\n')]);
    expect(await read(body)).toBe('{"a":"gr\uFFFD\uFFFDe"}\nnext ü\n');
  });
});
