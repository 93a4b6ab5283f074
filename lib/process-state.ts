/**
 * State that a process has once, made at its first use. A variable of a module would be there twice: Next bundles routes and instrumentation
 * as separate module graphs, so that what boot opened would be missing in a route. Both share globalThis. `name` is its key there.
 */
export function processState<T extends object>(name: string, make: () => T): () => T {
  const key = Symbol.for(`netraven.${name}`);
  const holder = globalThis as { [key: symbol]: unknown };
  return () => (holder[key] ??= make()) as T;
}
