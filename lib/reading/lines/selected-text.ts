import { LINE_BREAK } from './visible-text';

/**
 * A row of the log that was selected with the mouse, as one line: the selected parts of its cells, separated by tabs as
 * in the download. Line breaks of a message that is wrapped become signs, or one line of the log would be several.
 */
export const selectedRow = (cells: readonly string[]): string =>
  cells
    .map((cell) =>
      cell
        .replaceAll('\t', ' ')
        .replace(/(?<![\r\n])[\r\n]+$/, '')
        .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, LINE_BREAK),
    )
    .join('\t')
    .replace(/ +$/, '');
