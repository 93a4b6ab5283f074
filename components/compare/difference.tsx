import { cn } from '@/components/ui/cn';
import type { DifferenceText } from '@/lib/analysis/compare/difference-text';

/** A signed difference. The colour warns where the change is for the worse; sign, arrow and word say the same. */
type DifferenceProps = { difference: DifferenceText; isWeak?: boolean; isBad?: boolean; hasWord?: boolean };

const ARROWS = { up: '▲', down: '▼', none: '' } as const;

export function Difference({ difference, isWeak = false, isBad = false, hasWord = false }: DifferenceProps) {
  const { text, word, direction } = difference;
  return (
    <span className={cn('font-mono whitespace-nowrap', isBad ? 'font-semibold text-status-warn' : 'text-muted')}>
      {!isWeak && direction !== 'none' && <span aria-hidden>{ARROWS[direction]} </span>}
      {text}
      <span className={hasWord ? 'font-sans' : 'sr-only'}> {word}</span>
    </span>
  );
}
