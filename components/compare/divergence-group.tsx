'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { NameText } from '@/components/ui/name-text';
import { ToneBadge } from '@/components/ui/tone-badge';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { Divergence, RunComparison } from '@/lib/analysis/compare/schema';
import { formatBeside, formatExact } from '@/lib/format/date-time';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { DivergenceLines } from './divergence-lines';
import { LevelBadge } from './level-badge';
import { LineLink } from './line-link';
import { MessageText } from './message-text';
import { ResultChange } from './result-change';

type DivergenceGroupProps = {
  /** The devices, earliest first; never empty. */
  members: readonly Divergence[];
  comparison: RunComparison;
  isFirst: boolean;
};

/** Devices named before a click shows the rest. */
const NAMED = 12;

/** The devices that went wrong in the same way, with the lines of the earliest one. */
export function DivergenceGroup({ members, comparison, isFirst }: DivergenceGroupProps) {
  const zone = useTimeZone();
  const earliest = members[0];
  if (!earliest) return null;
  const { device, problem, nowLine, phase, timeMs, detours } = earliest;
  const nowId = comparison.now.runId;
  const told = problem ?? nowLine;
  const toldMs = told?.timeMs ?? timeMs;
  const others = members.slice(1);
  return (
    <div className="flex flex-col gap-2 px-3 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        {isFirst && <ToneBadge tone="status-bad">earliest</ToneBadge>}
        <b>{device === '' ? 'The run itself' : formatQuantity(members.length, 'device')}</b>
        {told ? (
          <>
            <LevelBadge level={told.level} />
            <MessageText text={told.message} className="font-medium" />
            <span className="text-xs text-muted">
              line <LineLink runId={nowId} seq={told.seq} device={device} of="this run" />
            </span>
          </>
        ) : (
          <span className="font-medium">stopped where the other run went on</span>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
        {device !== '' && <NameText name={device} className="font-mono font-bold text-fg" />}
        <ResultChange before={earliest.before} now={earliest.now} />
        {phase !== '' && (
          <span>
            in <NameText name={phase} />
          </span>
        )}
        <time dateTime={new Date(toldMs).toISOString()} title={formatExact(toldMs, zone)} className="font-mono">
          {formatBeside(toldMs, Date.parse(comparison.now.startedAt), zone)}
        </time>
        {detours > 0 && <span>after {formatQuantity(detours, 'earlier difference')} that came right again</span>}
      </p>
      <DivergenceLines divergence={earliest} nowId={nowId} beforeId={comparison.before.runId} />
      {others.length > 0 && <LikewiseDevices others={others} nowId={nowId} />}
    </div>
  );
}

function LikewiseDevices({ others, nowId }: { others: readonly Divergence[]; nowId: string }) {
  const [isWhole, setWhole] = useState(false);
  const named = isWhole ? others : others.slice(0, NAMED);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
      <span className="text-muted">Likewise</span>
      {named.map((other) => (
        <span key={other.device}>
          <NameText name={other.device} className="font-mono" />{' '}
          <LineLink
            runId={nowId}
            seq={(other.problem ?? other.nowLine ?? other.common.at(-1)?.now)?.seq ?? 1}
            device={other.device}
            of="this run"
          />
        </span>
      ))}
      {others.length > NAMED && (
        <Button variant="ghost" size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `${formatCount(others.length - NAMED)} more`}
        </Button>
      )}
    </p>
  );
}
