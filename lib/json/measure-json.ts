export type JsonMeasure = {
  /** Behind the value's last bracket; null when it has none that fits. Of a text that begins with no bracket, `limit`. */
  end: number | null;
  /** Names and list elements at all levels; a bracket counts as one more. */
  members: number;
  /** Nesting depth. */
  depth: number;
};

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * How large the JSON value that begins at `start` would be, told from its brackets, commas and quotes alone: 1 to 2 ns a
 * character and no memory, where a million names take seconds and half a gigabyte to parse. What is no JSON is measured all the same.
 * Nothing from `limit` on is looked at.
 */
export function measureJson(text: string, start = 0, limit: number = text.length): JsonMeasure {
  let level = 0;
  let depth = 0;
  let members = 0;
  let isText = false;
  for (let at = start; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (isText) {
      if (code === QUOTE) isText = false;
      else if (code === BACKSLASH) at += 1;
      continue;
    }
    if (code === QUOTE) isText = true;
    else if (code === 44) members += 1;
    else if (code === 123 || code === 91) {
      level += 1;
      members += 1;
      if (level > depth) depth = level;
    } else if (code === 125 || code === 93) {
      level -= 1;
      if (level <= 0) return { end: at + 1, members, depth };
    }
  }
  return { end: level === 0 && depth === 0 ? limit : null, members, depth };
}
