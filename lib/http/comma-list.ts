/** The items of a comma-separated list; `\,` is a comma inside of an item and `\\` a backslash, any other backslash itself. */
export function splitList(text: string): string[] {
  const items = [''];
  for (const [part] of text.matchAll(/\\[\\,]|[\s\S]/g)) {
    if (part === ',') items.push('');
    else items[items.length - 1] += part.length === 2 && part.startsWith('\\') ? part.slice(1) : part;
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The text that `splitList` takes apart again. */
export const joinList = (items: readonly unknown[]): string =>
  items.map((item) => String(item).replaceAll(/[\\,]/g, '\\$&')).join(',');
