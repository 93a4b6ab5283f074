import { cn } from '@/components/ui/cn';
import { NameText } from '@/components/ui/name-text';
import type { TableColumn } from '@/components/ui/table';
import { TONE_CLASSES } from '@/components/ui/tone';
import { ToneBadge } from '@/components/ui/tone-badge';
import type { LinePattern } from '@/lib/analysis/patterns/schema';
import type { PatternSort } from '@/lib/analysis/patterns/sort-patterns';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import { ROW_CHARACTERS } from '@/lib/reading/lines/message-parts';
import type { Level } from '@/lib/store/chunks/level';
import { LineMessage } from '../message/line-message';
import { SpreadBars } from './spread-bars';

type PatternColumn = TableColumn<LinePattern> & { sortBy?: PatternSort };

type PatternColumnsOptions = {
  /** Line count of the most frequent pattern, whose bar is full. */
  mostCount: number;
  onShow: (row: LinePattern) => void;
  onOpenLine: (seq: number) => void;
};

/** What the lines of a pattern say, how often, and where in the log; a click shows them. */
export const patternColumns = ({ mostCount, onShow, onOpenLine }: PatternColumnsOptions): PatternColumn[] => [
  {
    label: 'Level',
    sortBy: 'level',
    className: 'pr-0 pl-3',
    cellClass: 'py-0.5 leading-6',
    cell: ({ level }) => <PatternLevel level={level} />,
  },
  {
    label: 'Lines',
    sortBy: 'count',
    className: 'text-right',
    cellClass: 'relative py-0.5 font-mono leading-6',
    cell: ({ level, count }) => <CountBar level={level} count={count} mostCount={mostCount} />,
  },
  {
    label: 'Pattern',
    headingClass: 'w-full',
    cellClass: 'py-0.5',
    cell: (row) => <PatternButton row={row} onShow={onShow} />,
  },
  {
    label: 'Devices',
    className: 'text-right max-md:hidden',
    cellClass: 'py-0.5 font-mono leading-6',
    cell: ({ deviceCount }) => (deviceCount === 0 ? '–' : formatCount(deviceCount)),
  },
  {
    label: 'Where in the log',
    className: 'max-lg:hidden',
    headingClass: 'whitespace-nowrap',
    cellClass: 'py-1.5',
    title: ({ firstSeq, lastSeq }) => `Lines ${formatCount(firstSeq)} to ${formatCount(lastSeq)}`,
    cell: ({ level, spread }) => <SpreadBars spread={spread} className={toneOf(level)} />,
  },
  {
    label: 'First line',
    sortBy: 'first',
    className: 'pr-3 pl-0 text-right max-sm:hidden',
    cellClass: 'py-0.5 font-mono',
    cell: ({ firstSeq }) => (
      <button type="button" onClick={() => onOpenLine(firstSeq)} className="min-h-6 text-accent hover:underline">
        <span className="sr-only">Open line </span>
        {formatCount(firstSeq)}
      </button>
    ),
  },
];

const toneOf = (level: Level): string => TONE_CLASSES[LEVEL_LOOK[level].tone].text;

const PatternLevel = ({ level }: { level: Level }) => (
  <ToneBadge tone={LEVEL_LOOK[level].tone} letter={LEVEL_LOOK[level].letter} title={level}>
    <span className="sr-only">{level}</span>
  </ToneBadge>
);

type CountBarProps = { level: Level; count: number; mostCount: number };

const CountBar = ({ level, count, mostCount }: CountBarProps) => (
  <>
    {formatCount(count)}
    <span className={cn('absolute inset-x-2 top-6 flex justify-end', toneOf(level))}>
      <span className="h-0.5 bg-current" style={{ width: `${Math.max(5, (count / mostCount) * 100)}%` }} />
    </span>
  </>
);

type PatternButtonProps = Pick<PatternColumnsOptions, 'onShow'> & { row: LinePattern };

const PatternButton = ({ row, onShow }: PatternButtonProps) => (
  <button
    type="button"
    onClick={() => onShow(row)}
    title={`Show ${row.count === 1 ? 'this line' : `these ${formatQuantity(row.count, 'line')}`}`}
    className="min-h-6 w-full text-left leading-6 max-sm:leading-5 hover:underline"
  >
    <span className="font-mono wrap-anywhere">
      <LineMessage
        message={row.pattern === '' ? '(no text)' : row.pattern}
        highlighter={null}
        maxCharacters={ROW_CHARACTERS}
      />
    </span>
    {row.component !== '' && <NameText name={row.component} className="ml-2 text-muted" />}
  </button>
);
