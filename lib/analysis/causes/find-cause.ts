import { buildHighlighter } from '@/lib/reading/lines/highlight';
import { searchText } from '@/lib/store/chunks/search-text';
import { causeText, isTraceback, maskMessage, patternOf } from '@/lib/analysis/patterns/mask-message';
import type { CauseGroup } from './schema';

/** An error message of a device in one run, with its first line; the messages of a device in the order of their lines. */
export type ErrorMessage = { device: string; message: string; seq: number };

export type Cause = Pick<CauseGroup, 'source' | 'pattern' | 'search'> & { text: string; firstSeq: number | null };

/** The context of comparisons: device names in lower case, and patterns that good runs wrote too. */
export type CauseContext = { names: ReadonlySet<string>; inGoodRuns: ReadonlySet<string> };

export const NO_CAUSE: Cause = {
  source: 'none',
  text: 'no cause given, no error line',
  pattern: '',
  search: null,
  firstSeq: null,
};

/** Why a device failed: the sender's reason, or its most telling error. */
export function findCause(reported: string | null, messages: readonly ErrorMessage[], context: CauseContext): Cause {
  const text = causeText(reported ?? '');
  if (text !== '') return reportedCause(text, messages, context);
  const telling = pickTelling(messages, context);
  if (!telling) return NO_CAUSE;
  const masked = maskMessage(telling.message, context.names);
  return { source: 'line', text: causeText(telling.message), ...masked, firstSeq: telling.seq };
}

/** The cause of an earlier run: without a line to show or to search for. */
export function findEarlierCause(
  reported: string | null,
  messages: readonly ErrorMessage[],
  context: CauseContext,
): Cause {
  const text = causeText(reported ?? '');
  const telling = text || pickTelling(messages, context)?.message;
  if (telling === undefined) return NO_CAUSE;
  const source = text === '' ? 'line' : 'reported';
  return { source, text: causeText(telling), pattern: patternOf(telling, context.names), search: null, firstSeq: null };
}

/** A reported reason has a line only where a line contains its words. */
function reportedCause(text: string, messages: readonly ErrorMessage[], context: CauseContext): Cause {
  const { pattern, search } = maskMessage(text, context.names);
  const highlighter = search === null ? null : buildHighlighter(search);
  const holds = ({ message }: ErrorMessage) => highlighter !== null && searchText(message).search(highlighter) !== -1;
  const line = messages.find(holds);
  const firstSeq = (line ?? pickTelling(messages, context))?.seq ?? null;
  return { source: 'reported', text, pattern, search: line ? search : null, firstSeq };
}

/**
 * The first error: what follows is mostly its consequence. A traceback names a line of code instead of a cause, and
 * what good runs write as well explains nothing, so either counts only where there is nothing else.
 */
export function pickTelling(messages: readonly ErrorMessage[], context: CauseContext): ErrorMessage | undefined {
  const isUsual = ({ message }: ErrorMessage) =>
    context.inGoodRuns.size > 0 && context.inGoodRuns.has(patternOf(message, context.names));
  // Usually the first error is the cause, and masking the others would be most of the work.
  return (
    messages.find((each) => !isTraceback(each.message) && !isUsual(each)) ??
    messages.find((each) => !isUsual(each)) ??
    messages[0]
  );
}
