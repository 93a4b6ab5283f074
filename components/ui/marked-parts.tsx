import type { VisiblePart } from '@/lib/format/invisible';
import { Mark } from './mark';

type MarkedPartsProps = { parts: readonly VisiblePart[]; className?: string };

/** Text that somebody else wrote, whose direction stays its own. */
export const MarkedParts = ({ parts, className }: MarkedPartsProps) => (
  <bdi className={className}>
    {parts.map(({ text, isMark }, at) => (isMark ? <Mark key={at} text={text} /> : text))}
  </bdi>
);
