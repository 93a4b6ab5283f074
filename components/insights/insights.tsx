'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Split } from 'lucide-react';
import type { ReactNode } from 'react';
import { ChoiceMenu } from '@/components/ui/choice-menu';
import { useUrlState } from '@/components/ui/use-url-state';
import { UrlProblems } from '@/components/ui/url-problems';
import { insightsCodec, PAGE_SPLITS, type PageSplit } from '@/lib/analysis/insights/insights-codec';
import { insightErrorsOptions, insightRunsOptions } from '@/lib/analysis/insights/query-options';
import { Answer } from './answer';
import { ErrorCharts, RunCharts } from './charts';

const SPLITS = ['none', ...PAGE_SPLITS] as const;
const SPLIT_LABELS = {
  none: 'Not split',
  level: 'By level',
  component: 'By component',
  job: 'By job',
  gateway: 'By Gateway',
} as const satisfies Record<PageSplit | 'none', string>;

/** Charts of rates over time. `filters` are the job list's, in the address like everything that is chosen here. */
export function Insights({ filters }: { filters: ReactNode }) {
  const { value: state, problems, setValue } = useUrlState(insightsCodec);
  const errors = useQuery({ ...insightErrorsOptions(state), placeholderData: keepPreviousData });
  const runs = useQuery({ ...insightRunsOptions(state), placeholderData: keepPreviousData });
  return (
    <>
      <div className="sticky top-(--top-bar-height) z-20 flex h-12 items-center gap-3 border-b border-line bg-canvas px-4">
        <h1 className="text-base font-semibold">Insights</h1>
        <div className="ml-auto">
          <ChoiceMenu
            label="Charts"
            icon={<Split aria-hidden className="size-4 text-muted" />}
            value={state.by ?? 'none'}
            values={SPLITS}
            labels={SPLIT_LABELS}
            onChange={(by) => setValue({ ...state, by: by === 'none' ? undefined : by })}
          />
        </div>
      </div>
      <div className="flex flex-col gap-2 border-b border-line px-4 py-2">
        {filters}
        <UrlProblems problems={problems} />
      </div>
      <div className="grid min-w-0 gap-4 p-4 xl:grid-cols-2">
        <Answer name="errors" query={errors}>
          {(answer) => <ErrorCharts answer={answer} state={state} />}
        </Answer>
        <Answer name="runs" query={runs}>
          {(answer) => <RunCharts answer={answer} state={state} />}
        </Answer>
      </div>
    </>
  );
}
