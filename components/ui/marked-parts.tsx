import type { VisiblePart } from '@/lib/format/invisible';
import { CharacterMark } from './character-mark';

type MarkedPartsProps = { parts: readonly VisiblePart[]; className?: string };

/** Text that somebody else wrote, whose direction stays its own. */
export const MarkedParts = ({ parts, className }: MarkedPartsProps) => (
  <bdi className={className}>
    {parts.map(({ text, isMark }, at) => (isMark ? <CharacterMark key={at} text={text} /> : text))}
  </bdi>
);
