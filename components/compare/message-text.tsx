import { cn } from '@/components/ui/cn';
import { buildMessageView } from '@/lib/reading/lines/message-parts';

/** A shortened message is enough to recognise it; the log shows the whole. */
const CHARACTERS = 240;

/**
 * A message as text: control sequences have no effect, invisible characters are marked, and its text direction stays
 * inside.
 */
export function MessageText({ text, className }: { text: string; className?: string }) {
  const { parts, hiddenCount } = buildMessageView(text, { highlighter: null, maxCharacters: CHARACTERS });
  return (
    <bdi className={cn('min-w-0 wrap-anywhere', className)}>
      {parts.map((part) => part.text).join('')}
      {hiddenCount > 0 && '…'}
    </bdi>
  );
}
