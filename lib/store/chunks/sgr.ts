/** The colours that log text may use; each is shown as a theme token that is readable in both themes. */
export const ANSI_COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
export type AnsiColor = (typeof ANSI_COLORS)[number];

export type AnsiStyle = {
  color: AnsiColor | null;
  ground: AnsiColor | null;
  isBold: boolean;
  isDim: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
};

export const PLAIN_STYLE: AnsiStyle = {
  color: null,
  ground: null,
  isBold: false,
  isDim: false,
  isItalic: false,
  isUnderlined: false,
};

/** Codes without parameters (ECMA-48, section 8.3.117). Blinking, reversed and concealed text is not honoured. */
const SIMPLE_CODES: Readonly<Record<number, Partial<AnsiStyle>>> = {
  0: PLAIN_STYLE,
  1: { isBold: true },
  2: { isDim: true },
  3: { isItalic: true },
  4: { isUnderlined: true },
  21: { isBold: false },
  22: { isBold: false, isDim: false },
  23: { isItalic: false },
  24: { isUnderlined: false },
  39: { color: null },
  49: { ground: null },
};

/** The style after a colour sequence's parameters, such as `1;31` or `38;2;255;0;0`; unknown codes change nothing. */
export function applySgr(style: AnsiStyle, parameters: string): AnsiStyle {
  const codes = parameters.split(';').map(Number);
  let result = style;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const { color, length } = extendedColor(codes.slice(at + 1, at + 5));
      if (color) result = { ...result, [code === 38 ? 'color' : 'ground']: color };
      at += length;
    } else {
      result = { ...result, ...(SIMPLE_CODES[code] ?? baseColor(code)) };
    }
  }
  return result;
}

/** 30–37 and 90–97 colour the text, 40–47 and 100–107 its ground; bright ones look like the normal ones here. */
function baseColor(code: number): Partial<AnsiStyle> {
  const color = ANSI_COLORS[code % 10] ?? null;
  const tens = Math.floor(code / 10);
  if (color && (tens === 3 || tens === 9)) return { color };
  if (color && (tens === 4 || tens === 10)) return { ground: color };
  return {};
}

/** Reads what follows 38 or 48: `5;n` of the palette or `2;r;g;b`; `length` is how many codes belong to it. */
function extendedColor([mode, ...rest]: number[]): { color: AnsiColor | null; length: number } {
  if (mode === 5) return { color: isByte(rest[0]) ? paletteColor(rest[0]) : null, length: 2 };
  if (mode === 2) return { color: rest.length === 3 && rest.every(isByte) ? nearestColor(rest) : null, length: 4 };
  return { color: null, length: mode === undefined ? 0 : 1 };
}

const isByte = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 255;

/** 0–15 are the named colours, 16–231 a cube of 6×6×6, 232–255 greys. */
function paletteColor(index: number): AnsiColor | null {
  if (index < 16) return ANSI_COLORS[index % 8] ?? null;
  if (index > 231) return index < 244 ? 'black' : 'white';
  const cube = index - 16;
  const steps = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
  return nearestColor(steps.map((step) => step * 51));
}

/** The named colour with the same strong channels as an RGB value: bit 0 red, bit 1 green, bit 2 blue. */
function nearestColor(channels: number[]): AnsiColor | null {
  const strongest = Math.max(...channels);
  if (strongest <= 60) return 'black';
  const bits = channels.reduce((sum, value, bit) => sum + (value > strongest * 0.6 ? 1 << bit : 0), 0);
  return ANSI_COLORS[bits] ?? null;
}
