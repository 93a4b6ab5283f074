'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatQuantity } from '@/lib/format/number';
import type { LineRange } from '@/lib/reading/lines/line-range';
import { useLogList } from '../list/log-list';
import { COPY_FORMS, type CopyForm } from './copy-forms';
import { copyLines } from './copy-steps';
import { rangeCountInMemory, rangeCountOptions } from './count-range';
import { clearRange } from './range-steps';

const COPY_NAMES: Record<CopyForm, string> = { text: 'text', json: 'JSON', ticket: 'ticket' };

/** Floats over the log, so that selecting moves no line away from the pointer. */
export function SelectionBar({ range }: { range: LineRange }) {
  const list = useLogList();
  const { turns } = list;
  const inMemory = rangeCountInMemory(list, range);
  const { data } = useQuery({ ...rangeCountOptions(list, range), enabled: inMemory === null });
  const count = inMemory ?? data;
  return (
    <div
      role="group"
      aria-label="Selected lines"
      className="pointer-events-auto flex max-w-full flex-wrap items-center gap-1 rounded-lg border border-line-strong bg-surface p-1 pl-3 text-xs shadow-lg"
    >
      <span className="mr-1 whitespace-nowrap">
        {count === undefined ? 'Lines selected' : `${formatQuantity(count, 'line')} selected`}
      </span>
      {COPY_FORMS.map((form) => (
        <Button
          key={form}
          size="sm"
          aria-label={`Copy ${COPY_NAMES[form]}`}
          onClick={() => turns.take(copyLines(form))}
        >
          <span>
            <span className="max-sm:hidden">Copy </span>
            {COPY_NAMES[form]}
          </span>
        </Button>
      ))}
      <IconButton
        size="sm"
        label="Clear the selection"
        icon={<X aria-hidden className="size-4" />}
        onClick={() => turns.take(clearRange)}
      />
    </div>
  );
}
