/** Lines a chunk row holds at most; fewer cost rows, more cost a reader of one line (docs/decisions/0002-storage.md). */
export const MAX_CHUNK_LINES = 1000;
