/** What an answer should hold, counted one by one. */
export type Fact = { atMs: number; value: string; sums: Readonly<Record<string, number>> };

type Span = { from: string; to: string; bucketSeconds: number };
type NaiveBucket = Record<string, number | string | boolean>;
export type NaiveSeries = {
  series: { value: string; buckets: NaiveBucket[] }[];
  others: { count: number; buckets: NaiveBucket[] } | null;
};

const WEEK_MS = 7 * 86_400_000;
const MONDAY_MS = Date.UTC(1970, 0, 5);

const within = ({ from, to }: Span, { atMs }: Fact): boolean => atMs >= Date.parse(from) && atMs < Date.parse(to);
const total = (facts: readonly Fact[], name: string): number =>
  facts.reduce((sum, { sums }) => sum + (sums[name] ?? 0), 0);

/** The ten values with the most of the first sum, then of the second, then by their code points. */
export function naiveOrder(facts: readonly Fact[], span: Span, [first, second]: readonly [string, string]): string[] {
  const inside = facts.filter((fact) => within(span, fact));
  const of = (value: string) => inside.filter((fact) => fact.value === value);
  const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  return [...new Set(inside.map(({ value }) => value))]
    .sort(
      (a, b) =>
        total(of(b), first) - total(of(a), first) || total(of(b), second) - total(of(a), second) || byBytes(a, b),
    )
    .slice(0, 10);
}

/** Buckets of one range for the values `own`; `shiftMs` is how much earlier than the present range it lies. */
export function naiveSeries(
  facts: readonly Fact[],
  span: Span,
  { own, shiftMs }: { own: readonly string[]; shiftMs: number },
): NaiveSeries {
  const inside = facts.filter((fact) => within(span, fact));
  const rest = [...new Set(inside.map(({ value }) => value))].filter((value) => !own.includes(value));
  return {
    series: own.map((value) => ({
      value,
      buckets: bucketsOf(
        inside.filter((fact) => fact.value === value),
        span,
        shiftMs,
      ),
    })),
    others:
      rest.length === 0
        ? null
        : {
            count: rest.length,
            buckets: bucketsOf(
              inside.filter(({ value }) => rest.includes(value)),
              span,
              shiftMs,
            ),
          },
  };
}

function bucketsOf(facts: readonly Fact[], span: Span, shiftMs: number): NaiveBucket[] {
  const lengthMs = span.bucketSeconds * 1000;
  const anchorMs = MONDAY_MS - shiftMs;
  const startOf = ({ atMs }: Fact) => Math.floor((atMs - anchorMs) / lengthMs) * lengthMs + anchorMs;
  return [...new Set(facts.map(startOf))]
    .sort((a, b) => a - b)
    .map((startMs) => {
      const own = facts.filter((fact) => startOf(fact) === startMs);
      const names = Object.keys(own[0]?.sums ?? {});
      return {
        time: new Date(startMs).toISOString(),
        isPartial: startMs < Date.parse(span.from) || startMs + lengthMs > Date.parse(span.to),
        ...Object.fromEntries(names.map((name) => [name, total(own, name)])),
      };
    });
}

/** Whole weeks, and no more than it takes for the range before to end before the present one begins; no range tried here is some minutes longer. */
export const naiveShift = ({ from, to }: Span): number =>
  Math.ceil((Date.parse(to) - Date.parse(from)) / WEEK_MS) * WEEK_MS;
