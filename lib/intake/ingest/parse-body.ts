import { AppError } from '@/lib/errors';
import { parseExact } from '@/lib/json/exact-json';
import { parseForm } from './parse-form';
import { readSequence, type BodyKind } from './read-sequence';
import { SURE_LENGTH } from './record-limits';
import { spreadValue } from './spread-value';

const TAKEN = 'Send JSON (a record, an array, or a record a line) or lines of text.';

/** Types whose bytes are no text, or text that is no record; other routes take them, if any. */
const OTHER_TYPE =
  /^\s*(?:multipart\/|image\/|audio\/|video\/|application\/(?:(?:x-|vnd\.)?(?:google\.)?protobuf|(?:x-|vnd\.)?msgpack|grpc|x?-?gzip|zip|avro|vnd\.fdo\.journal))/i;
const JSON_TYPE = /json|jsonl/i;
const TEXT_TYPE = /^\s*text\//i;
const FORM_TYPE = /^\s*application\/x-www-form-urlencoded/i;

/**
 * The records of a body, to be gone through once: one JSON object, an array, NDJSON, objects one after the other, a
 * batch in an envelope, RFC 7464, a form of Python's HTTPHandler, or lines of text; detected by content, since the
 * Content-Type is often wrong. One line at a time is read, or some elements of an array, so that a batch is not in
 * memory a second time as objects and whoever goes through them may pause. Broken JSON is an UnreadableRecord among
 * them, and a PAUSE_MARK stands where a long stretch held none. Throws `unreadable_body` (at the end perhaps) when the
 * body is empty, cut short or not text, and `unsupported_media_type`.
 */
export function parseBody(body: string, contentType: string | null): Iterable<unknown> {
  const type = contentType ?? '';
  if (OTHER_TYPE.test(type)) {
    throw new AppError('unsupported_media_type', `This address does not take the body's Content-Type. ${TAKEN}`);
  }
  const start = body.search(/[^\s\uFEFF\u001e\0]/);
  if (start === -1) throw new AppError('unreadable_body', `The body is empty. ${TAKEN}`);
  if (body[start] === '[') {
    const whole = body.length <= SURE_LENGTH ? tryArray(body.slice(start)) : null;
    if (whole) return spreadValue(whole);
  } else if (body[start] !== '{') {
    assertText(body);
    const form = FORM_TYPE.test(type) ? parseForm(body) : null;
    if (form) return [form];
  }
  return readSequence(body, kindOf(type));
}

function kindOf(type: string): BodyKind {
  if (TEXT_TYPE.test(type)) return 'text';
  return JSON_TYPE.test(type) ? 'json' : 'unknown';
}

function tryArray(text: string): unknown[] | null {
  try {
    const value = parseExact(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const SAMPLE_LENGTH = 1000;
const MAX_STRANGE_SHARE = 0.1;

/** Compressed or binary data is full of control characters and of bytes that are no character. */
function assertText(body: string): void {
  const sample = body.slice(0, SAMPLE_LENGTH);
  const strange = sample.match(/[\u0001-\u0008\u000e-\u001a\u001c\u001d\u001f\ufffd]/g)?.length ?? 0;
  if (strange <= sample.length * MAX_STRANGE_SHARE) return;
  throw new AppError(
    'unreadable_body',
    `The body is neither JSON nor text; if it is compressed, say so in Content-Encoding. ${TAKEN}`,
  );
}
