// As lib/store/chunks/sample.ts: netraven/storeys
import { isOpen } from '@/lib/runs/status';

export const isRunning = isOpen('running');
