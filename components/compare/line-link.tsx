import Link from 'next/link';
import { formatCount } from '@/lib/format/number';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runPath } from '@/lib/runs/run-path';

type LineLinkProps = {
  runId: string;
  seq: number;
  /** With a device, the log shows only that device's lines. */
  device?: string;
  /** Which of both runs it is, for readers who cannot see the column. */
  of: 'this run' | 'the other run';
};

/** A line's number, as a link to it in the log of its run. */
export function LineLink({ runId, seq, device, of }: LineLinkProps) {
  const query = lineViewCodec.format({ line: seq, device: device ? [device] : undefined });
  return (
    <Link
      href={runPath(runId, query)}
      prefetch={false}
      className="relative inline-block rounded-sm font-mono text-accent underline"
    >
      <span className="sr-only">Line </span>
      {formatCount(seq)}
      <span className="sr-only"> of {of}</span>
    </Link>
  );
}
