import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAppend } from '@/lib/ingest/server/answer-append';

type DirectRoutes = Map<string, (message: IncomingMessage, response: ServerResponse) => Promise<void>>;
const holder = globalThis as { netravenDirectRoutes?: DirectRoutes };

/** What scripts/start/serve.mjs hands on without Next, by method and URL; `next dev` has its own server and does without. */
export function registerDirectRoutes(): void {
  holder.netravenDirectRoutes = new Map([['POST /api/v1/logs', answerAppend]]);
}
