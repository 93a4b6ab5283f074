import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeKey, type LineCursor } from './line-cursor';
import { buildHitPage, compareHits, isPageCertain, newestOf, type LineHit } from './newest-hits';

/** Few times and run ids, so that there are many ties. */
const hit = fc.record({
  time: fc.nat(9).map((ms) => timeKey({ ms, us: 0 })),
  runId: fc.constantFrom('a', 'b', 'é', '😀', '\uFFFD'),
  seq: fc.integer({ min: 1, max: 5 }),
});
const hits = fc.uniqueArray(hit, { maxLength: 60, selector: ({ time, runId, seq }) => `${time} ${runId} ${seq}` });
const chunks = fc.array(hits, { maxLength: 8 }).map((parts) => {
  const seen = new Set<string>();
  return parts
    .map((part) => part.filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one))))
    .filter((part) => part.length > 0);
});

const newestTime = (part: LineHit[]): string =>
  part
    .map(({ time }) => time)
    .sort()
    .at(-1) ?? '';

function isAfter(one: LineHit, cursor: LineCursor | null): boolean {
  if (!cursor) return true;
  return cursor.line ? compareHits({ time: cursor.time, ...cursor.line }, one) < 0 : one.time <= cursor.time;
}

/** A search with a budget of chunks per answer; like the server, it reads on until it has made progress. */
function search(parts: LineHit[][], cursor: LineCursor | null, { limit, budget }: { limit: number; budget: number }) {
  const unread = parts.filter((part) => part.some((one) => isAfter(one, cursor)));
  unread.sort((one, other) => (newestTime(one) < newestTime(other) ? 1 : -1));
  let kept: LineHit[] = [];
  let frontier: string | null = null;
  for (let read = 0; ; read += 1) {
    const part = unread[read];
    frontier = part ? newestTime(part) : null;
    const isFurther = frontier !== null && (cursor === null || frontier < cursor.time);
    if (!part || isPageCertain(kept, limit, frontier) || (read >= budget && isFurther)) break;
    kept = newestOf(
      kept,
      part.filter((one) => isAfter(one, cursor)),
      limit + 1,
    );
  }
  return buildHitPage(kept, limit, frontier);
}

test('pages hold every line once and in order, however early the budget stops each of them', () => {
  fc.assert(
    fc.property(chunks, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), (parts, limit, budget) => {
      const all = parts.flat().sort(compareHits);
      const seen: LineHit[] = [];
      let cursor: LineCursor | null = null;
      for (let answers = 0; ; answers += 1) {
        expect(answers).toBeLessThan(200);
        const page = search(parts, cursor, { limit, budget });
        expect(page.hits.length).toBeLessThanOrEqual(limit);
        if (!page.isPartial && page.next) expect(page.hits).toHaveLength(limit);
        seen.push(...page.hits);
        if (!page.next) break;
        cursor = page.next;
      }
      expect(seen).toEqual(all);
    }),
  );
});

test('run ids are compared byte by byte, as PostgreSQL does under the "C" collation', () => {
  const at = (runId: string): LineHit => ({ time: timeKey({ ms: 0, us: 0 }), runId, seq: 1 });
  // In UTF-16 units the replacement character would sort after the emoji's first half.
  expect([at('\uFFFD'), at('😀'), at('z')].sort(compareHits).map(({ runId }) => runId)).toEqual(['😀', '\uFFFD', 'z']);
});
