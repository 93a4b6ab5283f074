import { defineRoute } from '@/lib/edges/define-route';
import { findNewestLinesQuery } from '@/lib/reading/explore/schema';
import { findNewestLines } from '@/lib/reading/explore/server/find-newest-lines';

export const GET = defineRoute({ query: findNewestLinesQuery }, ({ viewer, query }) => findNewestLines(viewer, query));
