// As lib/runs/server/sample.ts: import/no-restricted-paths
import 'server-only';
import { cn } from '@/components/ui/cn';

export const join = cn;
