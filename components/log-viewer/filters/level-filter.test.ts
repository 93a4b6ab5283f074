import { describe, expect, it } from 'vitest';
import { isLevelShown, toggleLevel } from './level-filter';

describe('toggleLevel', () => {
  it('hides one of all, and shows it again', () => {
    const without = toggleLevel(undefined, 'DEBUG');
    expect(without).toEqual(['INFO', 'WARNING', 'ERROR', 'CRITICAL']);
    expect(isLevelShown(without, 'DEBUG')).toBe(false);
    expect(toggleLevel(without, 'DEBUG')).toBeUndefined();
  });

  it('never hides everything', () => {
    expect(toggleLevel(['ERROR'], 'ERROR')).toBeUndefined();
    expect(toggleLevel(['ERROR'], 'INFO')).toEqual(['INFO', 'ERROR']);
    expect(isLevelShown([], 'INFO')).toBe(true);
  });
});
