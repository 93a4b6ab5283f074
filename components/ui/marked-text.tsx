import { markInvisible } from '@/lib/format/invisible';
import { MarkedParts } from './marked-parts';

type MarkedTextProps = { text: string; className?: string };

/** A sentence that somebody else wrote: what cannot be seen in it is marked, save blanks, which are many. */
export const MarkedText = ({ text, className }: MarkedTextProps) => (
  <MarkedParts parts={markInvisible(text)} className={className} />
);
