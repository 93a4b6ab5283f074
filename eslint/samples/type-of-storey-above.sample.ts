// As lib/redaction/sample.ts: netraven/storeys
import type { Viewer } from '@/lib/auth/viewer';

export const isPerson = (viewer: Viewer): boolean => viewer.kind === 'person';
