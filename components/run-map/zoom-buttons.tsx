'use client';

import { ChevronLeft, ChevronRight, X, ZoomIn, ZoomOut } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { Span } from '@/lib/analysis/timeline/schema';
import { moveBy, zoomBy } from './time-range';

export type ZoomProps = {
  shown: Span;
  full: Span;
  isZoomed: boolean;
  onRange: (range: Span | null) => void;
};

/** Zooms for the keyboard, as dragging over the histogram does for the pointer. */
export function ZoomButtons({ shown, full, isZoomed, onRange }: ZoomProps) {
  const zoomIn = () => onRange(zoomBy(shown, full, 0.5));
  const zoomOut = () => onRange(zoomBy(shown, full, 2));
  useShortcut('zoom-in', zoomIn);
  useShortcut('zoom-out', zoomOut, isZoomed);
  const buttons = [
    { label: 'Earlier', Icon: ChevronLeft, act: () => onRange(moveBy(shown, full, -1)), isOff: !isZoomed },
    { label: 'Later', Icon: ChevronRight, act: () => onRange(moveBy(shown, full, 1)), isOff: !isZoomed },
    { label: 'Zoom out', Icon: ZoomOut, act: zoomOut, isOff: !isZoomed },
    { label: 'Zoom in', Icon: ZoomIn, act: zoomIn, isOff: false },
  ];
  return (
    <div role="group" aria-label="Time range" className="ml-auto flex items-center">
      {isZoomed && (
        <Button size="sm" variant="ghost" onClick={() => onRange(null)}>
          <X aria-hidden className="size-3.5" />
          Reset zoom
        </Button>
      )}
      {buttons.map(({ label, Icon, act, isOff }) => (
        <IconButton
          key={label}
          size="sm"
          label={label}
          icon={<Icon aria-hidden className="size-4" />}
          onClick={act}
          disabled={isOff}
        />
      ))}
    </div>
  );
}
