import { Table, type TableColumn } from '@/components/ui/table';
import type { CourseLine, Divergence } from '@/lib/analysis/compare/schema';
import { nameInText } from '@/lib/format/invisible';
import { LevelBadge } from './level-badge';
import { LineLink } from './line-link';
import { MessageText } from './message-text';

type DivergenceLinesProps = { divergence: Divergence; nowId: string; beforeId: string };

/** A line of one or of both runs, or a sentence where a run has no more. */
type CourseRow = {
  kind: '= both' | '− before' | '+ now' | '! then';
  beforeSeq?: number;
  nowSeq?: number;
  className?: string;
} & ({ line: CourseLine } | { silence: string });

/** The last common lines, then the lines with which each run went on. */
export function DivergenceLines({ divergence, nowId, beforeId }: DivergenceLinesProps) {
  const { device } = divergence;
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <Table
        label={`Lines around the divergence of ${nameInText(device) || 'the run'}`}
        columns={courseColumns({ device, nowId, beforeId })}
        rows={courseRows(divergence)}
        keyOf={({ kind, nowSeq, beforeSeq }) => `${kind} ${nowSeq} ${beforeSeq}`}
        classes={{ headRow: 'bg-panel', row: ({ className }) => className }}
      />
    </div>
  );
}

function courseRows({ common, beforeLine, nowLine, problem }: Divergence): CourseRow[] {
  const rows: CourseRow[] = common.map(({ now, beforeSeq }) => ({
    ...{ kind: '= both', line: now, beforeSeq, nowSeq: now.seq },
  }));
  rows.push(
    beforeLine
      ? { kind: '− before', line: beforeLine, beforeSeq: beforeLine.seq }
      : { kind: '− before', silence: 'the other run ended here' },
    nowLine
      ? { kind: '+ now', line: nowLine, nowSeq: nowLine.seq, className: 'bg-status-warn-ground' }
      : { kind: '+ now', silence: 'nothing more: this run stops here' },
  );
  if (problem && problem.seq !== nowLine?.seq) {
    rows.push({ kind: '! then', line: problem, nowSeq: problem.seq, className: 'bg-status-bad-ground' });
  }
  return rows;
}

type CourseColumnsOptions = { device: string; nowId: string; beforeId: string };

const courseColumns = ({ device, nowId, beforeId }: CourseColumnsOptions): TableColumn<CourseRow>[] => [
  {
    label: 'Course',
    cellClass: 'py-0.5 font-mono whitespace-nowrap text-muted',
    isRowHeading: true,
    cell: ({ kind }) => kind,
  },
  {
    label: 'Before',
    className: 'text-right',
    cellClass: 'py-0.5',
    cell: ({ beforeSeq: seq }) =>
      seq !== undefined && <LineLink runId={beforeId} seq={seq} device={device} of="the other run" />,
  },
  {
    label: 'Now',
    className: 'text-right',
    cellClass: 'py-0.5',
    cell: ({ nowSeq: seq }) => seq !== undefined && <LineLink runId={nowId} seq={seq} device={device} of="this run" />,
  },
  { label: 'Message', headingClass: 'w-full', cellClass: 'py-0.5', cell: (row) => <CourseMessage row={row} /> },
];

function CourseMessage({ row }: { row: CourseRow }) {
  if ('silence' in row) return <span className="text-muted italic">{row.silence}</span>;
  const { message, level } = row.line;
  return (
    <span className="flex min-w-36 items-baseline gap-1.5">
      <LevelBadge level={level} />
      <MessageText text={message} className={row.kind === '= both' ? 'font-mono text-muted' : 'font-mono'} />
    </span>
  );
}
