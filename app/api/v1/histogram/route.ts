import { defineRoute } from '@/lib/edges/define-route';
import { histogramQuery } from '@/lib/reading/explore/schema';
import { countHistogram } from '@/lib/reading/explore/server/count-histogram';

export const GET = defineRoute({ query: histogramQuery }, ({ viewer, query }) => countHistogram(viewer, query));
