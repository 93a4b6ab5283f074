import { describe, expect, it } from 'vitest';
import { describeCount, describeTime } from './difference-text';

describe('differences in words', () => {
  it('have a sign, a unit and a word', () => {
    expect(describeTime(3200)).toEqual({ text: '+3.2s', word: 'slower', direction: 'up' });
    expect(describeTime(-410.4)).toEqual({ text: '−410ms', word: 'faster', direction: 'down' });
    expect(describeTime(0.2)).toEqual({ text: '±0', word: 'same', direction: 'none' });
    expect(describeCount(1204)).toEqual({ text: '+1,204', word: 'more', direction: 'up' });
    expect(describeCount(-3)).toEqual({ text: '−3', word: 'fewer', direction: 'down' });
  });
});
