import { expect, it } from 'vitest';
import { parseTheme, themeAttribute } from './theme';

it('follows the system unless the cookie names a theme', () => {
  expect([undefined, '', 'blue', 'dark', 'light'].map(parseTheme)).toEqual([
    'system',
    'system',
    'system',
    'dark',
    'light',
  ]);
  expect([themeAttribute('system'), themeAttribute('dark')]).toEqual([undefined, 'dark']);
});
