import { openRedactionStream, type RedactionStream } from '@/lib/redaction/redaction-stream';

/** Sources (run, component and device) whose multi-line secret may go on in a later batch; the oldest is dropped first. */
const MAX_STREAMS = 10_000;

export type RedactionStreams = {
  /** Redacts one message in the light of the earlier ones of the same source. */
  redactMessage(source: string, message: string): string;
};

/** A private key that a sender writes line by line is recognised across lines and batches. */
export function openRedactionStreams(): RedactionStreams {
  const streams = new Map<string, RedactionStream>();
  return {
    redactMessage(source, message) {
      let stream = streams.get(source);
      if (!stream) {
        const oldest = streams.size >= MAX_STREAMS ? streams.keys().next() : undefined;
        if (oldest?.value !== undefined) streams.delete(oldest.value);
        streams.set(source, (stream = openRedactionStream()));
      }
      return stream.redactMessage(message);
    },
  };
}
