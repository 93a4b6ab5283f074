import { defineRoute } from '@/lib/edges/define-route';
import { runFilterSchema } from '@/lib/runs/schema';
import { countRunFacets } from '@/lib/runs/server/count-run-facets';

export const GET = defineRoute({ query: runFilterSchema }, ({ viewer, query }) => countRunFacets(viewer, query));
