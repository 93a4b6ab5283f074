'use client';

import { useMemo } from 'react';
import { useNow } from '@/components/ui/use-now';
import { buildErrorChart, buildFailedDeviceChart, buildFailedRunChart } from '@/lib/analysis/insights/build-charts';
import { errorSplitOf, runSplitOf, type InsightsState, type PageSplit } from '@/lib/analysis/insights/insights-codec';
import type { InsightErrors, InsightRuns } from '@/lib/analysis/insights/schema';
import { MINUTE_MS } from '@/lib/format/time-units';
import { ChartCard } from './chart-card';

const ERROR_WORDS = { unit: 'errors per 1,000 lines', per: 'per 1,000 lines', whole: 'lines' };
const RUN_WORDS = { unit: 'failed of 100 runs', per: 'of 100 runs', whole: 'runs with an outcome' };
const DEVICE_WORDS = { unit: 'failed of 100 devices', per: 'of 100 devices', whole: 'devices with a result' };

type Split = PageSplit | undefined;
/** The splits that the page's can be of this answer. */
const asPageSplit = (split: string | undefined, { by }: InsightsState): Split => (split === by ? by : undefined);

/** The server's clock while nothing is drawn yet. */
const useChartTime = (to: string): number => useNow(MINUTE_MS) ?? Date.parse(to);

export function ErrorCharts({ answer, state }: { answer: InsightErrors; state: InsightsState }) {
  const nowMs = useChartTime(answer.to);
  const by = asPageSplit(errorSplitOf(state), state);
  const chart = useMemo(() => buildErrorChart(answer, by, nowMs), [answer, by, nowMs]);
  const notes = [
    ...(by === state.by
      ? []
      : ['Not split: lines of components are known by job and type only, leave out other filters.']),
    ...(answer.countedBy === 'runStart' ? ['Lines count at the start of their run.'] : []),
  ];
  return (
    <div className="flex min-w-0 flex-col xl:col-span-2">
      <ChartCard
        title="Errors per 1,000 lines"
        words={ERROR_WORDS}
        chart={chart}
        state={state}
        note={notes.join(' ')}
      />
    </div>
  );
}

export function RunCharts({ answer, state }: { answer: InsightRuns; state: InsightsState }) {
  const nowMs = useChartTime(answer.to);
  const by = asPageSplit(runSplitOf(state), state);
  const runs = useMemo(() => buildFailedRunChart(answer, by, nowMs), [answer, by, nowMs]);
  const devices = useMemo(() => buildFailedDeviceChart(answer, by, nowMs), [answer, by, nowMs]);
  const note = by === state.by ? undefined : `Not split: a run has no ${state.by ?? ''}.`;
  const shared = { state, note };
  return (
    <>
      <ChartCard title="Failed runs per 100" words={RUN_WORDS} chart={runs} {...shared} />
      <ChartCard title="Failed devices per 100" words={DEVICE_WORDS} chart={devices} {...shared} />
    </>
  );
}
