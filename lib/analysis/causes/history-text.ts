import { HISTORY_KINDS, type CauseGroup, type History } from './schema';

type HistoryLook = { text: string; tone: `status-${'bad' | 'idle' | 'warn' | 'ok'}` };

/** A group's history in a few words; null where there is nothing to compare with. */
export function describeHistory(
  { kinds, longest }: Pick<CauseGroup, 'kinds' | 'longest'>,
  comparedRuns: number,
): HistoryLook | null {
  if (comparedRuns === 0) return null;
  const present = HISTORY_KINDS.filter((kind) => (kinds[kind] ?? 0) > 0);
  const [only] = present;
  if (only === undefined) return null;
  if (present.length === 1) return { text: kindText(only, longest), tone: TONE[only] };
  return { text: present.map((kind) => `${kinds[kind]} ${kind}`).join(', '), tone: TONE[only] };
}

/** New failures need a look tonight; known ones have had one. */
const TONE = {
  new: 'status-bad',
  known: 'status-idle',
  flaky: 'status-warn',
  recovered: 'status-ok',
} as const satisfies Record<History['kind'], HistoryLook['tone']>;

function kindText(kind: History['kind'], { runsInARow, isAtLeast }: History): string {
  if (kind === 'new') return 'new';
  if (kind === 'flaky') return 'comes and goes';
  const runs = `${runsInARow}${isAtLeast ? '+' : ''}`;
  if (kind === 'recovered') return runsInARow > 1 ? `recovered after ${runs} runs` : 'recovered';
  return isAtLeast ? `known, ${runs} runs in a row` : `known, ${formatOrdinal(runsInARow)} run in a row`;
}

/** `1st`, `2nd`, `3rd`, `11th`, `21st`. */
export function formatOrdinal(count: number): string {
  const isTeen = Math.floor((count % 100) / 10) === 1;
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10];
  return `${count}${isTeen ? 'th' : (ending ?? 'th')}`;
}
