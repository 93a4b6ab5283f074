import { expect, test } from 'vitest';
import { parseBody } from './parse-body';
import { parseRecord } from './parse-record';

const RECEIVED = Date.parse('2026-11-27T15:00:00Z');
const levelsOf = (lines: string[]) =>
  [...parseBody(lines.join('\n'), 'text/plain')].map((record) => parseRecord(record, RECEIVED).level);

const PYTHON = [
  'Traceback (most recent call last):',
  '  File "/app/run.py", line 10, in run',
  '    1/0',
  '    ~^~',
  'ZeroDivisionError: division by zero',
  '',
  'During handling of the above exception, another exception occurred:',
  '',
  'Traceback (most recent call last):',
  '  File "/app/run.py", line 12, in run',
  'socket.timeout: timed out',
];

test('a traceback behind an error has its level and time', () => {
  const records = [...parseBody(['2026-11-22 02:14:07,120 - netd - CRITICAL - m', ...PYTHON].join('\n'), null)];
  expect(records).toHaveLength(10);
  for (const record of records) {
    expect(parseRecord(record, RECEIVED)).toMatchObject({
      level: 50,
      time: { ms: Date.parse('2026-11-22T02:14:07.120Z') },
    });
  }
});

test.each([
  [
    'Java',
    ['java.net.ConnectException: refused', '\tat com.example.A.run(A.java:1)', 'Caused by: x: y', '\t... 3 more'],
  ],
  ['Node', ['    at each (/app/run.js:1:2)', '    at main (/app/run.js:3:4)']],
  ['Go', ['goroutine 1 [running]:', 'main.run(0x1)', '\t/app/main.go:12 +0x1d', 'created by main.start']],
  [
    'loguru',
    ['\u001b[33mTraceback (most recent call last):\u001b[0m', '> File "\u001b[32m/a.py\u001b[0m", line 1', 'E: x'],
  ],
])('%s', (_language, trace) => {
  expect(levelsOf(['ERROR: no route', ...trace, 'Connecting'])).toEqual([40, ...trace.map(() => 40), 20]);
});

test('only directly behind an error', () => {
  expect(levelsOf(['INFO: fine', ...PYTHON.slice(0, 4)])).toEqual([20, 20, 20, 20, 20]);
  expect(levelsOf(['ERROR: no route', 'Connecting', ...PYTHON.slice(0, 2)])).toEqual([40, 20, 20, 20]);
  expect(levelsOf(['ERROR: no route', '{"message":"m"}', ...PYTHON.slice(0, 2)])).toEqual([40, 20, 20, 20]);
  expect(levelsOf(['ERROR: no route', ' interface Gi1/0/1', ' no shutdown'])).toEqual([40, 20, 20]);
  expect(levelsOf(['ERROR: no route', ...PYTHON.slice(0, 2), 'INFO: fine', '  indented'])).toEqual([
    40, 40, 40, 20, 20,
  ]);
});
