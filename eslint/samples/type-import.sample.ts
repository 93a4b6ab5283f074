// As lib/runs/sample.ts: @typescript-eslint/consistent-type-imports
import { Level } from '@/lib/lines/level';

export const level: Level = 'INFO';
