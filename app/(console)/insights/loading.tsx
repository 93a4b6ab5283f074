import { InsightsSkeleton } from '@/components/insights/insights-skeleton';

export default function InsightsLoading() {
  return <InsightsSkeleton />;
}
