import { describe, expect, it } from 'vitest';
import { describeTail } from './tail-label';

const ended = { status: 'failed', lineCount: 48_210, missingLineCount: 0 } as const;
const running = { ...ended, status: 'running' } as const;
const text = (facts: Parameters<typeof describeTail>[0]) => {
  const { word, detail } = describeTail(facts);
  return `${word} ${detail}`.trim();
};

describe('describeTail', () => {
  it.each([
    ['live', 'LIVE'],
    ['replaying', 'CATCHING UP from 10,233'],
    ['connecting', 'CONNECTING'],
    ['reconnecting', 'RECONNECTING from 10,233'],
    ['paused', 'PAUSED tab hidden'],
  ] as const)('%s', (tailState, expected) => {
    expect(text({ run: running, tailState, isTailed: true, lastSeq: 10_233 })).toBe(expected);
  });

  it('calls complete only what is', () => {
    const facts = { tailState: 'ended', isTailed: true, lastSeq: 1 } as const;
    expect(text({ ...facts, run: ended })).toBe('COMPLETE 1…48,210');
    expect(text({ ...facts, run: { ...ended, missingLineCount: 27 } })).toBe('ENDED 27 lines missing');
    expect(text({ ...facts, run: { ...ended, status: 'stale' } })).toBe('STALE 1…48,210');
    expect(text({ ...facts, run: running })).toBe('ENDED the stream was closed');
    expect(text({ run: { ...ended, lineCount: 0 }, tailState: 'connecting', isTailed: false, lastSeq: 0 })).toBe(
      'COMPLETE no lines',
    );
  });
});
