'use client';

import { Rows3 } from 'lucide-react';
import { ChoiceMenu } from '@/components/ui/choice-menu';
import { useShortcut } from '@/components/ui/use-shortcut';
import { filterOf, hasLineFilter, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { changeForm, formOf, isErrorsOnly, LINE_FORMS, type LineForm } from '@/lib/reading/lines/line-form';
import { MAX_AROUND } from '@/lib/reading/lines/schema';

type LineFormMenuProps = { view: LineView; onChange: (change: Partial<LineView>) => void };

/** All lines, those that match with their neighbours, repeats folded, or what they say. */
export function LineFormMenu({ view, onChange }: LineFormMenuProps) {
  const form = formOf(view);
  const choose = (chosen: LineForm) => onChange(changeForm(view, chosen));
  useShortcut('around', () => choose(form === 'around' ? 'all' : 'around'));
  useShortcut('fold', () => choose(form === 'fold' ? 'all' : 'fold'));
  useShortcut('patterns', () => choose(form === 'patterns' ? 'all' : 'patterns'));
  const isSearching = !isErrorsOnly({ ...view, ...changeForm(view, 'around') });
  const labels: Record<LineForm, string> = {
    all: hasLineFilter(filterOf({ ...view, ...changeForm(view, 'all') })) ? 'Matching lines' : 'All lines',
    around: `${isSearching ? 'Matches' : 'Errors'} ± ${view.around ?? 3}`,
    fold: 'Repeats folded',
    patterns: 'Patterns',
  };
  return (
    <div className="flex gap-1">
      <ChoiceMenu
        label="Show"
        icon={<Rows3 aria-hidden className="size-4" />}
        value={form}
        values={LINE_FORMS}
        labels={labels}
        onChange={choose}
        className={form === 'all' ? undefined : 'bg-selected'}
        textClass="hidden xl:inline"
      />
      {form === 'around' && (
        <input
          type="number"
          aria-label="Lines around each match"
          title="Lines of the same device before and after each match"
          min={1}
          max={MAX_AROUND}
          value={view.around}
          onChange={({ target }) => {
            if (target.value !== '' && target.checkValidity()) onChange({ around: target.valueAsNumber });
          }}
          className="h-8 w-14 rounded-md border border-line-strong bg-surface px-2 text-sm"
        />
      )}
    </div>
  );
}
