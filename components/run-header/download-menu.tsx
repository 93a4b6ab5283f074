'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import { DOWNLOAD_FORMATS, type DownloadFormat } from '@/lib/download/schema';
import { formatQuantity } from '@/lib/format/number';
import { filterOf, isFiltered, lineFilterText, type LineView } from '@/lib/lines/line-filter-codec';
import { lineSnapshotOptions } from '@/lib/lines/query-options';
import type { LineFilter } from '@/lib/lines/schema';
import type { RunDetail } from '@/lib/runs/schema';

const FORMAT_LABELS: Record<DownloadFormat, string> = { text: 'Text', ndjson: 'NDJSON', csv: 'CSV' };

type DownloadMenuProps = { run: RunDetail; view: LineView };

/** The log as a file, whole or as it is filtered; the server says how many lines each has when the file begins. */
export function DownloadMenu({ run, view }: DownloadMenuProps) {
  const filter = filterOf(view);
  const hasFilter = isFiltered(filter);
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
      {DOWNLOAD_FORMATS.map((format) => (
        <MenuItem
          key={format}
          render={
            <a
              download
              href={`/api/v1/runs/${encodeURIComponent(runId)}/download?format=${format}${rest ? `&${rest}` : ''}`}
            />
          }
        >
          {FORMAT_LABELS[format]}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}
