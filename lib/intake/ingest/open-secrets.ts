import { z } from 'zod';
import { HOUR_MS } from '@/lib/format/time-units';
import { openSecret, type OpenSecret, type Relation } from '@/lib/redaction/grammar/open-secret';
import { redactLines } from '@/lib/redaction/redact-lines';
import { cutText, MAX_LINE_LENGTH } from './cut-line';
import type { LineDraft } from '@/lib/store/chunks/line-draft';

/** Unfinished secrets behind a run's last line, by sender (docs/decisions/0027-secrets-over-records.md). */
const openSecrets = z.array(
  z.object({ component: z.string(), device: z.string(), sinceMs: z.number(), secret: openSecret }),
);
export type OpenSecrets = z.infer<typeof openSecrets>;
type OpenOfSender = OpenSecrets[number];

/** Reads the run's row; empty where another version of the application wrote a form that this one does not know. */
export function readOpenSecrets(stored: unknown): OpenSecrets {
  return stored === null ? NOTHING : (openSecrets.safeParse(stored).data ?? NOTHING);
}
const NOTHING: OpenSecrets = [];

/** Devices of a run whose secrets are open at once; the oldest is dropped first. */
const MAX_OPEN = 300;
/** A cut-off sender continues within this time; later lines close its secret. */
const MAX_OPEN_MS = 12 * HOUR_MS;

export type ContinuedLines = { lines: LineDraft[]; open: OpenSecrets };

/**
 * Redacts a run's lines, in stored order, given the secrets that were open before them. It returns the same array when
 * nothing changes, which is nearly always.
 */
export function continueSecrets(lines: LineDraft[], before: OpenSecrets, nowMs: number): ContinuedLines {
  if (before.length === 0 && !lines.some(({ open }) => open.length > 0)) return { lines, open: before };
  let open = before.filter(({ sinceMs }) => nowMs - sinceMs < MAX_OPEN_MS);
  const read = lines.map((line) => {
    if (open.length === 0 && line.open.length === 0) return line;
    const { text, left } = readMessage(open, line);
    open = opened(left, line, nowMs);
    return text === line.message ? line : { ...line, message: text.length > MAX_LINE_LENGTH ? cutText(text) : text };
  });
  return { lines: read, open };
}

function readMessage(open: OpenSecrets, line: LineDraft): { text: string; left: OpenSecrets } {
  const entries = open.map(({ secret, ...from }, id) => ({ open: secret, relation: relationOf(from, line), id }));
  const concerned = entries.filter(({ relation, open: { kind } }) => relation !== 'foreign' || kind === 'key');
  if (concerned.length === 0) return { text: line.message, left: open };
  const read = redactLines(line.message, concerned);
  const next = new Map(read.open.map((entry) => [entry.id, entry.open]));
  const isConcerned = new Set(concerned.map(({ id }) => id));
  const left = open.flatMap((one, id) => {
    const secret = isConcerned.has(id) ? next.get(id) : one.secret;
    return secret === undefined ? [] : [{ ...one, secret }];
  });
  return { text: read.text, left };
}

/** A secret that the line itself opened replaces the sender's open one of the same kind. */
function opened(left: OpenSecrets, { open, component, device }: LineDraft, sinceMs: number): OpenSecrets {
  if (open.length === 0) return left;
  const isReplaced = ({ secret, ...from }: OpenOfSender) =>
    from.component === component && from.device === device && open.some(({ kind }) => kind === secret.kind);
  const added = open.map((secret: OpenSecret) => ({ component, device, sinceMs, secret }));
  return [...left.filter((one) => !isReplaced(one)), ...added].slice(-MAX_OPEN);
}

type Sender = { component: string; device: string };

/**
 * The same component and device are one sender. A kin is another component at the same device, one that names no device, or one that
 * names it by its address, which nobody here can tell from another device's.
 */
function relationOf(opener: Sender, line: Sender): Relation {
  const [a, b] = [shortName(opener.device), shortName(line.device)];
  if (a === b) return opener.component === line.component ? 'own' : 'kin';
  return a === '' || b === '' || isAddress(a) !== isAddress(b) ? 'kin' : 'foreign';
}

const isAddress = (name: string): boolean => /^[\d.]+$|:.*:/.test(name);

/** A host name in small letters, without user, domain and port, and without what follows it in brackets. */
function shortName(device: string): string {
  const name = device.replace(/^[^@]*@/, '').replace(/[\s(].*$/, '');
  const host = /:.*:/.test(name) ? name : name.replace(/:\d{1,5}$/, '');
  return isAddress(host) ? host : host.toLowerCase().replace(/\..*$/, '');
}
