'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { cn } from './cn';

const STEP_PERCENT = 3;

type SplitterProps = {
  /** Names of the divider, and of the button that shows or hides the pane above. */
  labels: { divider: string; show: string; hide: string };
  /** Id of the pane above. */
  controls: string;
  /** Height of the pane above, in percent of the container. */
  percent: number;
  range: { least: number; most: number };
  isCollapsed: boolean;
  onChange: (percent: number) => void;
  onToggle: () => void;
  containerRef: RefObject<HTMLElement | null>;
  className?: string;
};

/** Divides two panes, one above the other; keys as in the pattern of www.w3.org/WAI/ARIA/apg/patterns/windowsplitter. */
export function Splitter(props: SplitterProps) {
  const { labels, controls, percent, range, isCollapsed, onChange, onToggle, containerRef, className } = props;
  const bounded = (value: number) => Math.max(range.least, Math.min(range.most, Math.round(value)));
  const handleMove = (event: PointerEvent<HTMLElement>) => {
    const box = containerRef.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(bounded(((event.clientY - box.top) / box.height) * 100));
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, () => void>> = {
      ArrowUp: () => onChange(bounded(percent - STEP_PERCENT)),
      ArrowDown: () => onChange(bounded(percent + STEP_PERCENT)),
      Home: () => onChange(range.least),
      End: () => onChange(range.most),
      Enter: onToggle,
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const toggleLabel = isCollapsed ? labels.show : labels.hide;
  const Icon = isCollapsed ? ChevronDown : ChevronUp;
  return (
    <div className={cn('relative flex h-2 shrink-0 items-center border-y border-line bg-panel', className)}>
      <div
        role="separator"
        aria-orientation="horizontal"
        aria-label={labels.divider}
        aria-controls={controls}
        aria-valuenow={isCollapsed ? 0 : percent}
        aria-valuemin={0}
        aria-valuemax={range.most}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={handleMove}
        onKeyDown={handleKeyDown}
        className="h-full grow cursor-row-resize touch-none hover:bg-hover"
      />
      <button
        type="button"
        aria-expanded={!isCollapsed}
        aria-controls={controls}
        aria-label={toggleLabel}
        title={toggleLabel}
        onClick={onToggle}
        className="absolute right-4 z-10 flex h-4 w-8 items-center justify-center rounded-sm border border-line-strong bg-surface text-muted hover:text-fg"
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
    </div>
  );
}
