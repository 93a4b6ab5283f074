import { Shape } from '@/components/ui/shape';
import type { RunDetail } from '@/lib/runs/schema';
import { describeCompleteness } from './completeness-text';

type CompletenessMarkProps = { run: RunDetail; onShowLine: (seq: number) => void };

export function CompletenessMark({ run, onShowLine }: CompletenessMarkProps) {
  const { text, note, isMissing, jumpSeq } = describeCompleteness(run);
  if (!isMissing) {
    return (
      <span className="text-xs text-muted">
        {text}
        <span className="max-sm:sr-only">{note}</span>
      </span>
    );
  }
  const warning = (
    <span className="inline-flex items-center gap-1 text-xs font-medium text-status-warn">
      <Shape name="alert" className="size-3.5" />
      {text}
    </span>
  );
  if (jumpSeq === null) return warning;
  return (
    <button type="button" title="Show where" onClick={() => onShowLine(jumpSeq)} className="underline max-sm:min-h-6">
      {warning}
    </button>
  );
}
