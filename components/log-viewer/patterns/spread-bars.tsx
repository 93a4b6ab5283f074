const HEIGHT = 16;
const BAR = 4;

/**
 * Bars that show where in the log the lines are: one for each part, the fullest as high as the row; a part with a
 * single line still shows.
 */
export function SpreadBars({ spread, className }: { spread: readonly number[]; className?: string }) {
  const most = Math.max(1, ...spread);
  const bars = spread.map((count, at) => {
    const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * HEIGHT));
    return `M${at * BAR} ${HEIGHT}v${-height}h${BAR - 1}v${height}z`;
  });
  return (
    <svg
      aria-hidden
      width={spread.length * BAR}
      height={HEIGHT}
      className={className}
      viewBox={`0 0 ${spread.length * BAR} ${HEIGHT}`}
    >
      <path d={bars.join('')} fill="currentColor" />
    </svg>
  );
}
