'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatExact } from '@/lib/format/date-time';
import { formatCount } from '@/lib/format/number';
import { selectionOf, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { foldOptions, linesFromOptions, lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import type { Line } from '@/lib/store/chunks/line';
import { LineMessage } from '../message/line-message';

/** How many lines of a fold are listed; a click shows the others in the log. */
const MAX_LISTED = 200;
const MESSAGE_CHARACTERS = 300;

type FoldedLinesProps = { runId: string; seq: number; view: LineView; setView: (view: LineView) => void };

/** The lines that a folded row stands for. */
export function FoldedLines({ runId, seq, view, setView }: FoldedLinesProps) {
  const source = { runId, filter: selectionOf(view) };
  const { data: snapshot } = useQuery(lineSnapshotOptions(source));
  const upTo = snapshot?.lastSeq;
  const { data: first } = useQuery({
    ...foldOptions({ ...source, upTo }, seq),
    enabled: upTo !== undefined && seq <= upTo,
  });
  const { count = 1, lastSeq = 0 } = first?.repeats ?? {};
  const isFold = count > 1 && seq <= lastSeq;
  const { data: lines = [], error } = useQuery({
    ...linesFromOptions(source, { from: first?.seq ?? 1, limit: Math.min(count, MAX_LISTED) }),
    enabled: isFold,
  });
  if (!first || !isFold) return null;
  return (
    <section aria-label="Folded lines" className="rounded-md border border-line">
      <header className="flex items-center gap-2 border-b border-line px-2 py-1 text-xs">
        <h3 className="grow font-semibold">
          ×{formatCount(count)}: {formatCount(first.seq)} to {formatCount(lastSeq)}
        </h3>
        <Button size="sm" onClick={() => setView({ ...view, fold: undefined })}>
          Unfold all
        </Button>
      </header>
      {error && <p className="p-2 text-xs text-danger">The lines could not be read: {error.message}</p>}
      <ol className="max-h-60 overflow-y-auto py-1">
        {lines.map((line) => (
          <li key={line.seq}>
            <FoldedLine line={line} isOpen={line.seq === seq} onOpen={() => setView({ ...view, line: line.seq })} />
          </li>
        ))}
      </ol>
      {count > MAX_LISTED && (
        <p className="border-t border-line px-2 py-1 text-xs text-muted">
          The first {formatCount(MAX_LISTED)} of {formatCount(count)}; unfold all to read the others.
        </p>
      )}
    </section>
  );
}

type FoldedLineProps = { line: Line; isOpen: boolean; onOpen: () => void };

function FoldedLine({ line, isOpen, onOpen }: FoldedLineProps) {
  const zone = useTimeZone();
  return (
    <button
      type="button"
      aria-current={isOpen}
      title={formatExact(Date.parse(line.time), zone)}
      onClick={onOpen}
      className="flex w-full gap-2 px-2 py-0.5 text-left font-mono text-xs hover:bg-hover aria-current:bg-selected"
    >
      <span className="shrink-0 text-faint">{formatCount(line.seq)}</span>
      <span className="truncate">
        <LineMessage message={line.message} highlighter={null} maxCharacters={MESSAGE_CHARACTERS} />
      </span>
    </button>
  );
}
