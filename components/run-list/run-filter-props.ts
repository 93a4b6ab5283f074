import type { JobOption } from '@/lib/runs/job-facts';
import type { RunListState } from '@/lib/runs/run-filter-codec';

export type RunFiltersProps = {
  state: RunListState;
  jobs: readonly JobOption[];
  onSet: (state: RunListState) => void;
  /** A filter always starts at the newest page again. `replace` while typing. */
  onChange: (change: RunListState, history?: 'push' | 'replace') => void;
  /** False on another page, which has no facets beside it and always a range. */
  isOfList?: boolean;
};
