// As bench/sample.ts: import/no-restricted-paths
import { Ledger } from '@/faults/ledger';

export const ledger = new Ledger();
