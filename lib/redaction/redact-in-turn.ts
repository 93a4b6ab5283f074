import { redactLines, OPENED_HERE, type Entry } from './redact-lines';
import { redactWithOpen } from './redact-text';

/** Redacts the texts of one sender, one after the other: a list's elements, the lines of a session. */
export function redactorInTurn(): (text: string) => string {
  let entries: Entry[] = [];
  return (text) => {
    const { text: clean, open } = redactWithOpen(text);
    if (entries.length === 0 && open.length === 0) return clean;
    const read = redactLines(clean, entries);
    const opened = open.map((secret) => ({ open: secret, relation: 'own' as const, id: 0 }));
    entries = [...read.open.filter(({ id }) => id !== OPENED_HERE), ...opened];
    return read.text;
  };
}

export function redactInTurn(texts: readonly string[]): string[] {
  return texts.map(redactorInTurn());
}
