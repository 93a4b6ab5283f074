import { defineRoute } from '@/lib/http/define-route';
import { facetsQuery } from '@/lib/search/schema';
import { countFacets } from '@/lib/search/server/count-facets';

export const GET = defineRoute({ query: facetsQuery }, ({ viewer, query }) => countFacets(viewer, query));
