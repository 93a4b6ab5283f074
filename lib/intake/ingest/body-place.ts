/** Says where in a body a position is; positions are asked for in rising order, so that each line end is counted once. */
export type PlaceOf = (at: number) => string;

export function openPlaces(body: string): PlaceOf {
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
