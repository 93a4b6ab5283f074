// As lib/runs/sample.ts: none
import { AppError } from '@/lib/errors';
import type { Level } from '@/lib/lines/level';

export function parseSample(text: string): Level {
  if (text === 'INFO') return text;
  throw new AppError('invalid_request', 'The level is not known.');
}
