const SEPARATOR = '\u001e';

/** Where the line ends that goes on at a position, or the record: at the next line end or record separator, or the body's end. */
export type EndOfLine = (at: number) => number;

/**
 * Finds ends of lines. Each stretch of the body is searched once for either sign, however many of the other stand in it, as long
 * as positions rise; they may go back some way.
 */
export function openLineEnds(body: string): EndOfLine {
  const [nextLineEnd, nextSeparator] = [openSearch(body, '\n'), openSearch(body, SEPARATOR)];
  return (at) => Math.min(nextLineEnd(at), nextSeparator(at));
}

function openSearch(body: string, char: string): EndOfLine {
  // Nothing is found between `from` and `found`.
  let from = 0;
  let found = -1;
  const search = (at: number): number => {
    const before = at < from ? body.slice(at, from).indexOf(char) : -1;
    if (before !== -1) return at + before;
    if (at <= found) return found;
    const next = body.indexOf(char, at);
    return next === -1 ? body.length : next;
  };
  return (at) => {
    if (at >= from && at <= found) return found;
    found = search(at);
    from = at;
    return found;
  };
}
