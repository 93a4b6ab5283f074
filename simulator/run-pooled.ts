/** Works through `items` in order, at most `limit` at a time; rejects with the first failure and starts no more. */
export async function runPooled<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let entry = queue.next(); !entry.done && !failed; entry = queue.next()) {
      await work(entry.value).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
