import { describe, expect, it } from 'vitest';
import { RowHeights } from './row-heights';
import { MAX_ELEMENT_PX, offsetOfAnchor, anchorAt, anchorFor, scaleOf } from './scroll-anchor';

const viewOf = (count: number) => ({ heights: new RowHeights(20), count, viewportPx: 200 });

describe('offsetOfAnchor', () => {
  it('keeps the anchor when rows above grow and rows below arrive', () => {
    const view = viewOf(1000);
    const anchor = anchorAt(5010, view);
    view.heights.setHeight(3, 120);
    expect(offsetOfAnchor(anchor, { ...view, count: 2000 })).toBe(5110);
  });

  it('shows the end, the centre and nothing outside the list', () => {
    const view = viewOf(100);
    expect(offsetOfAnchor({ kind: 'end' }, view)).toBe(1800);
    expect(offsetOfAnchor({ kind: 'centre', index: 50 }, view)).toBe(910);
    expect(offsetOfAnchor({ kind: 'centre', index: 0 }, view)).toBe(0);
    expect(offsetOfAnchor({ kind: 'top', index: 999, insidePx: 0 }, view)).toBe(1800);
    expect(offsetOfAnchor({ kind: 'end' }, viewOf(3))).toBe(0);
  });
});

describe('anchorFor', () => {
  const view = viewOf(100);
  const at = (offset: number, index: number) => offsetOfAnchor(anchorFor(index, anchorAt(offset, view), view), view);

  it('moves nothing for a row in view, little for a near one, and centres a far one', () => {
    expect(at(400, 25)).toBe(400);
    expect(at(400, 19)).toBe(380);
    expect(at(400, 30)).toBe(420);
    expect(at(400, 80)).toBe(1510);
  });
});

describe('scaleOf', () => {
  it('fits a million rows into the element, to the very end', () => {
    expect(scaleOf(viewOf(1000))).toBe(1);
    const view = viewOf(1_000_000);
    const lastScrollTop = MAX_ELEMENT_PX - view.viewportPx;
    expect(lastScrollTop * scaleOf(view)).toBeCloseTo(offsetOfAnchor({ kind: 'end' }, view), 3);
  });
});
