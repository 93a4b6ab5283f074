import { useState } from 'react';
import { ToggleButton } from '@/components/ui/toggle-button';
import type { MessageForm } from '@/lib/reading/lines/message-parts';
import type { Line } from '@/lib/store/chunks/line';
import { shownText } from '@/lib/store/chunks/shown-text';
import { LineMessage } from '../message/line-message';

/** The longest message that is stored: 256 KiB. */
const MESSAGE_CHARACTERS = 262_144;

const FORMS = [
  { form: 'shown', label: 'As shown', title: 'As a terminal would show it' },
  { form: 'raw', label: 'Raw', title: 'Every character that was sent, with marks for those that cannot be seen' },
] as const satisfies { form: MessageForm; label: string; title: string }[];

/** The whole message; where a terminal would show something else than was sent, the reader can switch between both. */
export function DetailMessage({ line, highlighter }: { line: Line; highlighter: RegExp | null }) {
  const [chosen, setChosen] = useState<MessageForm>('shown');
  const hasForms = shownText(line.message) !== line.message;
  const form = hasForms ? chosen : 'shown';
  return (
    <div className="flex flex-col gap-1">
      {hasForms && (
        <div role="group" aria-label="Form of the message" className="flex gap-1">
          {FORMS.map(({ form: each, label, title }) => (
            <ToggleButton key={each} size="sm" isOn={form === each} title={title} onClick={() => setChosen(each)}>
              {label}
            </ToggleButton>
          ))}
        </div>
      )}
      <pre
        aria-label="Message"
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-md border border-line bg-panel p-2 font-mono text-xs break-words whitespace-pre-wrap"
      >
        <LineMessage
          message={line.message}
          highlighter={form === 'raw' ? null : highlighter}
          maxCharacters={MESSAGE_CHARACTERS}
          form={form}
        />
      </pre>
    </div>
  );
}
