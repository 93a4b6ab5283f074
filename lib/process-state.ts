/**
 * State that a process has once, made at its first use. A variable of a module would be there twice: Next bundles routes and instrumentation
 * as separate module graphs, so that what boot opened would be missing in a route. Both share globalThis. `name` is its key there.
 * Every cache and limit of the server is held so, but for memos of pure functions (names and time zones that repeat, the last day, the
 * settings): what they answer is the same in both graphs, and they are too hot for a look-up each time.
 */
export function processState<T extends object>(name: string, make: () => T): () => T {
  const key = Symbol.for(`netraven.${name}`);
  const holder = globalThis as { [key: symbol]: unknown };
  return () => (holder[key] ??= make()) as T;
}
