import { formatCount, formatQuantity } from '@/lib/format/number';
import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { MAX_DIVERGING, type Divergences } from './schema';

export type Reached = {
  /** Levels whose messages were compared. */
  levels: readonly Level[];
  divergence: Pick<Divergences, 'turnedBad'>;
  /** Devices with more lines than were followed. */
  longCourses: number;
  maxCourseLines: number;
};

/** One sentence for each thing that a comparison does not cover; none when it is complete. */
export function describeLeftOut({ levels, divergence, longCourses, maxCourseLines }: Reached): string[] {
  const missing = LEVELS.filter((level) => !levels.includes(level));
  const sentences: string[] = [];
  if (missing.length > 0) {
    sentences.push(`Messages of ${missing.join(', ')}: the runs hold too many lines of them to compare in time.`);
  }
  if (divergence.turnedBad > MAX_DIVERGING) {
    const all = formatQuantity(divergence.turnedBad, 'device');
    sentences.push(
      `Divergence: of ${all} that turned bad, the ${formatCount(MAX_DIVERGING)} that ended first were followed.`,
    );
  }
  if (longCourses > 0) {
    const first = formatCount(maxCourseLines);
    sentences.push(
      `Divergence: of ${formatQuantity(longCourses, 'device')} only the first ${first} lines were followed.`,
    );
  }
  return sentences;
}
