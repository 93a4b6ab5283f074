/** Does `work` on each item, begun in their order, two at a time: a connection and a core each. */
export async function twoAtATime<Item>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const takeOne = async () => {
    for (const [at, item] of queue) await work(item, at);
  };
  await Promise.all([takeOne(), takeOne()]);
}
