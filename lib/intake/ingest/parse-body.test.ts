import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { stringifyExact } from '@/lib/json/exact-json';
import { parseBody } from './parse-body';
import { parseTextLine } from './parse-text-line';
import { UnreadableRecord } from './unreadable-record';

const JSON_TYPE = 'application/json';
const NDJSON = 'application/x-ndjson';
const TEXT = 'text/plain';
const FORM = 'application/x-www-form-urlencoded';
const A = { message: 'a' };
const B = { message: 'b', n: 1 };
const a = JSON.stringify(A);
const b = JSON.stringify(B);

const read = (body: string, type: string | null = JSON_TYPE): unknown[] => [...parseBody(body, type)];
/** Records, texts as texts, and '!' for what is refused. */
const shown = (records: unknown[]): unknown[] =>
  records.map((record) => (record instanceof UnreadableRecord ? '!' : record));
const text = (line: string): unknown => parseTextLine(line);

describe('forms of one batch', () => {
  test.each([
    ['an array', `[${a},${b}]`],
    ['an array over lines', JSON.stringify([A, B], null, 2)],
    ['NDJSON', `${a}\n${b}\n`],
    ['NDJSON with CRLF and blank lines', `\r\n${a}\r\n\r\n${b}\r\n`],
    ['lines that end in CR', `${a}\r${b}\r`],
    ['nothing between', `${a}${b}`],
    ['blanks between', `${a}  ${b}`],
    ['commas between', `${a},\n${b},\n`],
    ['pretty-printed objects', `${JSON.stringify(A, null, 2)}\n${JSON.stringify(B, null, 4)}\n`],
    ['a pretty-printed one, then a line', `${JSON.stringify(A, null, '\t')}\n${b}`],
    ['record separators (RFC 7464)', `\u001e${a}\n\u001e${b}\n`],
    ['record separators alone', `\u001e${a}\u001e${b}`],
    ['NUL between', `${a}\0${b}\0`],
    ['arrays, one a line', `[${a}]\n[${b}]\n`],
    ['arrays behind each other', `[${a}][${b}]`],
    ['byte order marks', `\uFEFF${a}\n\uFEFF${b}`],
    ['an envelope', `{"records":[${a},${b}]}`],
    ['an envelope over lines', JSON.stringify({ logs: [A, B] }, null, 2)],
    ["Kafka's envelope", `{"value_schema_id":1,"records":[{"key":"k","value":${a}},{"value":${b}}]}`],
    ['envelopes, one a line', `{"events":[${a}]}\n{"events":[${b}]}`],
  ])('%s, whatever the type says', (_name, body) => {
    for (const type of [JSON_TYPE, NDJSON, TEXT, FORM, null]) expect(read(body, type)).toEqual([A, B]);
  });

  test('any records in any form are the same records', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('any'), { maxLength: 3 }),
      map: fc.dictionary(fc.string(), tie('any'), { maxKeys: 3 }),
    })).any;
    const record = fc.tuple(fc.string(), value).map(([message, extra]) => ({ message, extra }));
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (records) => {
        const lines = records.map((one) => JSON.stringify(one));
        const bodies = [
          `[${lines.join(',')}]`,
          JSON.stringify(records, null, 1),
          lines.join('\n'),
          lines.join('\r\n'),
          lines.join(''),
          records.map((one) => JSON.stringify(one, null, 2)).join('\n'),
          lines.map((line) => `\u001e${line}\n`).join(''),
          lines.join(',\n'),
        ];
        const wanted = JSON.parse(`[${lines.join(',')}]`) as unknown[];
        for (const body of bodies) expect(read(body)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

describe('envelopes', () => {
  test('members beside the list count for each record', () => {
    expect(read(`{"job_id":42,"host":"gw-01","logs":[${a},{"message":"b","job_id":7}]}`)).toEqual([
      { job_id: 42, host: 'gw-01', message: 'a' },
      { job_id: 7, host: 'gw-01', message: 'b' },
    ]);
  });

  test.each([
    ['a message of its own', { message: 'm', records: [A] }],
    ['two lists', { tags: ['x'], events: [A] }],
    ['a list of numbers', { records: [1, 2] }],
    ['an empty list', { records: [] }],
  ])('%s makes it a record', (_name, record) => {
    expect(read(JSON.stringify(record))).toEqual([record]);
  });
});

describe('text', () => {
  test.each([TEXT, FORM, JSON_TYPE, null])('a line each, as %s', (type) => {
    const body = 'starting: Fri Nov 27\n\n<189>45: %SYS-5-CONFIG_I: x\r\n    at foo()\n[INFO] done\n[1/5] next\n';
    expect(read(body, type)).toEqual(
      ['starting: Fri Nov 27', '<189>45: %SYS-5-CONFIG_I: x', '    at foo()', '[INFO] done', '[1/5] next'].map(text),
    );
  });

  test('with lines of JSON between', () => {
    expect(read(`hello\n${a}\n{master:0}\n"quoted"\n42\n${b}`, 'text/plain; charset=utf-8')).toEqual([
      text('hello'),
      A,
      text('{master:0}'),
      text('"quoted"'),
      text('42'),
      B,
    ]);
    expect(read(`"quoted \\u00fc"\n${a}\nplain`, NDJSON)).toEqual([text('quoted ü'), A, text('plain')]);
    expect(read('["one","two"]')).toEqual([text('one'), text('two')]);
  });

  test('braces inside of a text stay its lines', () => {
    const lines = ['router>show', '{', '  "a": 1', '}'];
    expect(read(lines.join('\n'), TEXT)).toEqual(lines.map(text));
  });

  test('a single text with equals signs is no form', () => {
    for (const line of ['Failed to connect to fra-sw-12: timed out', 'a=b', 'user=x failed=y', 'x=1&y=2']) {
      expect(read(line, FORM)).toEqual([text(line)]);
    }
    expect(read('message=hello+w%C3%B6rld&level=error', FORM)).toEqual([{ message: 'hello wörld', level: 'error' }]);
  });
});

describe('broken JSON', () => {
  test.each([
    ['a cut line', `${a}\n{"message":"cut\n${b}`, [A, '!', B]],
    ['a line that ends in a comma', `${a}\n{"message":"x",\n${b}`, [A, '!', B]],
    ['a pretty-printed one', `${a}\n{\n  "message": oops,\n  "x": 1\n}\n${b}`, [A, '!', B]],
    ['an unknown escape', `{"message":"C:\\dir"}\n${b}`, ['!', B]],
    ['a word behind a record', `${a} nonsense\n${b}`, ['!', B]],
    ['NaN in an array', `[${a},NaN,${b}]`, [A, '!', B]],
    ['undefined, Infinity', `[undefined,${a},-Infinity]`, ['!', A, '!']],
    ['words', `[${a},{"message":oops},${b}]`, [A, '!', B]],
    ['nothing between commas', `[${a},,${b}]`, [A, '!', B]],
    ['a comma at the end', `[${a},${b},]`, [A, B]],
    ['no comma', `[${a} ${b},]`, [A, B]],
    ['a quote too many', `[${a},{"message":"say 5" now"},${b}]`, [A, '!', B]],
    ['two in a row', `[{"x":},{"message":"a" "b"},${b}]`, ['!', '!', B]],
    ['a quote that is never closed, a line each', `[\n${a},\n{"message":"x},\n${b}\n]`, [A, '!', B]],
    ['an array behind', `[${a},NaN]\n[${b}]`, [A, '!', B]],
  ])('%s', (_name, body, wanted) => {
    expect(shown(read(body))).toEqual(wanted);
  });

  test('says where, and never what', () => {
    const records = read(`[${a},\n {"password": s3cret}, NaN]`);
    expect(records.slice(1)).toEqual([
      new UnreadableRecord('Not JSON at character 32 (line 2, column 15): expected a value.'),
      new UnreadableRecord('Not JSON at character 41 (line 2, column 24): expected a value.'),
    ]);
    expect(read(`${a}\n{"x": }`)[1]).toEqual(
      new UnreadableRecord('Not JSON at character 22 (line 2, column 7): expected a value.'),
    );
  });

  test("Python's NaN inside of a record is text, and a tab in a text a tab", () => {
    const body = '{"message":"m","loss":NaN,"list":[Infinity,-Infinity],"t":"a\tb"}';
    const wanted = { message: 'm', loss: 'NaN', list: ['Infinity', '-Infinity'], t: 'a\tb' };
    for (const form of [body, `[${body}]`, `${body}\n${body.slice(0, 0)}`]) expect(read(form)).toEqual([wanted]);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \r\n\uFEFF'],
    ['an array cut short', `[${a},{"mess`],
    ['an array cut between elements', `[${a},`],
    ['an array without its end', `[${a}`],
    ['an array cut in a word', `[${a},{"x":tru`],
    ['a record cut short', '{"message":"a'],
    ['a pretty-printed record cut short', '{\n  "message": "a",\n  "b": 1\n'],
    ['binary', '\u0001\u0002\ufffd\ufffdabc\u0003'],
  ])('%s refuses the body', (_name, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'unreadable_body' }) as AppError);
  });

  test.each(['application/x-protobuf', 'multipart/form-data; boundary=x', 'application/vnd.fdo.journal'])(
    '%s is another address’s',
    (type) => {
      expect(() => read('a=b', type)).toThrow(expect.objectContaining({ code: 'unsupported_media_type' }) as AppError);
    },
  );
});

describe('hostile bodies', () => {
  const lines = Array.from({ length: 12 }, (_, n) =>
    JSON.stringify({ message: `line ${n}`, deep: { list: [n, 'x,]}'] } }),
  );

  test('random bytes cost the lines they stand in, and nothing but an AppError is thrown', () => {
    const change = fc.record({ at: fc.nat(), char: fc.constantFrom(...'{}[],":\\ \0xé\uFFFD\u001e1') });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (changes, separator) => {
        const spoiled = new Set<number>();
        const body = changes.reduce((before, { at, char }) => {
          const line = at % lines.length;
          spoiled.add(line);
          const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + separator.length, 0);
          const position = start + ((at >> 4) % (lines[line]?.length ?? 1));
          return before.slice(0, position) + char + before.slice(position + 1);
        }, lines.join(separator));
        const records = read(body, NDJSON).map((record) => JSON.stringify(record));
        lines.forEach((line, index) => {
          if (!spoiled.has(index)) expect(records).toContain(line);
        });
      }),
      { numRuns: 500, examples: [[[{ at: 0, char: '[' }], '\n']] },
    );
  });

  test('of an array too', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...'{}[],":\\ x1'), (at, char) => {
        const body = `[${lines.join(',')}]`;
        const position = at % body.length;
        try {
          const records = read(`${body.slice(0, position)}${char}${body.slice(position + 1)}`);
          expect(records.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['braces', '{\n'],
    ['brackets', '[\n'],
    ['brackets in an array', '[['],
    ['broken elements', '{x,'],
    ['broken texts', '{"a":"b,'],
    ['values over lines that are none', '{\n "a":\n'],
    ['separators', '\u001e{'],
  ])('thousands of %s are looked at a few times, not once a character', (_name, part) => {
    const body = part.repeat(5_000);
    for (const one of [body, `[${body}`, `[{"a":1},${body}]`]) {
      try {
        read(one);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }
  });

  test('numbers keep their digits in every form', () => {
    const one = '{"message":"m","n":12345678901234567890,"r":1.10}';
    for (const body of [one, `[${one}]`, `${one}\n${one}`, `${one}${one}`, `[NaN,${one}]`, `{"records":[${one}]}`]) {
      expect(stringifyExact(read(body).at(-1))).toBe(one);
    }
  });
});
