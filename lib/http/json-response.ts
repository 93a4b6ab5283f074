import 'server-only';
import { stringifyExact } from '@/lib/json/exact-json';
import { NO_STORE } from './problem-response';

/** `Response.json` of an answer that is never kept, whose numbers have the digits that were sent. */
export const jsonResponse = (value: unknown): Response =>
  new Response(stringifyExact(value), { headers: { ...NO_STORE, 'content-type': 'application/json' } });
