import { findSecrets, mayHoldSecret } from './find-secrets';
import { marker } from './marker';
import { viewText } from './text-view';

const hasHiddenParts = (text: string): boolean => text.includes('\u001b') || text.includes('\\');

/** The text with every secret replaced by `[REDACTED:rule]`; the same string when there is none. Linear in its length. */
export function redactText(text: string): string {
  if (!mayHoldSecret(text) && !hasHiddenParts(text)) return text;
  const view = viewText(text);
  const found = findSecrets(view.text);
  if (found.length === 0) return text;
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end, rule } of found) {
    const sourceStart = view.toSource(start);
    if (rule === null || sourceStart < kept) continue;
    parts.push(text.slice(kept, sourceStart), marker(rule));
    kept = view.toSource(end - 1) + 1;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}
