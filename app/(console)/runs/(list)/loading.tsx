import { RunListSkeleton } from '@/components/run-list/run-list-skeleton';

export default function RunsLoading() {
  return <RunListSkeleton />;
}
