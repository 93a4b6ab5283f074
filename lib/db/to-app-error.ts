import { AppError } from '@/lib/errors';

/** Codes of Prisma and PostgreSQL that mean "no database right now", not "a wrong statement". */
const UNAVAILABLE_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'P2037',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  '25006',
  '25P03',
  // Error kinds of Prisma's driver adapter for a raw statement on a broken connection.
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
]);
const UNAVAILABLE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|ECONNREFUSED|Can't reach database server/;

/** People or retention make space, which takes longer than a second. */
export const DISK_RETRY_SECONDS = 10;

/** Follows `cause` and Prisma's nested driver errors to the codes inside. */
function* errorCodes(error: unknown, depth = 0): Generator<string> {
  if (typeof error !== 'object' || error === null || depth > 4) return;
  for (const key of ['code', 'originalCode', 'kind'] as const) {
    if (key in error) yield String((error as Record<string, unknown>)[key]);
  }
  for (const key of ['cause', 'meta', 'driverAdapterError'] as const) {
    if (key in error) yield* errorCodes((error as Record<string, unknown>)[key], depth + 1);
  }
}

export const hasErrorCode = (error: unknown, code: string): boolean => [...errorCodes(error)].includes(code);

/** Translates whatever was thrown; unknown errors become `internal`, without detail. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const codes = [...errorCodes(error)];
  // 57014: a statement was cancelled by statement_timeout, which only searches run under.
  if (codes.includes('57014')) {
    return new AppError('search_timeout', 'Narrow the search by time, level, device or component.', { cause: error });
  }
  // 53100: PostgreSQL itself ran out of disk; for an outside server only it can tell.
  if (codes.includes('53100')) {
    return new AppError('disk_full', 'Nothing of this request was stored; reading goes on.', {
      retryAfterSeconds: DISK_RETRY_SECONDS,
      cause: error,
    });
  }
  const text = error instanceof Error ? error.message : '';
  if (codes.some((code) => UNAVAILABLE_CODES.has(code)) || UNAVAILABLE_TEXT.test(text)) {
    return new AppError('unavailable', 'Try again; with the same Idempotency-Key nothing is stored twice.', {
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  return new AppError('internal', 'The server logged the error under the request id.', { cause: error });
}
