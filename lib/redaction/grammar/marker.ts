/** The marker that replaces a secret. `rule` says which rule took it, so that a wrong one can be found. */
export const marker = (rule: string): string => `[REDACTED:${rule}]`;

/** A marker's beginning, as cues are written. */
export const MARKER_CUE = '[redacted:';

/** A marker must not turn a text into a secret in the second pass that was none in the first. */
export const holdsMarker = (value: string): boolean => value.includes('[REDACTED:');

const MARKER = /\[REDACTED:[a-z0-9-]{1,32}\]/y;

/** Index just after the marker that begins at `at`, or -1. A replaced secret is never examined again. */
export function markerEnd(text: string, at: number): number {
  MARKER.lastIndex = at;
  return MARKER.test(text) ? MARKER.lastIndex : -1;
}

/** The rule of the last marker in a text, null where none is. */
export const markerIn = (text: string): string | null =>
  [...text.matchAll(/\[REDACTED:([a-z0-9-]{1,32})\]/g)].at(-1)?.[1] ?? null;
