import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAtDoor } from '@/lib/edges/answer-at-door';
import { answerAppend } from '@/lib/intake/ingest/server/door/answer-append';

type Door = (message: IncomingMessage, response: ServerResponse) => Promise<void> | null;
/** Set by the server's start script, which is outside of Next's bundles. */
const holder = globalThis as { netravenOpenDoor?: (door: Door) => void };

const DIRECT_ROUTES = new Map([['POST /api/v1/logs', answerAppend]]);

/**
 * Registers the decision that scripts/start/serve.mjs makes about each request before Next sees it; in `next dev`,
 * which has its own server, proxy.ts makes the same decision.
 */
export function registerDoor(): void {
  holder.netravenOpenDoor?.((message, response) => answerAtDoor(message, response, DIRECT_ROUTES));
}
