/** The server's final no, or silence after every retry. */
export class GatewayError extends Error {
  /** True when no other request can fare better: wrong credential, or nobody there. */
  readonly isFatal: boolean;

  constructor(message: string, options: { isFatal: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.isFatal = options.isFatal;
  }
}
