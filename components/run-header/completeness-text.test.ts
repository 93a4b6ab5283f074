import { describe, expect, it } from 'vitest';
import { describeCompleteness } from './completeness-text';

const complete = {
  status: 'failed',
  lineCount: 48_210,
  declaredLineCount: null,
  gaps: [],
  missingLineCount: 0,
} as const;
const gap = { fromClientSeq: 101, toClientSeq: 127, count: 27, afterSeq: 100 };
const describeRun = (facts: Partial<Parameters<typeof describeCompleteness>[0]>) =>
  describeCompleteness({ ...complete, ...facts, gaps: [...(facts.gaps ?? [])] });

describe('describeCompleteness', () => {
  it('says what is complete', () => {
    expect(describeRun({})).toEqual({ text: 'complete 1…48,210', note: '', isMissing: false, jumpSeq: null });
    expect(describeRun({ declaredLineCount: 48_210 })).toMatchObject({
      text: 'complete 1…48,210',
      note: ', as declared',
    });
    expect(describeRun({ lineCount: 0 }).text).toBe('complete no lines');
    expect(describeRun({ status: 'running' }).text).toBe('1…48,210, no gap so far');
    expect(describeRun({ status: 'queued', lineCount: 0 }).text).toBe('no lines yet');
  });

  it('says what is missing, and where', () => {
    expect(describeRun({ gaps: [gap], missingLineCount: 27 })).toEqual({
      text: '27 lines missing between 100 and 101',
      note: '',
      isMissing: true,
      jumpSeq: 100,
    });
    expect(describeRun({ gaps: [{ ...gap, afterSeq: null }, gap], missingLineCount: 54 })).toMatchObject({
      text: '54 lines missing in 2 gaps, the first before line 1',
      jumpSeq: 1,
    });
    expect(describeRun({ gaps: [{ ...gap, afterSeq: 48_210 }], missingLineCount: 27 }).text).toBe(
      '27 lines missing after line 48,210',
    );
    expect(describeRun({ declaredLineCount: 48_222, missingLineCount: 12 })).toMatchObject({
      text: '12 lines missing of 48,222 declared',
      jumpSeq: null,
    });
  });
});
