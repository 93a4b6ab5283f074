import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { parseBearerToken } from './bearer-token';

describe('parseBearerToken', () => {
  it.each(['Bearer abc', 'bearer abc', 'BEARER   abc', ' Bearer abc '])('reads %j', (header) => {
    expect(parseBearerToken(header)).toBe('abc');
  });

  it('keeps blanks inside and reads UTF-8', () => {
    expect(parseBearerToken('Bearer two words')).toBe('two words');
    expect(parseBearerToken(`Bearer ${Buffer.from('schlüssel').toString('latin1')}`)).toBe('schlüssel');
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'abc', 'Bearerabc', 'Bearer a\nb', 'nrl_short abc'])(
    'refuses %j as unauthenticated, without quoting it',
    (header) => {
      const parse = () => parseBearerToken(header);
      expect(parse).toThrow(AppError);
      expect(parse).toThrow(expect.objectContaining({ code: 'unauthenticated' }));
      expect(parse).not.toThrow(/nrl_short|YTpi|abc/);
    },
  );
});
