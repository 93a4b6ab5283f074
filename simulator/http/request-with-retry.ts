import { backOffMs } from './back-off';
import { GatewayError } from './gateway-error';

export type Answer = { status: number; retryAfter: string | null; text: string };

export type RetryPolicy = {
  /** Tries in all, the first one included. */
  maxTries: number;
  wait(ms: number): Promise<void>;
  onRetry(reason: string): void;
};

type Attempt = Answer | { noAnswer: string; cause: unknown };

/**
 * Sends the same request until it gets a final answer. Silence counts as "try again" although the server may have
 * stored the request: only an idempotent request, or one with an Idempotency-Key, may come through here.
 */
export async function requestWithRetry(send: () => Promise<Answer>, policy: RetryPolicy): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const attempt = await tryOnce(send);
    if ('status' in attempt && !isRetryable(attempt.status)) return attempt;
    const reason = 'status' in attempt ? `answer ${attempt.status}` : attempt.noAnswer;
    if (tries >= policy.maxTries) {
      const cause = 'cause' in attempt ? attempt.cause : undefined;
      const hint = 'status' in attempt ? '' : ' (is the server running, and is --url right?)';
      throw new GatewayError(`gave up after ${tries} tries: ${reason}${hint}`, { isFatal: hint !== '', cause });
    }
    policy.onRetry(reason);
    await policy.wait(backOffMs(tries, 'status' in attempt ? attempt.retryAfter : null, Date.now()));
  }
}

const isRetryable = (status: number): boolean => status === 429 || status >= 500;

async function tryOnce(send: () => Promise<Answer>): Promise<Attempt> {
  try {
    return await send();
  } catch (error) {
    return { noAnswer: describe(error), cause: error };
  }
}

/** `fetch failed` alone helps nobody: Node keeps the reason in the cause, for a refused connection as a code only. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}
