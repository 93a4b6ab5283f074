import type { IngestAnswer } from './schema';

/**
 * Senders judge by the status alone: 422 when something was sent and nothing of it is stored, now or earlier. A batch
 * that is sent again under its key gets the status of its first time.
 */
export const answerStatus = ({ accepted, duplicate, rejected }: IngestAnswer): 200 | 422 =>
  accepted + duplicate === 0 && rejected.length > 0 ? 422 : 200;
