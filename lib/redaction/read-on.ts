import { readValueLine } from './answers';
import { opensColumns, readRow } from './columns';
import { findSecrets } from './find-secrets';
import { opensKey, readKeyLine } from './grammar/key-block';
import { CLOSED, strayed, type LineReading, type OpenOf, type OpenSecret, type Relation } from './grammar/open-secret';
import { opensValue } from './prompts';
import { COMMUNITY_BLOCK } from './rules/fortinet';
import { readRest } from './wrapped';

/** Forty communities with their hosts. */
const MAX_BLOCK_LINES = 400;

/** What is still to come of a secret when the line ends; null for nearly every line. */
export function opensSecret(line: string): OpenSecret | null {
  const key = opensKey(line);
  if (key !== null) return key;
  if (line.includes(COMMUNITY_BLOCK)) return { kind: 'communities', left: MAX_BLOCK_LINES, strays: 0 };
  return opensColumns(line) ?? opensValue(line);
}

/** Reads a line in the light of what was open before it. */
export function readOn(open: OpenSecret, line: string, relation: Relation): LineReading {
  switch (open.kind) {
    case 'key':
      return readKeyLine(open, line, relation);
    case 'value':
      return readValueLine(open, line, relation);
    case 'columns':
      return readRow(open, line, relation);
    case 'rest':
      return readRest(open, line, relation);
    case 'word':
      return readWord(open, line, relation);
    case 'communities':
      return readCommunity(open, line, relation);
  }
  return open satisfies never;
}

/** The keyword's two parts together, behind what makes it a command. */
function readWord(open: OpenOf<'word'>, line: string, relation: Relation): LineReading {
  if (relation === 'foreign') return { found: [], next: open };
  const found = foundBehind(`username x ${open.word}`, line.trimStart(), line.length - line.trimStart().length);
  return found.length > 0 ? { ...CLOSED, found } : strayed(open, relation, 0);
}

function readCommunity(open: OpenOf<'communities'>, line: string, relation: Relation): LineReading {
  if (relation === 'foreign') return { found: [], next: open };
  if (/^\s*end\b/.test(line)) return CLOSED;
  const found = foundBehind(`${COMMUNITY_BLOCK}\n`, line, 0);
  return { found, next: open.left <= 1 ? null : { ...open, left: open.left - 1 } };
}

/** The secrets of the line that rules see when `lead` stands before it. */
function foundBehind(lead: string, line: string, indent: number): LineReading['found'] {
  return findSecrets(lead + line).flatMap(({ start, end, rule }) => {
    const from = start - lead.length + indent;
    return rule === null || from < 0 ? [] : [{ start: from, end: end - lead.length + indent, rule }];
  });
}
