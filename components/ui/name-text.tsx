import { memo } from 'react';
import { markName } from '@/lib/format/invisible';
import { MarkedParts } from './marked-parts';

type NameTextProps = { name: string; className?: string };

/**
 * A name that somebody else chose: of a device, a component, a job. What cannot be seen in it is marked, as in a message, so that
 * it cannot look like another name or reorder what stands beside it.
 */
export const NameText = memo(function NameText({ name, className }: NameTextProps) {
  return <MarkedParts parts={markName(name)} className={className} />;
});
