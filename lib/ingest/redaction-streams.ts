import { mayHoldSecret } from '@/lib/redaction/find-secrets';
import { openRedactionStream, type RedactionStream } from '@/lib/redaction/redaction-stream';

/** Sources (run, component and device) whose multi-line secret is open at once; the oldest is dropped first. */
const MAX_OPEN_STREAMS = 10_000;

export type LineSource = { runKey: string; component: string; device: string };

export type RedactionStreams = {
  /** Redacts one message in the light of the earlier ones of the same source. */
  redactMessage(source: LineSource, message: string): string;
};

/** A private key that a sender writes line by line is recognised across lines and batches. */
export function openRedactionStreams(): RedactionStreams {
  const open = new Map<string, RedactionStream>();
  return {
    redactMessage({ runKey, component, device }, message) {
      // Nearly every line: nothing is open anywhere and it opens nothing, so its source need not be told from others.
      if (open.size === 0 && !mayHoldSecret(message)) return message;
      const source = `${runKey}\n${component}\n${device}`;
      const stream = open.get(source) ?? openRedactionStream();
      const clean = stream.redactMessage(message);
      if (!stream.isOpen()) open.delete(source);
      else if (!open.has(source)) remember(open, source, stream);
      return clean;
    },
  };
}

function remember(open: Map<string, RedactionStream>, source: string, stream: RedactionStream): void {
  const oldest = open.size >= MAX_OPEN_STREAMS ? open.keys().next() : undefined;
  if (oldest?.value !== undefined) open.delete(oldest.value);
  open.set(source, stream);
}
