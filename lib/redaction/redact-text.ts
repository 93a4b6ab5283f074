import { isHeader, MAX_HEADER } from './columns';
import { findBroken } from './find-broken';
import { findSecrets, mayHoldSecret } from './find-secrets';
import { findLogins } from './logins';
import { marker } from './grammar/marker';
import type { OpenSecret } from './grammar/open-secret';
import { redactLines, type LinesReading } from './redact-lines';
import { isQuote, readQuoted } from './grammar/read-value';
import type { Finding, Range } from './grammar/finding';
import { viewText, type TextView } from './text-view';
import { isBroken, opensWord } from './wrapped';

/** A text without its secrets, and what of a secret may follow in the next text of its sender. */
export type RedactedText = { text: string; open: readonly OpenSecret[] };

const NOTHING: readonly OpenSecret[] = [];

/** The text with every secret replaced by `[REDACTED:rule]`; the same string when there is none. Linear in its length. */
export function redactText(text: string): string {
  if (!mayHoldSecret(text)) return text;
  const { clean, view } = redactByRules(text);
  return view.text.includes('\n') ? readLines(text, { clean, view }).text : clean;
}

/** `redactText` for a text that is followed by others. */
export function redactWithOpen(text: string): RedactedText {
  if (!mayHoldSecret(text)) return { text, open: openWord(text) };
  const { clean, view, open } = redactByRules(text);
  const lines = readLines(text, { clean, view });
  return { text: lines.text, open: [...lines.open.map((entry) => entry.open), ...open] };
}

function openWord(text: string): readonly OpenSecret[] {
  const open = isBroken(text.length) ? opensWord(text) : null;
  return open === null ? NOTHING : [open];
}

type Clean = { clean: string; view: TextView };
type ByRules = Clean & { open: readonly OpenSecret[] };

/** Where the rules found nothing, the view of the text still holds. */
const readLines = (text: string, { clean, view }: Clean): LinesReading =>
  clean === text ? redactLines(clean, [], view) : redactLines(clean, []);

/** What the rules find, each at its site, and what the width of a terminal kept them from seeing. */
function redactByRules(text: string): ByRules {
  const view = viewText(text);
  const broken = findBroken(view.text);
  const found = findSecrets(view.text).filter((one) => !isHeading(view.text, one));
  const others = [...broken.found, ...findLogins(view.text)];
  const all = others.length === 0 ? found : [...found, ...others].sort((a, b) => a.start - b.start);
  return { clean: replaceFound(text, view, all), view, open: broken.open };
}

/** `User  Password  Privilege`: what stands behind the name is a name, too. */
const isHeading = (text: string, range: Range): boolean =>
  HEADING.test(text.slice(range.start, Math.min(range.end, range.start + HEADING_LIMIT))) &&
  isHeader(lineAt(text, range));
const HEADING = /^[A-Z][A-Za-z/-]*$/;
const HEADING_LIMIT = 40;

/** The line around a finding, as far as a header may be long: a text has thousands of findings in one line. */
function lineAt(text: string, { start, end }: Range): string {
  const before = text.slice(Math.max(0, start - MAX_HEADER), start);
  const after = text.slice(end, end + MAX_HEADER);
  const next = after.indexOf('\n');
  return (
    before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + (next < 0 ? after : after.slice(0, next))
  );
}

function replaceFound(text: string, view: TextView, found: readonly Finding[]): string {
  if (found.length === 0) return text;
  const parts: string[] = [];
  let kept = 0;
  for (const { start, end, rule } of found) {
    const until = rule === null ? kept : sourceEnd(text, view, { start, end });
    if (rule === null || until <= kept) continue;
    // What was found before may reach further in the source than in the view.
    parts.push(text.slice(kept, Math.max(kept, view.toSource(start))), marker(rule));
    kept = until;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

/** Where a finding ends in the source. The view shows `\\n` as a line end, yet between quotes it belongs to the value. */
function sourceEnd(source: string, view: TextView, { start, end }: Range): number {
  const plainEnd = view.toSourceEnd(end);
  const quote = view.toSource(start) - 1;
  if (view.text[end] !== '\n' || source[plainEnd] !== '\\' || !isQuote(source[quote])) return plainEnd;
  const whole = readQuoted(source, quote);
  const isClosed = whole.end < source.length && source[whole.end] !== '\n' && source[whole.end] !== '\r';
  return isClosed ? Math.max(plainEnd, whole.end) : plainEnd;
}
