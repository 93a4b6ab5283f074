/**
 * Does `work` on all items at once, or from `splitFrom` items on in two halves at the same time, with a connection and
 * a core each. Without items it does nothing. The results stand in the items' order.
 */
export async function inHalves<Item, Result>(
  items: readonly Item[],
  splitFrom: number,
  work: (some: readonly Item[]) => Promise<Result[]>,
): Promise<Result[]> {
  const middle = items.length < splitFrom ? items.length : Math.ceil(items.length / 2);
  const halves = [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
  return (await Promise.all(halves.map(work))).flat();
}
