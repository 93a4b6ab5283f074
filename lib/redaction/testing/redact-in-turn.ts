import { redactLines, OPENED_HERE, type Entry } from '../redact-lines';
import { redactWithOpen } from '../redact-text';

/** Texts of one sender, one after the other, as ingest reads the records of a run. */
export function redactInTurn(texts: readonly string[]): string[] {
  let entries: Entry[] = [];
  return texts.map((text) => {
    const { text: clean, open } = redactWithOpen(text);
    const read = redactLines(clean, entries);
    const opened = open.map((secret) => ({ open: secret, relation: 'own' as const, id: 0 }));
    entries = [...read.open.filter(({ id }) => id !== OPENED_HERE), ...opened];
    return read.text;
  });
}
