import { cn } from '@/components/ui/cn';
import { MarkedText } from '@/components/ui/marked-text';
import { TONE_CLASSES } from '@/components/ui/tone';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import { ROW_CHARACTERS } from '@/lib/reading/lines/message-parts';
import type { Line } from '@/lib/store/chunks/line';
import { fieldsSuffix } from '../message/fields-text';
import { LineMessage } from '../message/line-message';
import { RepeatBadge } from './repeat-badge';

type MessageCellProps = { line: Line; highlighter: RegExp | null; isLoud: boolean; isWrapped: boolean };

/** The message, how often it was repeated, and the fields behind it. */
export function MessageCell({ line, highlighter, isLoud, isWrapped }: MessageCellProps) {
  return (
    <span
      role="gridcell"
      className={cn(
        isLoud && TONE_CLASSES[LEVEL_LOOK[line.level].tone].text,
        isWrapped ? 'break-words whitespace-pre-wrap' : 'truncate whitespace-pre',
      )}
    >
      {line.repeats && (
        <>
          <RepeatBadge {...line.repeats} />{' '}
        </>
      )}
      <LineMessage
        message={line.message}
        form={isWrapped ? 'shown' : 'row'}
        highlighter={highlighter}
        maxCharacters={ROW_CHARACTERS}
      />
      <span className="hidden text-faint @2xl:inline">
        {'  '}
        <MarkedText text={fieldsSuffix(line.fields)} />
      </span>
    </span>
  );
}
