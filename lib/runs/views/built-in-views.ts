import { runListCodec } from '@/lib/runs/run-filter-codec';
import type { View } from './schema';

/** Everybody has these, before their own. Runs of which only some devices failed count as failed. */
export const BUILT_IN_VIEWS: readonly View[] = [
  { name: 'All', query: '' },
  { name: 'Failed', query: runListCodec.format({ status: ['partial', 'failed'] }) },
  { name: 'Running', query: runListCodec.format({ status: ['running'] }) },
];
