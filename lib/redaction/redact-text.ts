import { findSecrets, mayHoldSecret } from './find-secrets';
import { marker } from './marker';
import { isQuote, readQuoted } from './read-value';
import type { Range } from './rule';
import { needsView, viewText, type TextView } from './text-view';

/** The text with every secret replaced by `[REDACTED:rule]`; the same string when there is none. Linear in its length. */
export function redactText(text: string): string {
  if (!mayHoldSecret(text) && !needsView(text)) return text;
  const view = viewText(text);
  const found = findSecrets(view.text);
  if (found.length === 0) return text;
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end, rule } of found) {
    const sourceStart = view.toSource(start);
    if (rule === null || sourceStart < kept) continue;
    parts.push(text.slice(kept, sourceStart), marker(rule));
    kept = sourceEnd(text, view, { start, end });
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

/** Where a finding ends in the source. The view shows `\\n` as a line end, yet between quotes it belongs to the value. */
function sourceEnd(source: string, view: TextView, { start, end }: Range): number {
  const plainEnd = view.toSource(end - 1) + 1;
  const quote = view.toSource(start) - 1;
  if (view.text[end] !== '\n' || source[plainEnd] !== '\\' || !isQuote(source[quote])) return plainEnd;
  const whole = readQuoted(source, quote);
  const isClosed = whole.end < source.length && source[whole.end] !== '\n' && source[whole.end] !== '\r';
  return isClosed ? Math.max(plainEnd, whole.end) : plainEnd;
}
