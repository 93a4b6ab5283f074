import type { Line } from '@/lib/lines/schema';
import { LineMessage } from './line-message';

/** The longest message that is stored: 256 KiB. */
const MESSAGE_CHARACTERS = 262_144;

export function DetailMessage({ line, highlighter }: { line: Line; highlighter: RegExp | null }) {
  return (
    <pre
      aria-label="Message"
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-md border border-line bg-panel p-2 font-mono text-xs break-words whitespace-pre-wrap"
    >
      <LineMessage message={line.message} highlighter={highlighter} maxCharacters={MESSAGE_CHARACTERS} />
    </pre>
  );
}
