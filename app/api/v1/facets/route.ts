import { defineRoute } from '@/lib/edges/define-route';
import { facetsQuery } from '@/lib/reading/explore/schema';
import { countFacets } from '@/lib/reading/explore/server/count-facets';

export const GET = defineRoute({ query: facetsQuery }, ({ viewer, query }) => countFacets(viewer, query));
