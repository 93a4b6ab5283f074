import { runListCodec } from '@/lib/runs/run-filter-codec';
import type { View } from './schema';

/** Views that everybody has, before their own. Runs in which only some devices failed count as failed. */
export const BUILT_IN_VIEWS: readonly View[] = [
  { name: 'All', query: '' },
  { name: 'Failed', query: runListCodec.format({ status: ['partial', 'failed'] }) },
  { name: 'Running', query: runListCodec.format({ status: ['running'] }) },
];
