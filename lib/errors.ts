/** Every way a request can fail: one table of status and title for all errors. */
export const ERRORS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unreadable_body: { status: 400, title: 'The body cannot be read' },
  line_count_mismatch: { status: 400, title: 'The body does not hold the declared number of lines' },
  unauthenticated: { status: 401, title: 'Sign in or send a valid token' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  no_good_run: { status: 404, title: 'There is no earlier good run to compare with' },
  method_not_allowed: { status: 405, title: 'This address does not take the method' },
  conflict: { status: 409, title: 'In conflict with what is stored' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_encoding: { status: 415, title: 'The Content-Encoding is not supported' },
  unsupported_media_type: { status: 415, title: 'The media type or charset is not supported' },
  key_reused: { status: 422, title: 'The Idempotency-Key was used for another body' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  disk_full: { status: 503, title: 'The disk of the database is full' },
  unavailable: { status: 503, title: 'The database cannot be reached' },
  search_timeout: { status: 503, title: 'The search took too long' },
  shutting_down: { status: 503, title: 'The server is shutting down' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;
export type FieldError = { field: string; detail: string };

/** An error whose code and detail may be shown to the caller; `cause` never is. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;
  /** Seconds until it is worth trying again, for the `Retry-After` header. */
  readonly retryAfterSeconds: number | undefined;
  /** Methods that the address takes, for the `Allow` header of a 405. */
  readonly allow: readonly string[] | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { errors?: FieldError[]; retryAfterSeconds?: number; allow?: readonly string[]; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.allow = options.allow;
  }
}
