'use client';

import { Shape } from '@/components/ui/shape';
import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import { nameInText } from '@/lib/format/invisible';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import { canChoose, type LaneChoice } from './lane-choice';
import { CELL_PX } from './map-layout';
import { cellText, type PhaseCell } from './phase-cells';

type PhaseCellButtonProps = {
  cell: PhaseCell;
  device: string;
  phase: string;
  column: number;
  isTabStop: boolean;
  isChosen: boolean;
  onChoose: (choice: LaneChoice, isAdding: boolean) => void;
};

/**
 * One phase of one device; a click shows only its lines. A good result is a plain square, so that the rest stands out.
 */
export function PhaseCellButton(props: PhaseCellButtonProps) {
  const { cell, device, phase, column, isTabStop, isChosen, onChoose } = props;
  const text = `${nameInText(phase)} of ${nameInText(device)}: ${cellText(cell)}`;
  return (
    <button
      type="button"
      data-column={column}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={text}
      title={text}
      disabled={!canChoose(device) || !canChoose(phase)}
      onClick={(event) => onChoose({ device: [device], phase: [phase] }, event.shiftKey)}
      style={{ width: CELL_PX }}
      className="flex h-6 shrink-0 items-center justify-center outline-offset-[-2px] hover:bg-selected aria-pressed:bg-panel"
    >
      <CellSign cell={cell} />
    </button>
  );
}

function CellSign({ cell }: { cell: PhaseCell }) {
  if (!cell) return <span aria-hidden className="h-px w-1.5 bg-line-strong" />;
  const { shape, tone } = DEVICE_STATUS_LOOK[cell.status];
  const isPlain = cell.status === 'succeeded' || cell.status === 'unchanged';
  const { text } = TONE_CLASSES[tone];
  if (isPlain) return <span aria-hidden className={cn('size-2 rounded-[1px] bg-current opacity-80', text)} />;
  return <Shape name={shape} className={cn('size-3.5', text)} />;
}
