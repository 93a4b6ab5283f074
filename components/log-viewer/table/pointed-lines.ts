import type { Pointed } from '@/components/ui/pointed';
import type { Line } from '@/lib/store/chunks/line';

/**
 * The drawn lines at the moment that is pointed at in another pane. When a device is pointed at: its lines nearest in
 * time. Empty when the moment is not on screen.
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
