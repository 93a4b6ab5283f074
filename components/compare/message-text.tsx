import { cn } from '@/components/ui/cn';
import { buildMessageView } from '@/lib/reading/lines/message-parts';

/** A message is read in the log; here it is recognised. */
const CHARACTERS = 240;

/** A message as text: no control sequence works, signs that are not seen are marked, its direction stays inside. */
export function MessageText({ text, className }: { text: string; className?: string }) {
  const { parts, hiddenCount } = buildMessageView(text, { highlighter: null, maxCharacters: CHARACTERS });
  return (
    <bdi className={cn('min-w-0 wrap-anywhere', className)}>
      {parts.map((part) => part.text).join('')}
      {hiddenCount > 0 && '…'}
    </bdi>
  );
}
