/**
 * Most lines of a chunk row: fewer lines make more rows, more lines make reading one line slower
 * (docs/decisions/0002-storage.md).
 */
export const MAX_CHUNK_LINES = 1000;
