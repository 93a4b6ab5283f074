import { Fragment, memo } from 'react';
import { cn } from '@/components/ui/cn';
import { CharacterMark } from '@/components/ui/character-mark';
import { formatCount } from '@/lib/format/number';
import { buildMessageView, type MessageForm, type MessagePart } from '@/lib/reading/lines/message-parts';
import type { AnsiColor, AnsiStyle } from '@/lib/store/chunks/sgr';

/** Log text may not choose its own colours, or it could hide itself: each name stands for a token that can be read. */
const COLOR_CLASSES: Record<AnsiColor, { text: string; ground: string }> = {
  black: { text: 'text-faint', ground: 'bg-panel' },
  red: { text: 'text-status-bad', ground: 'bg-status-bad-ground' },
  green: { text: 'text-status-ok', ground: 'bg-status-ok-ground' },
  yellow: { text: 'text-status-warn', ground: 'bg-status-warn-ground' },
  blue: { text: 'text-level-info', ground: 'bg-level-info-ground' },
  magenta: { text: 'text-level-critical', ground: 'bg-level-critical-ground' },
  cyan: { text: 'text-status-changed', ground: 'bg-status-changed-ground' },
  white: { text: 'text-fg', ground: 'bg-hover' },
};

const styleClass = ({ color, ground, isBold, isDim, isItalic, isUnderlined }: AnsiStyle): string =>
  cn(
    color && COLOR_CLASSES[color].text,
    // A coloured ground takes its own text colour, so that the two can always be read together.
    ground && [COLOR_CLASSES[ground].text, COLOR_CLASSES[ground].ground],
    isBold && 'font-bold',
    isDim && !ground && 'text-muted',
    isItalic && 'italic',
    isUnderlined && 'underline',
  );

type LineMessageProps = { message: string; highlighter: RegExp | null; maxCharacters: number; form?: MessageForm };

/** A message as text: colours, hits of the search, and marks for what cannot be seen. Never HTML. */
export const LineMessage = memo(function LineMessage({ message, ...options }: LineMessageProps) {
  const { parts, hiddenCount } = buildMessageView(message, options);
  return (
    <bdi dir="auto">
      {parts.map((part, at) => (
        <Fragment key={at}>{partElement(part)}</Fragment>
      ))}
      {hiddenCount > 0 && <span className="text-faint"> … {formatCount(hiddenCount)} more characters</span>}
    </bdi>
  );
});

function partElement({ text, style, isHit, isMark }: MessagePart) {
  const className = styleClass(style);
  if (isMark) {
    return <CharacterMark text={text} />;
  }
  if (isHit) return <mark className="rounded-sm bg-level-warning-ground text-level-warning underline">{text}</mark>;
  return className ? <span className={className}>{text}</span> : text;
}
