/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.959964;

/**
 * The Wilson score interval (E. B. Wilson, 1927) of a share: where the true one lies in 95 of 100 cases. Unlike the plain
 * one it holds for few cases and near 0 and 1. Nothing is known without cases: 0 to 1.
 */
export function wilsonInterval(hits: number, total: number): { low: number; high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = hits / total;
  const weight = 1 + (Z * Z) / total;
  const centre = (share + (Z * Z) / (2 * total)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / total + (Z * Z) / (4 * total * total));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
