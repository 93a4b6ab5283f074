import { expect, test } from 'vitest';
import { parseTextLine } from './parse-text-line';

test.each([
  [
    '\u001b[31mERROR   \u001b[0m netraven.worker: no route\u001b[0m',
    { level: 'ERROR', component: 'netraven.worker', message: 'no route\u001b[0m' },
  ],
  ['\u001b[31mERROR\u001b[0m:netd:no route', { level: 'ERROR', component: 'netd', message: 'no route' }],
  [
    '\u001b[32m2026-11-22 02:14:07.120\u001b[0m | \u001b[31m\u001b[1mERROR   \u001b[0m | \u001b[36m__main__\u001b[0m:\u001b[36mrun\u001b[0m:\u001b[36m45\u001b[0m - \u001b[31m\u001b[1mno route\u001b[0m',
    {
      timestamp: '2026-11-22 02:14:07.120',
      level: 'ERROR',
      component: '__main__',
      caller: 'run:45',
      message: '\u001b[31m\u001b[1mno route\u001b[0m',
    },
  ],
  [
    '\u001b[2m1795797008.757\u001b[0m [\u001b[31m\u001b[1merror    \u001b[0m] \u001b[1mno route  \u001b[0m \u001b[36mdevice\u001b[0m=\u001b[35md1\u001b[0m',
    {
      timestamp: '1795797008.757',
      level: 'error',
      message: '\u001b[1mno route  \u001b[0m \u001b[36mdevice\u001b[0m=\u001b[35md1\u001b[0m',
    },
  ],
  [
    '\u001b[2m2026-11-22T02:14:07.120Z\u001b[0m [\u001b[33m\u001b[1mwarning  \u001b[0m] slow',
    { timestamp: '2026-11-22T02:14:07.120Z', level: 'warning', message: 'slow' },
  ],
  ['[\u001b[31merror    \u001b[0m] no route', { level: 'error', message: '[\u001b[31merror    \u001b[0m] no route' }],
  ['\u001b[31merror\u001b[39m: no route', { level: 'error', message: '\u001b[31merror\u001b[39m: no route' }],
  ['\u001b[1mConnecting\u001b[0m to fra-sw-1', { message: '\u001b[1mConnecting\u001b[0m to fra-sw-1' }],
  ['\u001b[31m\u001b[0m', { message: '\u001b[31m\u001b[0m' }],
])('%j', (line, expected) => {
  expect(parseTextLine(line)).toEqual(expected);
});
