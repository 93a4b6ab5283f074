import { copyText } from '@/components/ui/copy-text';
import { formatCount } from '@/lib/format/number';
import { lineViewCodec, type LineView } from '@/lib/reading/lines/line-filter-codec';

/** Copies the address of this view with the line open. */
export function copyLineLink(view: LineView, seq: number): Promise<string> {
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${lineViewCodec.format(seq > 0 ? { ...view, line: seq } : view)}`;
  return copyText(link, seq > 0 ? `Link to line ${formatCount(seq)}` : 'Link');
}
