import { describe, expect, it } from 'vitest';
import { RecentAnswers } from './recent-answers';

describe('RecentAnswers', () => {
  it('drops what was not asked for the longest', () => {
    const recent = new RecentAnswers<number>({ max: 2 });
    recent.set('a', 1);
    recent.set('b', 2);
    expect(recent.get('a')).toBe(1);
    recent.set('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts weights, and takes back that of an answer it replaces', () => {
    const recent = new RecentAnswers<string>({ max: 10, weightOf: ({ length }) => length });
    recent.set('a', '1234');
    recent.set('a', '123456');
    recent.set('b', '1234');
    expect([recent.get('a'), recent.get('b')]).toEqual(['123456', '1234']);
    recent.set('c', '1');
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, '1234', '1']);
  });

  it('keeps nothing that is too heavy by itself', () => {
    const recent = new RecentAnswers<string>({ max: 3, weightOf: ({ length }) => length });
    recent.set('a', '1234');
    expect(recent.get('a')).toBeUndefined();
    recent.set('b', '123');
    expect(recent.get('b')).toBe('123');
  });

  it('forgets one, or all, and the weight with them', () => {
    const recent = new RecentAnswers<string>({ max: 4, weightOf: ({ length }) => length });
    recent.set('a', '123');
    recent.delete('a');
    recent.delete('a');
    recent.set('b', '12');
    recent.set('c', '12');
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([undefined, '12', '12']);
    recent.clear();
    recent.set('d', '1234');
    expect([recent.get('b'), recent.get('d')]).toEqual([undefined, '1234']);
  });
});
