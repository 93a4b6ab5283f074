'use client';

import { MESSAGE_CHANGES, type MessageChange, type MessageComparison } from '@/lib/analysis/compare/schema';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { MessageChangeRow } from './message-change-row';
import { Section } from './section';

type MessageSectionProps = { messages: MessageComparison; nowId: string; beforeId: string; wanted: string };

export function MessageSection({ messages, nowId, beforeId, wanted }: MessageSectionProps) {
  const { rows, counts } = messages;
  const shown = rows.filter((row) => matches(row, wanted));
  const total = MESSAGE_CHANGES.reduce((sum, kind) => sum + counts[kind], 0);
  const summary = MESSAGE_CHANGES.map((kind) => `${formatCount(counts[kind])} ${kind}`).join(' · ');
  return (
    <Section
      id="messages"
      title="Messages"
      summary={`${summary} · ${formatCount(counts.same)} as often as before. Numbers, addresses and names are masked.`}
    >
      {shown.length === 0 ? (
        <p className="px-3 py-4 text-muted">
          {wanted !== '' && total > 0
            ? `None of ${formatQuantity(rows.length, 'message')} holds “${wanted}”.`
            : 'Both runs wrote the same messages, equally often.'}
        </p>
      ) : (
        <table className="w-full text-xs" aria-label="Messages that differ">
          <thead>
            <tr className="border-b border-line text-left text-muted">
              <th scope="col" className="px-3 py-1 font-medium">
                Change
              </th>
              <th scope="col" className="w-full px-2 py-1 font-medium">
                Message
              </th>
              <th scope="col" className="px-2 py-1 text-right font-medium">
                Lines
              </th>
              <th scope="col" className="hidden px-2 py-1 text-right font-medium md:table-cell">
                Devices
              </th>
              <th scope="col" className="hidden px-3 py-1 text-right font-medium whitespace-nowrap md:table-cell">
                First line before, now
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <MessageChangeRow
                key={`${row.level} ${row.component} ${row.pattern}`}
                row={row}
                nowId={nowId}
                beforeId={beforeId}
              />
            ))}
          </tbody>
        </table>
      )}
      {rows.length < total && (
        <p className="px-3 py-2 text-xs text-muted">
          The {formatCount(rows.length)} most important of {formatCount(total)}, errors and warnings first.
        </p>
      )}
    </Section>
  );
}

const matches = ({ pattern, component, level }: MessageChange, wanted: string): boolean =>
  [pattern, component, level].some((text) => text.toLowerCase().includes(wanted));
