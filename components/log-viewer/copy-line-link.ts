import { formatCount } from '@/lib/format/number';
import { lineViewCodec, type LineView } from '@/lib/lines/line-filter-codec';

/** Puts text on the clipboard and returns what to say about it; browsers refuse it on pages without https. */
export async function copyText(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied`;
  } catch {
    return `${what} could not be copied: the browser refused`;
  }
}

/** Copies the address of this view with the line open. */
export function copyLineLink(view: LineView, seq: number): Promise<string> {
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${lineViewCodec.format(seq > 0 ? { ...view, line: seq } : view)}`;
  return copyText(link, seq > 0 ? `Link to line ${formatCount(seq)}` : 'Link');
}
