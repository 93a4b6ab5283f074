/** Puts text on the clipboard and returns what to say about it; browsers refuse it on pages without https. */
export async function copyText(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied`;
  } catch {
    return `${what} could not be copied: the browser refused`;
  }
}
