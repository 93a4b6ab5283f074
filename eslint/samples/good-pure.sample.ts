// As lib/runs/sample.ts: none
import { AppError } from '@/lib/errors';
import type { Level } from '@/lib/store/chunks/level';

export function parseSample(text: string): Level {
  if (text === 'INFO') return text;
  throw new AppError('invalid_request', 'The level is not known.');
}
