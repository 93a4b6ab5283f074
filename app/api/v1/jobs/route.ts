import { findJobsQuery } from '@/lib/analysis/jobs/schema';
import { findJobSummaries } from '@/lib/analysis/jobs/server/find-job-summaries';
import { defineRoute } from '@/lib/edges/define-route';

export const GET = defineRoute({ query: findJobsQuery }, ({ viewer, query }) => findJobSummaries(viewer, query));
