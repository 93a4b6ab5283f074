/** Rows that a tree of this size can hold; seq is a 32-bit number. */
const CAPACITY = 2 ** 31;

/**
 * Heights of a long list in pixels: every row has the estimated height until it is measured. A sparse binary indexed
 * tree over the differences (Fenwick, 1994): a position costs 31 steps, whether there are a hundred rows or a billion.
 */
export class RowHeights {
  readonly estimatePx: number;
  readonly #differences = new Map<number, number>();
  readonly #tree = new Map<number, number>();

  constructor(estimatePx: number) {
    this.estimatePx = estimatePx;
  }

  heightOf(index: number): number {
    return this.estimatePx + (this.#differences.get(index) ?? 0);
  }

  /** True when the height changed. */
  setHeight(index: number, heightPx: number): boolean {
    const change = heightPx - this.heightOf(index);
    if (change === 0) return false;
    this.#differences.set(index, heightPx - this.estimatePx);
    for (let node = index + 1; node < CAPACITY; node += lowestBit(node)) {
      this.#tree.set(node, (this.#tree.get(node) ?? 0) + change);
    }
    return true;
  }

  /** Where a row starts; the height of the whole list when `index` is its length. */
  offsetOf(index: number): number {
    let offsetPx = index * this.estimatePx;
    if (this.#tree.size === 0) return offsetPx;
    for (let node = index; node > 0; node -= lowestBit(node)) offsetPx += this.#tree.get(node) ?? 0;
    return offsetPx;
  }

  /** The row at a position in a list of `count` rows; the nearest one when the position is outside. */
  indexAt(offsetPx: number, count: number): number {
    let low = 0;
    let high = Math.max(0, count - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.offsetOf(middle) <= offsetPx) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const lowestBit = (node: number): number => node & -node;
