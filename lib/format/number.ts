/** The console speaks English with one grouping everywhere, so server and browser write the same text. */
const grouped = new Intl.NumberFormat('en-US');
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `48,210` */
export const formatCount = (count: number): string => grouped.format(count);

/** `48.2K`: for narrow cells; put the exact number into the title. */
export const formatCompactCount = (count: number): string =>
  count < 10_000 ? grouped.format(count) : compact.format(count);

/** `1 run`, `2,000 runs`. */
export const formatQuantity = (count: number, singular: string, plural = `${singular}s`): string =>
  `${grouped.format(count)} ${count === 1 ? singular : plural}`;
