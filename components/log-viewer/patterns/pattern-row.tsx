import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import { TONE_CLASSES } from '@/components/ui/tone';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import { ROW_CHARACTERS } from '@/lib/reading/lines/message-parts';
import type { LinePattern } from '@/lib/analysis/patterns/schema';
import { LineMessage } from '../message/line-message';
import { SpreadBars } from './spread-bars';

type PatternRowProps = {
  row: LinePattern;
  /** Line count of the most frequent pattern, whose bar is full. */
  mostCount: number;
  onShow: (row: LinePattern) => void;
  onOpenLine: (seq: number) => void;
};

/** One pattern: what its lines say, how often, and where in the log; a click shows the lines. */
export function PatternRow({ row, mostCount, onShow, onOpenLine }: PatternRowProps) {
  const { pattern, level, component, count, deviceCount, firstSeq, lastSeq, spread } = row;
  const { letter, tone: levelTone } = LEVEL_LOOK[level];
  const tone = TONE_CLASSES[levelTone].text;
  return (
    <tr className="border-b border-line align-top hover:bg-hover">
      <td className="py-0.5 pl-3 leading-6">
        <ToneBadge tone={levelTone} letter={letter} title={level}>
          <span className="sr-only">{level}</span>
        </ToneBadge>
      </td>
      <td className="relative px-2 py-0.5 text-right font-mono leading-6">
        {formatCount(count)}
        <span className={cn('absolute inset-x-2 top-6 flex justify-end', tone)}>
          <span className="h-0.5 bg-current" style={{ width: `${Math.max(5, (count / mostCount) * 100)}%` }} />
        </span>
      </td>
      <td className="px-2 py-0.5">
        <button
          type="button"
          onClick={() => onShow(row)}
          title={`Show ${count === 1 ? 'this line' : `these ${formatQuantity(count, 'line')}`}`}
          className="min-h-6 w-full text-left leading-6 max-sm:leading-5 hover:underline"
        >
          <span className="font-mono wrap-anywhere">
            <LineMessage
              message={pattern === '' ? '(no text)' : pattern}
              highlighter={null}
              maxCharacters={ROW_CHARACTERS}
            />
          </span>
          {component !== '' && <NameText name={component} className="ml-2 text-muted" />}
        </button>
      </td>
      <td className="px-2 py-0.5 text-right font-mono leading-6 max-md:hidden">
        {deviceCount === 0 ? '–' : formatCount(deviceCount)}
      </td>
      <td className="px-2 py-1.5 max-lg:hidden" title={`Lines ${formatCount(firstSeq)} to ${formatCount(lastSeq)}`}>
        <SpreadBars spread={spread} className={tone} />
      </td>
      <td className="py-0.5 pr-3 text-right font-mono max-sm:hidden">
        <button type="button" onClick={() => onOpenLine(firstSeq)} className="min-h-6 text-accent hover:underline">
          <span className="sr-only">Open line </span>
          {formatCount(firstSeq)}
        </button>
      </td>
    </tr>
  );
}
