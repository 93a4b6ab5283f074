import type { SourceFile } from './source-file';

export type SizedFile = Pick<SourceFile, 'path' | 'lineCount'>;
export type SizeReport = { fileCount: number; median: number; p90: number; problems: string[] };

const MAX_MEDIAN = 60;
const MAX_P90 = 150;

/** Lines that a file may have; a page or a route handler only puts together what stands elsewhere. */
export function maxLines(path: string): number {
  if (/\.(test|spec)\.tsx?$/.test(path)) return 400;
  return /^app\/.*\b(page\.tsx|route\.ts)$/.test(path) ? 50 : 300;
}

/** The value that `share` of the sorted numbers do not pass (nearest rank); 0 of none. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** What is too long: single files, and the tree as a whole. */
export function measureSizes(files: readonly SizedFile[]): SizeReport {
  const sorted = files.map((file) => file.lineCount).sort((one, other) => one - other);
  const [median, p90] = [quantile(sorted, 0.5), quantile(sorted, 0.9)];
  const problems = files
    .filter((file) => file.lineCount > maxLines(file.path))
    .map((file) => `${file.path}: ${file.lineCount} lines, at most ${maxLines(file.path)}`);
  if (median > MAX_MEDIAN) problems.push(`median ${median} lines, at most ${MAX_MEDIAN}`);
  if (p90 > MAX_P90) problems.push(`90 % of the files within ${p90} lines, at most ${MAX_P90}`);
  return { fileCount: files.length, median, p90, problems };
}
