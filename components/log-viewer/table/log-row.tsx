'use client';

import { memo, useLayoutEffect, useRef, type MouseEvent, type PointerEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatExact } from '@/lib/format/date-time';
import { nameInText } from '@/lib/format/invisible';
import { formatCount } from '@/lib/format/number';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { Level } from '@/lib/store/chunks/level';
import type { Line } from '@/lib/store/chunks/line';
import { LOG_ROW_GRID } from './log-row-grid';
import { MessageCell } from './message-cell';

type LogRowProps = {
  line: Line;
  timeText: string;
  zone: string;
  highlighter: RegExp | null;
  isActive: boolean;
  isOpen: boolean;
  isWrapped: boolean;
  /** Reached with the tab key. */
  isTabStop: boolean;
  isSelected: boolean;
  /** Pointed at in another pane. */
  isPointed: boolean;
  /** Found by a search whose hits cannot be marked in the text. */
  isFound: boolean;
  onOpen: (line: Line) => void;
  /** A click on the number; `isExtending` with Shift. */
  onPick: (seq: number, isExtending: boolean) => void;
  onPoint: (line: Line) => void;
};

/** The row under the cursor takes the focus, unless the reader types or works elsewhere on the page. */
function useRowFocus(isActive: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const isFree = !focused || focused === document.body || focused.closest('[role="grid"]') !== null;
    if (isActive && isFree) ref.current?.focus({ preventScroll: true });
  }, [isActive]);
  return ref;
}

/** The tooltip is written on hover: formatting it for every row would cost more than the row. */
function sayExactTime({ currentTarget }: PointerEvent<HTMLElement>, line: Line, zone: string): void {
  currentTarget.title = formatExact(Date.parse(line.time), zone);
}

function rowClass({ line, isOpen, isSelected, isFound, isPointed }: LogRowProps, isLoud: boolean): string {
  return cn(
    LOG_ROW_GRID,
    'min-h-6 cursor-default py-0.5 font-mono text-xs outline-offset-[-2px] hover:bg-hover',
    isLoud && TONE_CLASSES[LEVEL_LOOK[line.level].tone].ground,
    // The row's edge tells a match from its neighbours without colour.
    line.stretch && 'border-l-2 border-transparent',
    line.stretch?.isMatch && 'border-accent',
    line.stretch?.isMatch === false && 'text-faint',
    (isOpen || isSelected) && 'bg-selected',
    isSelected && 'shadow-[inset_3px_0_0_var(--accent)]',
    isFound && 'shadow-[inset_3px_0_0_var(--level-warning)]',
    isPointed && 'outline outline-dashed outline-accent',
  );
}

export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { line, timeText, zone, highlighter, isActive, isTabStop, isOpen, isWrapped, onOpen, onPick, onPoint } = props;
  const ref = useRowFocus(isActive);
  const isContext = line.stretch?.isMatch === false;
  const isLoud = !isContext && (line.level === 'ERROR' || line.level === 'CRITICAL');
  const quiet = isContext ? 'text-faint' : 'text-muted';
  const handleClick = () => {
    if (document.getSelection()?.isCollapsed !== false) onOpen(line);
  };
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={line.seq}
      aria-selected={isOpen || props.isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-seq={line.seq}
      data-found={props.isFound || undefined}
      data-pointed={props.isPointed || undefined}
      onClick={handleClick}
      onPointerEnter={() => onPoint(line)}
      className={rowClass(props, isLoud)}
    >
      <NumberCell seq={line.seq} onPick={onPick} />
      <span
        role="gridcell"
        className={cn('@2xl:truncate', quiet)}
        onPointerEnter={(event) => sayExactTime(event, line, zone)}
      >
        {timeText}
      </span>
      <LevelCell level={line.level} isContext={isContext} />
      <span role="gridcell" className={cn('hidden truncate @4xl:block', quiet)} title={nameInText(line.component)}>
        <NameText name={line.component} />
      </span>
      <span role="gridcell" className="hidden truncate @2xl:block" title={nameInText(line.device)}>
        <NameText name={line.device} />
      </span>
      <MessageCell line={line} highlighter={highlighter} isLoud={isLoud} isWrapped={isWrapped} />
    </div>
  );
});

type NumberCellProps = { seq: number; onPick: (seq: number, isExtending: boolean) => void };

function NumberCell({ seq, onPick }: NumberCellProps) {
  const pick = (event: MouseEvent) => {
    event.stopPropagation();
    onPick(seq, event.shiftKey);
  };
  return (
    <span role="gridcell" className="hidden text-right @2xl:block">
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Select line ${formatCount(seq)}`}
        onClick={pick}
        // Otherwise the browser would select the text up to a click with Shift.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        className="w-full cursor-pointer text-right text-faint select-none hover:text-fg hover:underline"
      >
        {formatCount(seq)}
      </button>
    </span>
  );
}

/** `isContext`: the line stands beside a match. */
function LevelCell({ level, isContext }: { level: Level; isContext: boolean }) {
  const { letter, tone } = LEVEL_LOOK[level];
  return (
    <span
      role="gridcell"
      data-copied-as={level}
      className={cn('text-center font-bold', !isContext && TONE_CLASSES[tone].text)}
    >
      <span aria-hidden>{letter}</span>
      <span className="sr-only">{isContext ? `${level}, beside a match` : level}</span>
    </span>
  );
}
