import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const PAIR = /--([\w-]+):\s*light-dark\((#[\da-f]{6}),\s*(#[\da-f]{6})\)/g;
const themes = { light: new Map<string, string>(), dark: new Map<string, string>() };
for (const [, name = '', light = '', dark = ''] of css.matchAll(PAIR)) {
  themes.light.set(name, light);
  themes.dark.set(name, dark);
}

/** Relative luminance and contrast as in WCAG 2.2 (www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'panel', 'hover', 'selected'];
const tones = [...themes.dark.keys()].filter((name) => /^(level|status)-\w+$/.test(name));
const texts = ['fg', 'muted', 'faint', 'accent', 'danger', ...tones];

const textPairs = [
  ...texts.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...tones.map((tone) => [tone, `${tone}-ground`] as const),
  ...tones.map((tone) => ['fg', `${tone}-ground`] as const),
  ['accent-fg', 'accent'] as const,
];

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
  const colour = (name: string) => {
    const value = themes[theme].get(name);
    if (!value) throw new Error(`globals.css has no colour ${name}`);
    return value;
  };
  const weak = (pairs: readonly (readonly [string, string])[], minimum: number) =>
    pairs
      .map(([text, ground]) => ({ text, ground, ratio: contrast(colour(text), colour(ground)) }))
      .filter(({ ratio }) => ratio < minimum);

  it('has eleven tones', () => {
    expect(tones).toHaveLength(11);
  });

  it('keeps every text at 4.5:1 or better', () => {
    expect(weak(textPairs, 4.5)).toEqual([]);
  });

  it('keeps the edges of fields and the focus ring at 3:1 or better', () => {
    const edges = ['line-strong', 'accent'].flatMap((edge) =>
      ['canvas', 'surface', 'panel'].map((g) => [edge, g] as const),
    );
    expect(weak(edges, 3)).toEqual([]);
  });

  it('keeps bars at 3:1 or better', () => {
    const bars = [...themes[theme].keys()].filter((name) => /^phase-\d$/.test(name));
    expect(bars).toHaveLength(8);
    expect(
      weak(
        bars.flatMap((bar) => ['surface', 'hover', 'selected'].map((g) => [bar, g] as const)),
        3,
      ),
    ).toEqual([]);
  });

  it('uses neither pure black nor pure white', () => {
    expect([...themes[theme].values()].filter((value) => /^#(0{6}|f{6})$/.test(value))).toEqual([]);
  });
});
