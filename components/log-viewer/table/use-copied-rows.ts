'use client';

import { useEffect, type RefObject } from 'react';
import { selectedRow } from '@/lib/reading/lines/selected-text';

/** A cell's own word for what it shows by a sign and, to screen readers, by a sentence. */
const COPIED_AS = 'data-copied-as';

/**
 * Browsers copy each cell of a row as a line of its own, and with the words for screen readers. A selection of more
 * than one cell is therefore put together here: one line for each row, cells separated by tabs, without the line's
 * number. Rows that are not drawn cannot be selected; what was scrolled away while selecting is not copied.
 */
export function useCopiedRows(gridRef: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const handleCopy = (event: ClipboardEvent) => {
      const selection = document.getSelection();
      const text = gridRef.current && selection ? selectedLines(gridRef.current, selection) : null;
      if (text === null || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', handleCopy);
    return () => document.removeEventListener('copy', handleCopy);
  }, [gridRef]);
}

/** Null where the browser copies rightly: inside one cell, outside of the log, or across its border. */
function selectedLines(grid: HTMLElement, selection: Selection): string | null {
  // Firefox has a range for each part that was selected with Ctrl.
  const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  if (selection.isCollapsed || !ranges.every((range) => grid.contains(range.commonAncestorContainer))) return null;
  const rows = [...grid.querySelectorAll<HTMLElement>('[role="rowgroup"] [role="row"]')].filter((row) =>
    ranges.some((range) => range.intersectsNode(row)),
  );
  const lines = rows
    .map((row) => ranges.flatMap((range) => selectedCells(row, range)))
    .filter((cells) => cells.length > 0);
  if (lines.length === 1 && lines[0]?.length === 1) return null;
  return lines.map(selectedRow).join('\n');
}

/** The selected part of each cell; hidden cells, the line's number and the headings are left out. */
function selectedCells(row: HTMLElement, range: Range): string[] {
  return [...row.querySelectorAll<HTMLElement>('[role="gridcell"]')].flatMap((cell) => {
    if (!range.intersectsNode(cell) || cell.getClientRects().length === 0 || cell.querySelector('button')) return [];
    const text = textInside(cell, range);
    if (text.trim() === '') return isWholeInside(cell, range) ? [''] : [];
    return [cell.getAttribute(COPIED_AS) ?? text];
  });
}

function textInside(cell: HTMLElement, range: Range): string {
  const part = document.createRange();
  part.selectNodeContents(cell);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

/** An empty cell between others keeps its column. */
function isWholeInside(cell: HTMLElement, range: Range): boolean {
  const whole = document.createRange();
  whole.selectNode(cell);
  return (
    range.compareBoundaryPoints(Range.START_TO_START, whole) <= 0 &&
    range.compareBoundaryPoints(Range.END_TO_END, whole) >= 0
  );
}
