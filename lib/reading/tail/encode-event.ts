import { stringifyExact } from '@/lib/json/exact-json';

/** One server-sent event (html.spec.whatwg.org, section Server-sent events). `data` becomes one line of JSON, so it cannot break the frame. */
export function encodeEvent(event: { name: string; id?: number; data: unknown }): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `event: ${event.name}\n${id}data: ${stringifyExact(event.data)}\n\n`;
}

/** Ignored by readers; keeps proxies from closing a silent connection. */
export const encodeComment = (text: string): string => `: ${text}\n\n`;
