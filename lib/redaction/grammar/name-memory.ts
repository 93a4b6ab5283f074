/** Names of one generation; at most two generations are remembered. */
const GENERATION = 5000;
const MAX_NAME_LENGTH = 100;

/**
 * Caches the results for names: records repeat few names, which would otherwise cost half of all redaction. There are
 * two generations, so that a record of very many names evicts only names that are not asked for again.
 */
export class NameMemory<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  /** The cached result for the name, or the result of `find`. */
  recall(name: string, find: (name: string) => T): T {
    const known = this.young.get(name);
    if (known !== undefined) return known;
    const found = this.old.get(name) ?? find(name);
    if (name.length > MAX_NAME_LENGTH) return found;
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(name, found);
    return found;
  }
}
