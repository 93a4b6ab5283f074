/** Together at most twice as many names as this are remembered. */
const GENERATION = 5000;
const MAX_NAME_LENGTH = 100;

/**
 * Remembers what was found out about names: records repeat few, and without it the names cost half of all redaction.
 * Two generations, so that a record of very many names drives out only what is not asked for again.
 */
export class NameMemory<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  /** What is known of the name, else what `find` says of it. */
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
