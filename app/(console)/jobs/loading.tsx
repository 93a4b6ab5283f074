import { JobListSkeleton } from '@/components/job-list/job-list-skeleton';

export default function JobsLoading() {
  return <JobListSkeleton />;
}
