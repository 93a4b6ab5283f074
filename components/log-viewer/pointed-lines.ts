import type { Pointed } from '@/components/ui/pointed';
import type { Line } from '@/lib/store/chunks/line';

/**
 * Of the drawn lines those at the moment that is pointed at elsewhere: of the device that is pointed at the nearest in
 * time, of several with one time all. None when the moment is not on screen.
 */
export function pointedSeqs(lines: readonly Line[], pointed: Pointed): number[] {
  if (!pointed) return [];
  const timed = lines.map(({ seq, time, device }) => ({ seq, device, timeMs: Date.parse(time) }));
  const times = timed.map(({ timeMs }) => timeMs);
  if (pointed.timeMs < Math.min(...times) || pointed.timeMs > Math.max(...times)) return [];
  const own = timed.filter(({ device }) => pointed.name === '' || device === pointed.name);
  const nearestMs = Math.min(...own.map(({ timeMs }) => Math.abs(timeMs - pointed.timeMs)));
  return own.filter(({ timeMs }) => Math.abs(timeMs - pointed.timeMs) === nearestMs).map(({ seq }) => seq);
}
