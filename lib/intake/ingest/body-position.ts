/**
 * Names the line and column of a position in a body. Positions must be asked for in rising order, so that each
 * character is looked at once.
 */
export type PositionOf = (at: number) => string;

export function openPositions(body: string): PositionOf {
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted += 1) {
      if (body.charCodeAt(counted) !== LINE_FEED) continue;
      line += 1;
      lineStart = counted + 1;
    }
    return `character ${at} (line ${line}, column ${Math.max(1, at - lineStart + 1)})`;
  };
}

const LINE_FEED = 10;
