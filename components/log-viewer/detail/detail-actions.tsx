'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { ToggleButton } from '@/components/ui/toggle-button';
import { stringifyExact } from '@/lib/json/exact-json';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { formatLineRange, parseLineRange, rangeUpTo } from '@/lib/reading/lines/line-range';
import type { Line } from '@/lib/store/chunks/line';
import { shownText } from '@/lib/store/chunks/shown-text';
import { filterLike, showLike } from '@/lib/analysis/patterns/filter-like';
import { copyLineLink } from '../selection/copy-line-link';

type DetailActionsProps = { line: Line; view: LineView; setView: (view: LineView) => void };

const FILTERS = ['component', 'device', 'phase'] as const;

export function DetailActions({ line, view, setView }: DetailActionsProps) {
  const [said, setSaid] = useState('');
  const range = parseLineRange(view.lines);
  const copies = [
    { label: 'Copy message', copy: () => copyText(shownText(line.message), 'Message') },
    { label: 'Copy JSON', copy: () => copyText(stringifyExact(line, 2), 'JSON') },
    { label: 'Copy link', copy: () => copyLineLink(view, line.seq) },
  ];
  return (
    <div className="flex flex-wrap items-center gap-1">
      {copies.map(({ label, copy }) => (
        <Button key={label} size="sm" onClick={() => void copy().then(setSaid)}>
          {label}
        </Button>
      ))}
      {FILTERS.filter((name) => line[name] !== '').map((name) => (
        <ToggleButton
          key={name}
          size="sm"
          isOn={isOnly(view[name], line[name])}
          onClick={() => setView({ ...view, [name]: isOnly(view[name], line[name]) ? undefined : [line[name]] })}
        >
          Only this {name}
        </ToggleButton>
      ))}
      <Button
        size="sm"
        title="Selected lines are copied as text, JSON or a ticket, and are in the link"
        onClick={() => setView({ ...view, lines: formatLineRange(rangeUpTo(range, line.seq)) })}
      >
        {range ? 'Select to here' : 'Select from here'}
      </Button>
      <Button
        size="sm"
        title="Lines that differ from this one in numbers, addresses and names only"
        onClick={() => setView(showLike(view, filterLike(line)))}
      >
        Lines like this
      </Button>
      <span role="status" aria-label="Copied" className="text-xs text-muted">
        {said}
      </span>
    </div>
  );
}

const isOnly = (chosen: readonly string[] | undefined, value: string): boolean =>
  chosen?.length === 1 && chosen[0] === value;
