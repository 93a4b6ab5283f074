import { cleanText } from '@/lib/json/clean-text';
import { isKnownTime } from '@/lib/http/schema';

/** Position in the job list: the last run shown, by start and id (the tie-break). */
export type RunCursor = { startedAt: Date; id: string };

export const formatRunCursor = ({ startedAt, id }: RunCursor): string =>
  Buffer.from(JSON.stringify([startedAt.getTime(), id])).toString('base64url');

/** Null when the text is no cursor of ours. */
export function parseRunCursor(text: string): RunCursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [startMs, id] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof startMs !== 'number' || !isKnownTime(startMs) || typeof id !== 'string') return null;
    return cleanText(id) === id ? { startedAt: new Date(startMs), id } : null;
  } catch {
    return null;
  }
}
