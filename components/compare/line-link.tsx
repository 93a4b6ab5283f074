import Link from 'next/link';
import { formatCount } from '@/lib/format/number';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';

type LineLinkProps = {
  runId: string;
  seq: number;
  /** The log then shows only its lines. */
  device?: string;
  /** Which of both runs, for who cannot see the column. */
  of: 'this run' | 'the other run';
};

/** A line's number, as a link to it in the log of its run. */
export function LineLink({ runId, seq, device, of }: LineLinkProps) {
  const query = lineViewCodec.format({ line: seq, device: device ? [device] : undefined });
  return (
    <Link
      href={`/runs/${encodeURIComponent(runId)}${query}`}
      prefetch={false}
      className="relative inline-block rounded-sm font-mono text-accent underline"
    >
      <span className="sr-only">Line </span>
      {formatCount(seq)}
      <span className="sr-only"> of {of}</span>
    </Link>
  );
}
