import { describe, expect, it } from 'vitest';
import { findCause, type ErrorMessage } from './find-cause';
import { maskMessage } from '@/lib/analysis/patterns/mask-message';

const context = { names: new Set(['fra-sw-12']), inGoodRuns: new Set<string>() };
const TRACEBACK = 'Traceback (most recent call last):\n  File "x.py", line 1\nTimeoutError: timed out';
const errors = (...messages: string[]): ErrorMessage[] =>
  messages.map((message, at) => ({ device: 'fra-sw-12', message, seq: 10 + at, count: 1 }));

describe('findCause', () => {
  it('takes the sender’s words, and the line that holds them', () => {
    const cause = findCause('no route to host', errors('try 1', '10.2.0.1:22 failed: no route to host'), context);
    expect(cause).toEqual({
      source: 'reported',
      text: 'no route to host',
      pattern: 'no route to host',
      search: '"no route to host"',
      firstSeq: 11,
    });
  });

  it('offers no search for words that no line holds', () => {
    expect(findCause('gave up on this device', errors('link is down'), context)).toMatchObject({
      search: null,
      firstSeq: 10,
    });
  });

  it('else takes the first error; a traceback only where there is nothing else', () => {
    expect(findCause(null, errors(TRACEBACK, 'fra-sw-12: login refused', 'gave up'), context)).toMatchObject({
      source: 'line',
      text: 'fra-sw-12: login refused',
      pattern: '<device>: login refused',
      firstSeq: 11,
    });
    expect(findCause(' ', errors(TRACEBACK), context)).toMatchObject({ text: 'TimeoutError: timed out', firstSeq: 10 });
    expect(findCause(null, [], context)).toMatchObject({ source: 'none', firstSeq: null });
  });

  it('passes over what good runs write too', () => {
    const usual = maskMessage('licence check 7 failed', context.names).pattern;
    const knowing = { ...context, inGoodRuns: new Set([usual]) };
    expect(findCause(null, errors('licence check 9 failed', 'disk is full'), knowing).text).toBe('disk is full');
    expect(findCause(null, errors('licence check 9 failed'), knowing).text).toBe('licence check 9 failed');
  });
});
