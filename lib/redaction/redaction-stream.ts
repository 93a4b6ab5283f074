import { continuedValue, opensValue, type OpenValue } from './continuation';
import { mayHoldSecret } from './find-secrets';
import { classifyKeyLine, keyBegin, keyEnd } from './key-block';
import { marker } from './marker';
import { redactText } from './redact-text';
import { COMMUNITY_BLOCK } from './rules/fortinet';
import { viewText } from './text-view';

export type RedactionStream = {
  redactMessage(text: string): string;
  /** Whether the next message may be read differently from the first; a stream that is not need not be kept. */
  isOpen(): boolean;
};

/** A private key has fewer lines than this; then an END line that never came is waited for no longer. */
const MAX_KEY_LINES = 200;
/** Forty communities with their hosts. */
const MAX_BLOCK_LINES = 400;
/** Lines of others in between that do not end a key's body. */
const MAX_STRAY_LINES = 5;

type OpenKey = { kind: 'key'; lines: number; strays: number };
type OpenState = OpenKey | { kind: 'value'; open: OpenValue } | { kind: 'communities'; lines: number };
type State = OpenState | null;

/**
 * Redacts the consecutive messages of one source (a device of a run, or a run). Remembers whether a private key or
 * a block of communities is open or a keyword still waits for its value, nothing of the text itself, so that thousands of streams may be kept.
 */
export function openRedactionStream(): RedactionStream {
  let state: State = null;
  return {
    redactMessage(text) {
      if (state === null && !mayHoldSecret(text)) return text;
      const clean = state === null ? redactText(text) : redactWithin(state, text);
      state = stateAfter(state, text);
      return clean;
    },
    isOpen: () => state !== null,
  };
}

function redactWithin(state: OpenState, text: string): string {
  if (state.kind === 'key') return redactKeyLines(state, text);
  if (state.kind === 'communities') return redactText(`${COMMUNITY_BLOCK}\n${text}`).slice(COMMUNITY_BLOCK.length + 1);
  const view = viewText(text);
  const range = continuedValue(view.text, 0, state.open);
  if (range === null) return redactText(text);
  const start = view.toSource(range.start);
  const end = view.toSource(range.end - 1) + 1;
  return text.startsWith('[REDACTED:', start)
    ? redactText(text)
    : redactText(text.slice(0, start) + marker(state.open.rule) + text.slice(end));
}

/** Takes the body out of the lines up to the key's end; what follows is ordinary text again. */
function redactKeyLines(state: OpenKey, text: string): string {
  const end = keyEnd('').exec(text)?.index ?? text.length;
  const body = text.slice(0, end).split('\n');
  const clean = body.map((line) => redactKeyLine(state, line));
  return redactText(clean.join('\n') + text.slice(end));
}

function redactKeyLine(state: OpenKey, line: string): string {
  const view = viewText(line);
  const part = classifyKeyLine(view.text, state.strays > 0);
  if (part.kind !== 'body') return line;
  return line.slice(0, view.toSource(part.start)) + marker('private-key') + line.slice(view.toSource(part.end - 1) + 1);
}

function stateAfter(state: State, text: string): State {
  const shown = viewText(text).text;
  const begins = [...shown.matchAll(keyBegin('g'))].at(-1)?.index ?? -1;
  const ends = [...shown.matchAll(keyEnd('g'))].at(-1)?.index ?? -1;
  if (begins > ends) return { kind: 'key', lines: 0, strays: 0 };
  if (state?.kind === 'key' && ends < 0) return keyAfter(state, shown);
  if (isInCommunities(state, shown)) return communitiesAfter(state, shown);
  const open = opensValue(shown.slice(shown.trimEnd().lastIndexOf('\n') + 1).trimEnd());
  return open === null ? null : { kind: 'value', open };
}

function keyAfter(state: OpenKey, text: string): State {
  const lines = text.split('\n');
  const isOther = lines.some((line) => classifyKeyLine(line, state.strays > 0).kind === 'other');
  const strays = isOther ? state.strays + 1 : 0;
  const count = state.lines + lines.length;
  return strays > MAX_STRAY_LINES || count >= MAX_KEY_LINES ? null : { kind: 'key', lines: count, strays };
}

const isInCommunities = (state: State, text: string): boolean =>
  (state?.kind === 'communities' || text.includes(COMMUNITY_BLOCK)) && !/^end\b/m.test(text);

function communitiesAfter(state: State, text: string): State {
  const lines = (state?.kind === 'communities' ? state.lines : 0) + text.split('\n').length;
  return lines >= MAX_BLOCK_LINES ? null : { kind: 'communities', lines };
}
