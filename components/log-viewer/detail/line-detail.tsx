'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount } from '@/lib/format/number';
import { buildHighlighter } from '@/lib/reading/lines/highlight';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { lineOptions } from '@/lib/reading/lines/query-options';
import { DetailActions } from './detail-actions';
import { DetailFields } from './detail-fields';
import { FoldedLines } from './folded-lines';
import { DetailMessage } from './detail-message';

type LineDetailProps = {
  runId: string;
  seq: number;
  view: LineView;
  setView: (view: LineView) => void;
  onClose: () => void;
};

/** Everything about one line. It is no dialog: the log beside it stays usable, and its keys go on working. */
export function LineDetail({ runId, seq, view, setView, onClose }: LineDetailProps) {
  const { data: line, error, isPending } = useQuery({ ...lineOptions(runId, seq), placeholderData: keepPreviousData });
  return (
    <section
      aria-label={`Line ${formatCount(seq)}`}
      className="flex flex-col border-line bg-surface max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:max-h-[55dvh] max-md:border-t md:w-96 md:shrink-0 md:border-l"
    >
      <header className="flex h-8 shrink-0 items-center gap-2 border-b border-line pr-1 pl-3">
        <h2 className="grow font-mono text-sm font-semibold">Line {formatCount(seq)}</h2>
        {line && (
          <ToneBadge tone={LEVEL_LOOK[line.level].tone} letter={LEVEL_LOOK[line.level].letter}>
            {line.level}
          </ToneBadge>
        )}
        <IconButton size="sm" label="Close the line" icon={<X aria-hidden className="size-4" />} onClick={onClose} />
      </header>
      <div className="min-h-0 grow overflow-y-auto p-3">
        {isPending && <Skeleton className="h-24" />}
        {error && <EmptyState title="The line could not be read">{error.message}</EmptyState>}
        {line === null && <EmptyState title={`This run has no line ${formatCount(seq)}`} />}
        {line && (
          <div className="flex flex-col gap-3">
            <DetailActions line={line} view={view} setView={setView} />
            {view.fold && <FoldedLines runId={runId} seq={seq} view={view} setView={setView} />}
            <DetailMessage line={line} highlighter={buildHighlighter(view.q, view.case === '1')} />
            <DetailFields line={line} highlighter={buildHighlighter(view.q, view.case === '1')} />
          </div>
        )}
      </div>
    </section>
  );
}
