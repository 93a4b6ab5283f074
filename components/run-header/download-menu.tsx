'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import type { DownloadFormat } from '@/lib/reading/download/schema';
import { formatQuantity } from '@/lib/format/number';
import { filterOf, hasLineFilter, lineFilterText, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { lineSnapshotOptions } from '@/lib/reading/lines/query-options';
import type { LineFilter } from '@/lib/store/query/line-filter';
import type { RunDetail } from '@/lib/runs/schema';

/** Without a byte order mark, Excel reads a file in the code page of its country. */
const FILES: readonly { label: string; format: DownloadFormat; hasBom?: boolean }[] = [
  { label: 'Text', format: 'text' },
  { label: 'NDJSON', format: 'ndjson' },
  { label: 'CSV', format: 'csv' },
  { label: 'CSV for Excel (BOM)', format: 'csv', hasBom: true },
];

type DownloadMenuProps = { run: RunDetail; view: LineView };

/** The log as a file, whole or as it is filtered; the server says how many lines each has when the file begins. */
export function DownloadMenu({ run, view }: DownloadMenuProps) {
  const filter = filterOf(view);
  const hasFilter = hasLineFilter(filter);
  const { data: snapshot } = useQuery({ ...lineSnapshotOptions({ runId: run.runId, filter }), enabled: hasFilter });
  const trigger = (
    <Button size="sm" className="max-sm:w-7 max-sm:px-0" aria-label="Download" title="Download the log">
      <Download aria-hidden className="size-4" />
      <span className="max-xl:hidden">Download</span>
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {hasFilter && (
        <DownloadLinks
          label={snapshot ? `These ${formatQuantity(snapshot.total, 'line')}` : 'These lines'}
          runId={run.runId}
          filter={filter}
        />
      )}
      <DownloadLinks label={`All ${formatQuantity(run.lineCount, 'line')}`} runId={run.runId} filter={{}} />
    </Menu>
  );
}

type DownloadLinksProps = { label: string; runId: string; filter: LineFilter };

function DownloadLinks({ label, runId, filter }: DownloadLinksProps) {
  const rest = lineFilterText(filter);
  return (
    <MenuGroup label={label}>
      {FILES.map(({ label: name, format, hasBom }) => (
        <MenuItem
          key={name}
          render={
            <a
              download
              href={`/api/v1/runs/${encodeURIComponent(runId)}/download?format=${format}${hasBom ? '&bom=1' : ''}${rest ? `&${rest}` : ''}`}
            />
          }
        >
          {name}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
