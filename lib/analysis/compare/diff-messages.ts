import { LEVELS, type Level } from '@/lib/store/chunks/level';
import type { TalliedMessage } from '@/lib/analysis/patterns/message-tally';
import { MAX_MESSAGES, type MessageChange, type MessageChangeKind, type MessageComparison } from './schema';

/** New messages explain most: once a device fails, many messages of a good run are missing. */
const KINDS_BY_WEIGHT: readonly MessageChangeKind[] = ['new', 'more', 'gone', 'fewer'];

/**
 * Messages that one run wrote and the other did not, or less often; `levels` are those that were read in full in both.
 */
export function diffMessages(
  runs: { before: readonly TalliedMessage[]; now: readonly TalliedMessage[] },
  levels: readonly Level[],
): MessageComparison {
  const before = byKey(runs.before);
  const now = byKey(runs.now);
  const counts = { new: 0, more: 0, fewer: 0, gone: 0, same: 0 };
  const changes: MessageChange[] = [];
  const keys = new Set([...now.keys(), ...before.keys()]);
  for (const key of keys) {
    const either = now.get(key) ?? before.get(key);
    if (!either || !levels.includes(either.level)) continue;
    const change = compareMessage(either, before.get(key), now.get(key));
    counts[change?.change ?? 'same'] += 1;
    if (change) changes.push(change);
  }
  return { rows: changes.sort(byWeight).slice(0, MAX_MESSAGES), counts, levels: [...levels] };
}

const byKey = (messages: readonly TalliedMessage[]): Map<string, TalliedMessage> =>
  new Map(messages.map((each) => [`${each.level}\n${each.component}\n${each.pattern}`, each]));

function compareMessage(
  { level, component, pattern }: TalliedMessage,
  before: TalliedMessage | undefined,
  now: TalliedMessage | undefined,
): MessageChange | null {
  const beforeCount = before?.count ?? 0;
  const nowCount = now?.count ?? 0;
  if (beforeCount === nowCount) return null;
  return {
    change: kindOf(beforeCount, nowCount),
    ...{ level, component, pattern, beforeCount, nowCount },
    beforeDevices: before?.devices.size ?? 0,
    nowDevices: now?.devices.size ?? 0,
    beforeSeq: before?.firstSeq ?? null,
    nowSeq: now?.firstSeq ?? null,
  };
}

function kindOf(beforeCount: number, nowCount: number): MessageChangeKind {
  if (beforeCount === 0) return 'new';
  if (nowCount === 0) return 'gone';
  return nowCount > beforeCount ? 'more' : 'fewer';
}

/**
 * A difference of one in many is normal. One is added on both sides, so that a first occurrence is not infinitely many
 * times more.
 */
const factorOf = ({ beforeCount, nowCount }: MessageChange): number =>
  Math.abs(Math.log((nowCount + 1) / (beforeCount + 1)));

/** Order: warnings and worse first; then new, more, gone, fewer; then the largest factor, then the most lines. */
function byWeight(one: MessageChange, other: MessageChange): number {
  const weigh = ({ level }: MessageChange) => LEVELS.indexOf(level);
  return (
    weigh(other) - weigh(one) ||
    KINDS_BY_WEIGHT.indexOf(one.change) - KINDS_BY_WEIGHT.indexOf(other.change) ||
    factorOf(other) - factorOf(one) ||
    Math.max(other.nowCount, other.beforeCount) - Math.max(one.nowCount, one.beforeCount) ||
    (one.nowSeq ?? one.beforeSeq ?? 0) - (other.nowSeq ?? other.beforeSeq ?? 0)
  );
}
