import { defineRoute } from '@/lib/http/define-route';
import { findNewestLinesQuery } from '@/lib/search/schema';
import { findNewestLines } from '@/lib/search/server/find-newest-lines';

export const GET = defineRoute({ query: findNewestLinesQuery }, ({ viewer, query }) => findNewestLines(viewer, query));
