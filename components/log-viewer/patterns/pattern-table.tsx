'use client';

import { ArrowDown } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { LinePattern } from '@/lib/analysis/patterns/schema';
import { sortPatterns, type PatternSort } from '@/lib/analysis/patterns/sort-patterns';
import { PatternRow } from './pattern-row';

type PatternTableProps = {
  patterns: readonly LinePattern[];
  onShow: (row: LinePattern) => void;
  onOpenLine: (seq: number) => void;
};

export function PatternTable({ patterns, onShow, onOpenLine }: PatternTableProps) {
  const [sort, setSort] = useState<PatternSort>('level');
  const rows = useMemo(() => sortPatterns(patterns, sort), [patterns, sort]);
  const mostCount = Math.max(1, ...patterns.map(({ count }) => count));
  const heading = { sort, onSort: setSort };
  return (
    <table className="w-full text-xs" aria-label="Patterns">
      <thead className="sticky top-0 z-10 bg-surface">
        <tr className="border-b border-line text-left text-muted">
          <SortHeading {...heading} by="level" className="pl-3">
            Level
          </SortHeading>
          <SortHeading {...heading} by="count" className="px-2 text-right">
            Lines
          </SortHeading>
          <th scope="col" className="w-full px-2 py-1 font-medium">
            Pattern
          </th>
          <th scope="col" className="px-2 py-1 text-right font-medium max-md:hidden">
            Devices
          </th>
          <th scope="col" className="px-2 py-1 font-medium whitespace-nowrap max-lg:hidden">
            Where in the log
          </th>
          <SortHeading {...heading} by="first" className="pr-3 text-right max-sm:hidden">
            First line
          </SortHeading>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PatternRow
            key={`${row.level} ${row.component} ${row.pattern}`}
            row={row}
            mostCount={mostCount}
            onShow={onShow}
            onOpenLine={onOpenLine}
          />
        ))}
      </tbody>
    </table>
  );
}

type SortHeadingProps = {
  by: PatternSort;
  sort: PatternSort;
  onSort: (sort: PatternSort) => void;
  className: string;
  children: ReactNode;
};

function SortHeading({ by, sort, onSort, className, children }: SortHeadingProps) {
  const isSorted = sort === by;
  const direction = by === 'first' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : undefined}
      className={cn('font-medium whitespace-nowrap', className)}
    >
      <button
        type="button"
        onClick={() => onSort(by)}
        className={cn('inline-flex h-7 items-center gap-0.5 hover:text-fg', isSorted && 'text-fg')}
      >
        {children}
        <ArrowDown
          aria-hidden
          className={cn('size-3', !isSorted && 'invisible', direction === 'ascending' && 'rotate-180')}
        />
      </button>
    </th>
  );
}
