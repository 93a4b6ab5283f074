'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { ToggleButton } from '@/components/ui/toggle-button';
import type { DeviceChange, DeviceChangeKind, DeviceComparison } from '@/lib/analysis/compare/schema';
import { describeTime } from '@/lib/analysis/compare/difference-text';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { COMPARED_ROW } from './compared-row';
import { deviceColumns } from './device-columns';
import { Section } from './section';

type DeviceSectionProps = {
  devices: DeviceComparison;
  nowId: string;
  changedCount: number;
  wanted: string;
  /** True shows unchanged devices too. */
  isWhole: boolean;
  onWhole: (isWhole: boolean) => void;
};

/** Rows shown at first, and added by each click. */
const PAGE_ROWS = 100;

const WORDS: Record<DeviceChangeKind, string> = {
  worse: 'turned bad',
  better: 'recovered',
  other: 'with another result',
  slower: 'slower',
  faster: 'faster',
  onlyNow: 'only now',
  onlyBefore: 'only before',
  same: 'the same',
};
const KINDS = Object.keys(WORDS) as DeviceChangeKind[];

export function DeviceSection({ devices, nowId, changedCount, wanted, isWhole, onWhole }: DeviceSectionProps) {
  const [rowLimit, setRowLimit] = useState(PAGE_ROWS);
  const { rows, counts, phases } = devices;
  const found = rows.filter((row) => (isWhole || row.change !== 'same') && matches(row, wanted));
  const shown = found.slice(0, rowLimit);
  const summary = KINDS.filter((kind) => counts[kind] > 0).map((kind) => `${formatCount(counts[kind])} ${WORDS[kind]}`);
  return (
    <Section
      id="devices"
      title="Devices"
      summary={summary.join(' · ')}
      actions={
        <ToggleButton size="sm" isOn={isWhole} onClick={() => onWhole(!isWhole)}>
          All {formatQuantity(rows.length, 'device')}
        </ToggleButton>
      }
    >
      {shown.length === 0 ? (
        <p className="px-3 py-4 text-muted">
          {wanted !== ''
            ? `None of ${formatQuantity(isWhole ? rows.length : changedCount, 'device')} holds “${wanted}”.`
            : 'No device has another result or time.'}
        </p>
      ) : (
        <Table
          label="Devices of both runs"
          columns={deviceColumns(phases, nowId)}
          rows={shown}
          keyOf={({ device }) => device}
          classes={{ row: COMPARED_ROW }}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-xs text-muted">
        {found.length > shown.length && (
          <Button size="sm" onClick={() => setRowLimit(rowLimit + PAGE_ROWS)}>
            Show more of {formatCount(found.length)}
          </Button>
        )}
        {!isWhole && rows.length > changedCount && (
          <span>{formatQuantity(rows.length - changedCount, 'device')} the same.</span>
        )}
        <span>{scatterText(devices)}</span>
      </div>
    </Section>
  );
}

const matches = ({ device, site }: DeviceChange, wanted: string): boolean =>
  device.toLowerCase().includes(wanted) || (site?.toLowerCase().includes(wanted) ?? false);

function scatterText({ scatterFactor, medianDifferenceMs }: DeviceComparison): string {
  const factor = `A time counts as changed beyond ×${scatterFactor.toFixed(1)} and a second`;
  if (medianDifferenceMs === null) return `${factor}.`;
  const { text, word } = describeTime(medianDifferenceMs);
  return `${factor}; the median device: ${text} ${word}.`;
}
