import { formatQuantity } from '@/lib/format/number';

/** Stands where the missing lines should be: a hole in the sender's numbers is never hidden. */
export function GapRow({ count }: { count: number }) {
  return (
    <div role="row" className="bg-status-warn-ground px-2 py-0.5 text-center font-sans text-xs text-status-warn">
      <span role="gridcell">{formatQuantity(count, 'line')} missing here: sent by the Gateway, never received</span>
    </div>
  );
}
