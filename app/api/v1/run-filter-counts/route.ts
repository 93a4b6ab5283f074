import { defineRoute } from '@/lib/edges/define-route';
import { runFilterSchema } from '@/lib/runs/schema';
import { countRunsWithout } from '@/lib/runs/server/count-runs-without';

export const GET = defineRoute({ query: runFilterSchema }, ({ viewer, query }) => countRunsWithout(viewer, query));
