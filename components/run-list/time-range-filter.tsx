'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { RUN_RANGES, type RunListState, type RunRange } from '@/lib/runs/run-filter-codec';
import { CustomRange } from './custom-range';

export type StartedRange = Pick<RunListState, 'range' | 'from' | 'to'>;

type TimeRangeFilterProps = {
  value: StartedRange;
  onChange: (value: StartedRange) => void;
  /** Whether there need not be a range. */
  isOptional?: boolean;
};

const RANGES = Object.entries(RUN_RANGES) as [RunRange, { label: string }][];

function describe({ range, from, to }: StartedRange): string {
  if (range) return RUN_RANGES[range].label;
  return from || to ? 'Custom' : 'Any time';
}

export function TimeRangeFilter({ value, onChange, isOptional = true }: TimeRangeFilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  function handleChoose(next: StartedRange) {
    setIsOpen(false);
    onChange(next);
  }
  const trigger = (
    <Button aria-label={`Started: ${describe(value)}`}>
      <span className="text-muted">Started</span>
      <span>{describe(value)}</span>
      <ChevronDown aria-hidden className="size-3.5 text-muted" />
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Started" className="w-72" open={isOpen} onOpenChange={setIsOpen}>
      <ul className="mb-1 border-b border-line pb-1">
        {isOptional && (
          <RangeItem label="Any time" isChosen={describe(value) === 'Any time'} onChoose={() => handleChoose({})} />
        )}
        {RANGES.map(([range, { label }]) => (
          <RangeItem
            key={range}
            label={label}
            isChosen={value.range === range}
            onChoose={() => handleChoose({ range })}
          />
        ))}
      </ul>
      <CustomRange from={value.from} to={value.to} onApply={handleChoose} />
    </Popover>
  );
}

function RangeItem({ label, isChosen, onChoose }: { label: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <li>
      <Button
        variant="ghost"
        aria-pressed={isChosen}
        className={isChosen ? 'w-full justify-start bg-selected text-fg' : 'w-full justify-start'}
        onClick={onChoose}
      >
        {label}
      </Button>
    </li>
  );
}
