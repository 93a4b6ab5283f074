import { joinList } from '@/lib/http/comma-list';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';

/** Most devices that can be chosen at once; more names would make an address that servers refuse. */
export const MAX_CHOSEN = 100;
/** Most characters of all chosen names, so that servers take the address (Node: 16 KiB of headers). */
const MAX_NAMES_LENGTH = 3000;

export type LaneChoice = { device?: readonly string[]; phase?: readonly string[]; component?: readonly string[] };

const KINDS = ['device', 'phase', 'component'] as const;

/** Names that the filter cannot hold: '' (lines that name none), and names with blanks around them. */
export const canChoose = (name: string): boolean => name !== '' && name.trim() === name;

export const canChooseAll = (names: readonly string[]): boolean =>
  names.length > 0 &&
  names.length <= MAX_CHOSEN &&
  names.every(canChoose) &&
  joinList(names).length <= MAX_NAMES_LENGTH;

/** The view with only this choice, or without it when it was the only one; other filters stay. */
export function chooseOnly(view: LineView, choice: LaneChoice): LineView {
  const isChosen = KINDS.every((kind) => isSame(view[kind], choice[kind]));
  return { ...view, ...fields(isChosen ? {} : choice) };
}

/** The view with this choice added, or removed where all of it was chosen already. */
export function chooseMore(view: LineView, choice: LaneChoice): LineView {
  const given = KINDS.filter((kind) => choice[kind]);
  const isThere = given.every((kind) => choice[kind]?.every((name) => view[kind]?.includes(name)));
  const changed: LaneChoice = { device: view.device, phase: view.phase, component: view.component };
  for (const kind of given) {
    const names = choice[kind] ?? [];
    const kept = (view[kind] ?? []).filter((name) => !names.includes(name));
    changed[kind] = isThere ? kept : [...kept, ...names];
  }
  const isTooLong = joinList(KINDS.flatMap((kind) => changed[kind] ?? [])).length > MAX_NAMES_LENGTH;
  return isTooLong ? view : { ...view, ...fields(changed) };
}

export const hasChoice = (view: LineView): boolean => KINDS.some((kind) => (view[kind]?.length ?? 0) > 0);

export const clearChoice = (view: LineView): LineView => ({ ...view, ...fields({}) });

function fields(choice: LaneChoice): Pick<LineView, (typeof KINDS)[number]> {
  const list = (names: readonly string[] | undefined) => (names && names.length > 0 ? [...names] : undefined);
  return { device: list(choice.device), phase: list(choice.phase), component: list(choice.component) };
}

function isSame(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
