'use client';

import { Table } from '@/components/ui/table';
import { MESSAGE_CHANGES, type MessageChange, type MessageComparison } from '@/lib/analysis/compare/schema';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { COMPARED_ROW } from './compared-row';
import { messageColumns } from './message-columns';
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
        <Table
          label="Messages that differ"
          columns={messageColumns(nowId, beforeId)}
          rows={shown}
          keyOf={({ level, component, pattern }) => `${level} ${component} ${pattern}`}
          classes={{ row: COMPARED_ROW }}
        />
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
