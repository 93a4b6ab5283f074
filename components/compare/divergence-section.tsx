'use client';

import { groupBy } from '@/lib/analysis/causes/group-by';
import type { Divergence, RunComparison } from '@/lib/analysis/compare/schema';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { DivergenceGroup } from './divergence-group';
import { Section } from './section';

type DivergenceSectionProps = { comparison: RunComparison; wanted: string };

/** Where devices that failed left their earlier course; devices that did so in the same way are one group. */
export function DivergenceSection({ comparison, wanted }: DivergenceSectionProps) {
  const { rows } = comparison.divergence;
  const shown = rows.filter((row) => matches(row, wanted));
  const groups = [...groupBy(shown, ({ pattern, device }) => `${device === ''} ${pattern}`).entries()];
  return (
    <Section id="divergence" title="First divergence" summary={summaryOf(comparison)}>
      {groups.length === 0 ? (
        <p className="px-3 py-4 text-muted">{emptyText(comparison, wanted)}</p>
      ) : (
        <ol className="divide-y divide-line">
          {groups.map(([key, members], index) => (
            <li key={key}>
              <DivergenceGroup members={members} comparison={comparison} isFirst={index === 0 && wanted === ''} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const matches = ({ device, pattern, nowLine, problem }: Divergence, wanted: string): boolean =>
  [device, pattern, nowLine?.message, problem?.message].some((text) => text?.toLowerCase().includes(wanted));

function summaryOf({ divergence: { turnedBad, stillBad } }: RunComparison): string {
  const still = stillBad > 0 ? `; ${formatCount(stillBad)} went wrong in both runs` : '';
  return turnedBad === 0 ? `No device turned bad${still}` : `${formatQuantity(turnedBad, 'device')} turned bad${still}`;
}

function emptyText({ divergence: { rows, turnedBad } }: RunComparison, wanted: string): string {
  if (rows.length > 0) return `None of ${formatQuantity(rows.length, 'divergence')} holds “${wanted}”.`;
  if (turnedBad > 0) return 'The devices that failed wrote the same lines as before, or none.';
  return 'Every device that was good before is good now; other differences are below.';
}
