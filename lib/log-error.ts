import 'server-only';
import { redactText } from '@/lib/redaction/redact-text';

/** One line on stderr; redacted, since errors of drivers can quote values. */
export function logErrorLine(source: string, text: string): void {
  console.error(redactText(`[${source}] ${text.replaceAll(/\s+/g, ' ')}`));
}

/** An error that is the server's fault, with its causes. */
export function logError(error: Error, requestId: string): void {
  const parts: string[] = [];
  for (let cause: unknown = error; cause instanceof Error && parts.length < 4; cause = cause.cause) {
    parts.push(`${cause.name}: ${cause.message.slice(0, 500)}`);
  }
  logErrorLine('error', `request ${requestId} ${parts.join(' <- ')}`);
}
