/** Position in the job list: the last run shown, by start and id (the tie-break). */
export type RunCursor = { startedAt: Date; id: string };

export const formatRunCursor = ({ startedAt, id }: RunCursor): string =>
  Buffer.from(JSON.stringify([startedAt.getTime(), id])).toString('base64url');

/** Null when the text is no cursor of ours. */
export function parseRunCursor(text: string): RunCursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(value) || typeof value[0] !== 'number' || typeof value[1] !== 'string') return null;
    const startedAt = new Date(value[0]);
    return Number.isNaN(startedAt.getTime()) ? null : { startedAt, id: value[1] };
  } catch {
    return null;
  }
}
