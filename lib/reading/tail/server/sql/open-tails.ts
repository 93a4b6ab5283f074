import 'server-only';
import { processState } from '@/lib/process-state';

const tails = processState('tails', () => new Set<AbortController>());

/** Registers an open stream, which `closeTails` or its own client ends. */
export function registerTail(clientSignal: AbortSignal): AbortController {
  const controller = new AbortController();
  tails().add(controller);
  controller.signal.addEventListener('abort', () => tails().delete(controller), { once: true });
  clientSignal.addEventListener('abort', () => controller.abort(), { once: true });
  if (clientSignal.aborted) controller.abort();
  return controller;
}

/** Next waits for open connections on shutdown; an open stream would hold it for ever. */
export function closeTails(): void {
  for (const tail of [...tails()]) tail.abort();
}
