// As lib/runs/sample.ts: import/no-restricted-paths
import { cn } from '@/components/ui/cn';

export const join = cn;
