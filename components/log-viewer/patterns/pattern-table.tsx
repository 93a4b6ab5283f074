'use client';

import { ArrowDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Table, type TableColumn } from '@/components/ui/table';
import type { LinePattern } from '@/lib/analysis/patterns/schema';
import { sortPatterns, type PatternSort } from '@/lib/analysis/patterns/sort-patterns';
import { patternColumns } from './pattern-columns';

type PatternTableProps = {
  patterns: readonly LinePattern[];
  onShow: (row: LinePattern) => void;
  onOpenLine: (seq: number) => void;
};

export function PatternTable({ patterns, onShow, onOpenLine }: PatternTableProps) {
  const [sort, setSort] = useState<PatternSort>('level');
  const rows = useMemo(() => sortPatterns(patterns, sort), [patterns, sort]);
  const mostCount = Math.max(1, ...patterns.map(({ count }) => count));
  const columns = patternColumns({ mostCount, onShow, onOpenLine }).map((column): TableColumn<LinePattern> => {
    if (!column.sortBy) return column;
    const { sortBy, label } = column;
    const direction = sortBy === 'first' ? 'ascending' : 'descending';
    return {
      ...column,
      headingClass: 'py-0 whitespace-nowrap',
      sorted: sort === sortBy ? direction : undefined,
      heading: <SortButton label={label} direction={direction} isOn={sort === sortBy} onSort={() => setSort(sortBy)} />,
    };
  });
  return (
    <Table
      label="Patterns"
      columns={columns}
      rows={rows}
      keyOf={({ level, component, pattern }) => `${level} ${component} ${pattern}`}
      classes={{ head: 'sticky top-0 z-10 bg-surface', row: 'border-b border-line align-top hover:bg-hover' }}
    />
  );
}

type SortButtonProps = {
  label: string;
  direction: 'ascending' | 'descending';
  isOn: boolean;
  onSort: () => void;
};

const SortButton = ({ label, direction, isOn, onSort }: SortButtonProps) => (
  <button
    type="button"
    onClick={onSort}
    className={cn('inline-flex h-7 items-center gap-0.5 hover:text-fg', isOn && 'text-fg')}
  >
    {label}
    <ArrowDown aria-hidden className={cn('size-3', !isOn && 'invisible', direction === 'ascending' && 'rotate-180')} />
  </button>
);
