'use client';

import { memo, useLayoutEffect, useRef, type MouseEvent, type PointerEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { MarkedText } from '@/components/ui/marked-text';
import { NameText } from '@/components/ui/name-text';
import { Skeleton } from '@/components/ui/skeleton';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatExact } from '@/lib/format/date-time';
import { nameInText } from '@/lib/format/invisible';
import { formatCount } from '@/lib/format/number';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import { ROW_CHARACTERS } from '@/lib/reading/lines/message-parts';
import type { Line } from '@/lib/store/chunks/line';
import { fieldsSuffix } from '../message/fields-text';
import { LineMessage } from '../message/line-message';
import { RepeatBadge } from './repeat-badge';

/** Columns: number, time, level, component, device, message. A narrow table keeps time, level and message. */
export const LOG_ROW_GRID = cn(
  'grid grid-cols-[6.5rem_1.25rem_minmax(0,1fr)] gap-x-2 px-2',
  '@2xl:grid-cols-[4.5rem_var(--time-width)_1.25rem_9rem_minmax(0,1fr)]',
  '@4xl:grid-cols-[4.5rem_var(--time-width)_1.25rem_8rem_9rem_minmax(0,1fr)]',
);

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

export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { line, timeText, zone, highlighter, isActive, isTabStop, isOpen, isWrapped, onOpen, onPick, onPoint } = props;
  const ref = useRowFocus(isActive);
  const { letter, tone } = LEVEL_LOOK[line.level];
  const { text, ground } = TONE_CLASSES[tone];
  const isContext = line.stretch?.isMatch === false;
  const isLoud = !isContext && (line.level === 'ERROR' || line.level === 'CRITICAL');
  const quiet = isContext ? 'text-faint' : 'text-muted';
  const handleClick = () => {
    if (document.getSelection()?.isCollapsed !== false) onOpen(line);
  };
  const pick = (event: MouseEvent) => {
    event.stopPropagation();
    onPick(line.seq, event.shiftKey);
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
      className={cn(
        LOG_ROW_GRID,
        'min-h-6 cursor-default py-0.5 font-mono text-xs outline-offset-[-2px] hover:bg-hover',
        isLoud && ground,
        // The row's edge tells a match from its neighbours without colour.
        line.stretch && 'border-l-2 border-transparent',
        line.stretch?.isMatch && 'border-accent',
        isContext && 'text-faint',
        (isOpen || props.isSelected) && 'bg-selected',
        props.isSelected && 'shadow-[inset_3px_0_0_var(--accent)]',
        props.isFound && 'shadow-[inset_3px_0_0_var(--level-warning)]',
        props.isPointed && 'outline outline-dashed outline-accent',
      )}
    >
      <span role="gridcell" className="hidden text-right @2xl:block">
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Select line ${formatCount(line.seq)}`}
          onClick={pick}
          // Otherwise the browser would select the text up to a click with Shift.
          onMouseDown={(event) => event.shiftKey && event.preventDefault()}
          className="w-full cursor-pointer text-right text-faint select-none hover:text-fg hover:underline"
        >
          {formatCount(line.seq)}
        </button>
      </span>
      <span
        role="gridcell"
        className={cn('@2xl:truncate', quiet)}
        onPointerEnter={(event) => sayExactTime(event, line, zone)}
      >
        {timeText}
      </span>
      <span role="gridcell" data-copied-as={line.level} className={cn('text-center font-bold', !isContext && text)}>
        <span aria-hidden>{letter}</span>
        <span className="sr-only">{isContext ? `${line.level}, beside a match` : line.level}</span>
      </span>
      <span role="gridcell" className={cn('hidden truncate @4xl:block', quiet)} title={nameInText(line.component)}>
        <NameText name={line.component} />
      </span>
      <span role="gridcell" className="hidden truncate @2xl:block" title={nameInText(line.device)}>
        <NameText name={line.device} />
      </span>
      <span
        role="gridcell"
        className={cn(isLoud && text, isWrapped ? 'break-words whitespace-pre-wrap' : 'truncate whitespace-pre')}
      >
        {line.repeats && (
          <>
            <RepeatBadge {...line.repeats} />{' '}
          </>
        )}
        <LineMessage
          message={line.message}
          form={isWrapped ? 'shown' : 'row'}
          highlighter={highlighter}
          maxCharacters={ROW_CHARACTERS}
        />
        <span className="hidden text-faint @2xl:inline">
          {'  '}
          <MarkedText text={fieldsSuffix(line.fields)} />
        </span>
      </span>
    </div>
  );
});

/** Stands for a line while its page loads; in a filtered log `rowIndex` need not be the line's seq. */
export function PlaceholderRow() {
  return (
    <div role="row" aria-busy className={cn(LOG_ROW_GRID, 'h-6 items-center')}>
      <Skeleton className="hidden h-3 @2xl:block" />
      <Skeleton className="h-3" />
      <span />
      <Skeleton className="hidden h-3 @4xl:block" />
      <Skeleton className="hidden h-3 @2xl:block" />
      <Skeleton className="h-3 w-2/3" />
    </div>
  );
}
