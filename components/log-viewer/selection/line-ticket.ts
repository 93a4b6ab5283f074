import type { CauseGroup } from '@/lib/analysis/causes/schema';
import { formatDuration } from '@/lib/format/duration';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { linesText, oneLine } from '@/lib/reading/lines/lines-text';
import type { Line } from '@/lib/store/chunks/line';
import type { RunDetail } from '@/lib/runs/schema';

type TicketRun = Pick<RunDetail, 'jobName' | 'number' | 'status' | 'attempt' | 'startedAt' | 'finishedAt'>;
type TicketFacts = { run: TicketRun; lines: readonly Line[]; causes: readonly CauseGroup[]; link: string };

const MAX_DEVICES = 10;
const MAX_CAUSES = 3;

/** A run of backticks longer than any in the text, which therefore cannot end what stands between two of it. */
function fenceFor(text: string, minLength: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(minLength, ...runs.map(({ length }) => length + 1)));
}

/** Text of the log as inline code, where Markdown, HTML and mentions mean nothing (spec.commonmark.org/0.31.2/#code-spans). */
function inlineCode(text: string): string {
  const plain = oneLine(text).trim();
  if (plain === '') return '–';
  const fence = fenceFor(plain, 1);
  return fence.length > 1 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}

/** The selected lines as a Markdown ticket: the run's facts first, the lines in a fence they cannot break out of. */
export function lineTicket({ run, lines, causes, link }: TicketFacts): string {
  const text = linesText(lines);
  const fence = fenceFor(text, 3);
  return [
    `**${inlineCode(run.jobName)} #${run.number}: ${run.status}**`,
    '',
    ...ticketRows({ run, lines, causes, link }).map(([name, value]) => `- ${name}: ${value}`),
    '',
    `${fence}text`,
    text,
    fence,
    '',
  ].join('\n');
}

function ticketRows({ run, lines, causes, link }: TicketFacts): [string, string][] {
  const first = lines[0];
  const last = lines.at(-1);
  const devices = [...new Set(lines.map(({ device }) => device).filter((device) => device !== ''))];
  const known = causesOf(causes, devices, lines);
  return [
    ['Run', runText(run)],
    ['When', first && last ? `${first.time} to ${last.time}` : '–'],
    ...(devices.length > 0 ? [['Devices', namesText(devices)] as [string, string]] : []),
    ...known.map(({ cause, deviceCount }): [string, string] => [
      'Cause',
      `${inlineCode(cause)} (${formatQuantity(deviceCount, 'device')})`,
    ]),
    [
      'Lines',
      first && last ? `${formatCount(first.seq)} to ${formatCount(last.seq)} (${formatCount(lines.length)})` : '–',
    ],
    ['Link', `<${link}>`],
  ];
}

function runText({ startedAt, finishedAt, attempt }: TicketRun): string {
  const took = finishedAt ? `, took ${formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))}` : '';
  return `started ${startedAt}${took}${attempt > 1 ? `, attempt ${attempt}` : ''}`;
}

const namesText = (names: readonly string[]): string =>
  names.slice(0, MAX_DEVICES).map(inlineCode).join(', ') +
  (names.length > MAX_DEVICES ? ` and ${formatCount(names.length - MAX_DEVICES)} more` : '');

/** The causes that concern the lines: a line tells it, or a line's device has it. */
function causesOf(causes: readonly CauseGroup[], devices: readonly string[], lines: readonly Line[]): CauseGroup[] {
  const seqs = new Set(lines.map(({ seq }) => seq));
  return causes
    .filter(
      (group) =>
        (group.firstSeq !== null && seqs.has(group.firstSeq)) ||
        group.devices.some(({ device }) => devices.includes(device)),
    )
    .slice(0, MAX_CAUSES);
}
