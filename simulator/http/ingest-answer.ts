import type { IngestAnswer, Rejection } from '../wire';
import { GatewayError } from './gateway-error';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isRejection(value: unknown): value is Rejection {
  return isObject(value) && typeof value.index === 'number' && typeof value.code === 'string';
}

/** Checked, because the ledger must not count lines as acknowledged on the word of some proxy's page. */
export function parseIngestAnswer(body: string): IngestAnswer {
  const answer = parseJson(body);
  if (!isObject(answer) || !Array.isArray(answer.rejected) || !answer.rejected.every(isRejection)) throw unreadable();
  const { accepted, duplicate, rejected } = answer;
  if (typeof accepted !== 'number' || typeof duplicate !== 'number') throw unreadable();
  return { accepted, duplicate, rejected };
}

const unreadable = (cause?: unknown): GatewayError =>
  new GatewayError('the answer to POST /api/v1/logs is not what the API promises', { isFatal: true, cause });

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw unreadable(error);
  }
}
