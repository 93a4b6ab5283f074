import { describe, expect, it } from 'vitest';
import { maxLines, measureSizes } from './file-sizes';

const filesOf = (...counts: number[]) => counts.map((lineCount, index) => ({ path: `lib/f${index}.ts`, lineCount }));

describe('measureSizes', () => {
  it('gives median and 90th percentile', () => {
    const report = measureSizes(filesOf(100, 10, 20, 30, 40, 50, 60, 70, 80, 90));
    expect(report).toEqual({ fileCount: 10, median: 50, p90: 90, problems: [] });
    expect(measureSizes([])).toEqual({ fileCount: 0, median: 0, p90: 0, problems: [] });
  });

  it('names every file that is too long', () => {
    const files = [
      { path: 'lib/a.ts', lineCount: 301 },
      { path: 'lib/a.test.ts', lineCount: 400 },
      { path: 'app/api/v1/logs/route.ts', lineCount: 51 },
      ...filesOf(...Array<number>(30).fill(10)),
    ];
    expect(measureSizes(files).problems).toEqual([
      'lib/a.ts: 301 lines, at most 300',
      'app/api/v1/logs/route.ts: 51 lines, at most 50',
    ]);
  });

  it('complains about the tree when its files grow', () => {
    expect(measureSizes(filesOf(60, 60, 60)).problems).toEqual([]);
    expect(measureSizes(filesOf(61, 61, 10)).problems).toEqual(['median 61 lines, at most 60']);
    expect(measureSizes(filesOf(10, 10, 151)).problems).toEqual(['90 % of the files within 151 lines, at most 150']);
  });
});

describe('maxLines', () => {
  it('knows pages and routes by their path', () => {
    expect(maxLines('app/(console)/runs/page.tsx')).toBe(50);
    expect(maxLines('components/runs/page.tsx')).toBe(300);
    expect(maxLines('app/api/v1/logs/route.db.test.ts')).toBe(400);
    expect(maxLines('e2e/runs/list.spec.ts')).toBe(400);
  });
});
