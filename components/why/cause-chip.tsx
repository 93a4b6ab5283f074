'use client';

import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { MarkedText } from '@/components/ui/marked-text';
import { ToneBadge } from '@/components/ui/tone-badge';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { isPartOfCause } from '@/lib/analysis/causes/cause-filter';
import { describeHistory } from '@/lib/analysis/causes/history-text';
import type { CauseGroup } from '@/lib/analysis/causes/schema';
import { formatDateTime, formatZone } from '@/lib/format/date-time';
import { markedText, nameInText } from '@/lib/format/invisible';
import { formatCount, formatQuantity } from '@/lib/format/number';

type CauseChipProps = {
  group: CauseGroup;
  className?: string;
  comparedRuns: number;
  isChosen: boolean;
  onChoose: (group: CauseGroup, isAdding: boolean) => void;
  onShowLine: (seq: number) => void;
};

const SITES_SHOWN = 3;
const NAMES_IN_TITLE = 20;
/** Most characters of a cause; its title and the log have the whole. */
const CAUSE_CHARACTERS = 140;

/** One cause: how many devices, what, where, since when; a click shows its lines, a second click shows all. */
export function CauseChip({ group, className, comparedRuns, isChosen, onChoose, onShowLine }: CauseChipProps) {
  const { cause, deviceCount, lineCount, firstSeq, isInGoodRuns } = group;
  const history = describeHistory(group, comparedRuns);
  const zone = useTimeZone();
  const handleClick = (event: MouseEvent) => onChoose(group, event.shiftKey);
  return (
    <li className={cn('flex max-w-full min-w-0 items-center gap-1.5', className)}>
      <button
        type="button"
        aria-pressed={isChosen}
        title={titleOf(group, zone)}
        onClick={handleClick}
        className="min-w-0 space-x-1.5 rounded-md border border-line-strong bg-surface px-2 py-0.5 text-left text-xs hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected"
      >
        <b className="font-mono">
          {deviceCount > 0 ? (
            <>
              {formatCount(deviceCount)}
              <span aria-hidden>×</span>
              <span className="sr-only"> {deviceCount === 1 ? 'device:' : 'devices:'}</span>
            </>
          ) : (
            'run:'
          )}
        </b>
        <MarkedText text={cutText(cause)} className="break-words" />
        {group.sites.length > 0 && <span className="text-muted">{sitesText(group)}</span>}
        {history && <ToneBadge tone={history.tone}>{history.text}</ToneBadge>}
        {isInGoodRuns && <ToneBadge tone="status-idle">also in good runs</ToneBadge>}
        {lineCount > 0 && (
          <span className="font-mono whitespace-nowrap text-muted">{formatQuantity(lineCount, 'line')}</span>
        )}
      </button>
      {firstSeq !== null && (
        <button
          type="button"
          title="Show the line that tells it"
          onClick={() => onShowLine(firstSeq)}
          className="shrink-0 rounded-sm font-mono text-xs text-muted underline hover:text-fg max-sm:min-h-6"
        >
          <span className="sr-only">Show </span>line {formatCount(firstSeq)}
        </button>
      )}
    </li>
  );
}

const cutText = (text: string): string =>
  text.length > CAUSE_CHARACTERS ? `${text.slice(0, CAUSE_CHARACTERS)}…` : text;

function sitesText({ sites }: CauseGroup): string {
  const shown = sites.slice(0, SITES_SHOWN).map(nameInText).join(', ');
  const more = sites.length > SITES_SHOWN ? ` and ${sites.length - SITES_SHOWN} more` : '';
  return `${sites.length === 1 ? 'site' : 'sites'} ${shown}${more}`;
}

function titleOf(group: CauseGroup, zone: string): string {
  const { cause, devices, deviceCount, longest } = group;
  const names = devices.slice(0, NAMES_IN_TITLE).map(({ device }) => nameInText(device));
  const more = deviceCount > names.length ? ` and ${formatCount(deviceCount - names.length)} more` : '';
  const since = longest.since === null ? [] : [sinceText(Date.parse(longest.since), zone)];
  const part = isPartOfCause(group) ? ['A click shows the first devices only'] : [];
  return [markedText(cause), `${names.join(', ')}${more}`, ...since, ...part].filter((line) => line !== '').join('\n');
}

const sinceText = (sinceMs: number, zone: string): string =>
  `Since the run of ${formatDateTime(sinceMs, zone)} ${formatZone(sinceMs, zone)}`;
