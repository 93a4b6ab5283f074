import type { ReactNode } from 'react';
import type { CourseLine, Divergence } from '@/lib/analysis/compare/schema';
import { nameInText } from '@/lib/format/invisible';
import { LevelBadge } from './level-badge';
import { LineLink } from './line-link';
import { MessageText } from './message-text';

type DivergenceLinesProps = { divergence: Divergence; nowId: string; beforeId: string };

/** The last common lines, then the lines with which each run went on. */
export function DivergenceLines({ divergence, nowId, beforeId }: DivergenceLinesProps) {
  const { device, common, nowLine, beforeLine, problem } = divergence;
  const nowLink = (line: CourseLine) => <LineLink runId={nowId} seq={line.seq} device={device} of="this run" />;
  const beforeLink = (seq: number) => <LineLink runId={beforeId} seq={seq} device={device} of="the other run" />;
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <table
        className="w-full text-xs"
        aria-label={`Lines around the divergence of ${nameInText(device) || 'the run'}`}
      >
        <thead>
          <tr className="border-b border-line bg-panel text-left text-muted">
            <th scope="col" className="px-2 py-1 font-medium">
              Course
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium">
              Before
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium">
              Now
            </th>
            <th scope="col" className="w-full px-2 py-1 font-medium">
              Message
            </th>
          </tr>
        </thead>
        <tbody>
          {common.map(({ now, beforeSeq }) => (
            <Row key={now.seq} kind="= both" line={now} before={beforeLink(beforeSeq)} now={nowLink(now)} isFaint />
          ))}
          {beforeLine ? (
            <Row kind="− before" line={beforeLine} before={beforeLink(beforeLine.seq)} />
          ) : (
            <Silence kind="− before" text="the other run ended here" />
          )}
          {nowLine ? (
            <Row kind="+ now" line={nowLine} now={nowLink(nowLine)} className="bg-status-warn-ground" />
          ) : (
            <Silence kind="+ now" text="nothing more: this run stops here" />
          )}
          {problem && problem.seq !== nowLine?.seq && (
            <Row kind="! then" line={problem} now={nowLink(problem)} className="bg-status-bad-ground" />
          )}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  kind: string;
  line: CourseLine;
  before?: ReactNode;
  now?: ReactNode;
  isFaint?: boolean;
  className?: string;
};

function Row({ kind, line, before, now, isFaint = false, className }: RowProps) {
  return (
    <tr className={className}>
      <th scope="row" className="px-2 py-0.5 text-left font-mono font-normal whitespace-nowrap text-muted">
        {kind}
      </th>
      <td className="px-2 py-0.5 text-right">{before}</td>
      <td className="px-2 py-0.5 text-right">{now}</td>
      <td className="px-2 py-0.5">
        <span className="flex min-w-36 items-baseline gap-1.5">
          <LevelBadge level={line.level} />
          <MessageText text={line.message} className={isFaint ? 'font-mono text-muted' : 'font-mono'} />
        </span>
      </td>
    </tr>
  );
}

function Silence({ kind, text }: { kind: string; text: string }) {
  return (
    <tr>
      <th scope="row" className="px-2 py-0.5 text-left font-mono font-normal whitespace-nowrap text-muted">
        {kind}
      </th>
      <td />
      <td />
      <td className="px-2 py-0.5 text-muted italic">{text}</td>
    </tr>
  );
}
