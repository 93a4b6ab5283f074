/**
 * Names the line and column of a position in a body. Positions must be asked for in rising order, so that each line end
 * is counted once.
 */
export type PositionOf = (at: number) => string;

export function openPositions(body: string): PositionOf {
  let line = 1;
  let lineStart = 0;
  return (at) => {
    for (let end = body.indexOf('\n', lineStart); end !== -1 && end < at; end = body.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return `character ${at} (line ${line}, column ${Math.max(1, at - lineStart + 1)})`;
  };
}
