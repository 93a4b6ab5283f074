import type { LineShape } from './line-look';

type LineMarkProps = { x: number; y: number; mark: LineShape; colour: string; sizePx?: number; isHollow?: boolean };

/** A point of a line. Hollow while its bucket is not over. */
export function LineMark({ x, y, mark, colour, sizePx = 3.5, isHollow = false }: LineMarkProps) {
  const paint = { fill: isHollow ? 'var(--surface)' : colour, stroke: colour, strokeWidth: 1.5 };
  switch (mark) {
    case 'circle':
      return <circle cx={x} cy={y} r={sizePx} {...paint} />;
    case 'square':
      return <rect x={x - sizePx} y={y - sizePx} width={2 * sizePx} height={2 * sizePx} {...paint} />;
    case 'triangle':
      return <path d={`M${x},${y - sizePx - 1} l${sizePx + 1},${2 * sizePx} h${-2 * sizePx - 2} z`} {...paint} />;
    case 'diamond':
      return (
        <path
          d={`M${x},${y - sizePx - 1} l${sizePx + 1},${sizePx + 1} l${-sizePx - 1},${sizePx + 1} l${-sizePx - 1},${-sizePx - 1} z`}
          {...paint}
        />
      );
  }
  return mark satisfies never;
}
