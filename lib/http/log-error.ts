import 'server-only';
import { redactText } from '@/lib/redaction/redact-text';

/** One line on stderr for an error the server is to blame for; redacted, since driver errors can quote values. */
export function logError(error: Error, requestId: string): void {
  const parts: string[] = [];
  for (let cause: unknown = error; cause instanceof Error && parts.length < 4; cause = cause.cause) {
    parts.push(`${cause.name}: ${cause.message.replaceAll(/\s+/g, ' ').slice(0, 500)}`);
  }
  console.error(redactText(`[error] request ${requestId} ${parts.join(' <- ')}`));
}
