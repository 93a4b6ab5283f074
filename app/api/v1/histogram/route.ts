import { defineRoute } from '@/lib/http/define-route';
import { histogramQuery } from '@/lib/search/schema';
import { countHistogram } from '@/lib/search/server/count-histogram';

export const GET = defineRoute({ query: histogramQuery }, ({ viewer, query }) => countHistogram(viewer, query));
