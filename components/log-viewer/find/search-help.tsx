import { CircleQuestionMark } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';

const FORMS = [
  ['timeout', 'the whole word, in any case; several words must all be there'],
  ['"connection refused"', 'the words in this order'],
  ['*ethernet*', 'any part of a word; tac* and *acs for its start and end'],
  ['/seq=\\d{4}/', 'a regular expression; /…/i ignores case'],
] as const;

export function SearchHelp() {
  const trigger = (
    <Button variant="ghost" className="w-8 px-0" aria-label="How to search">
      <CircleQuestionMark aria-hidden className="size-4" />
    </Button>
  );
  return (
    <Popover trigger={trigger} label="How to search" className="w-96 p-3">
      <p className="mb-2">
        Message, device and fields of each line are searched. Enter and Shift Enter go from match to match; without
        “Only matches” all lines stay.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {FORMS.map(([form, meaning]) => (
          <div key={form} className="contents">
            <dt className="font-mono text-xs">{form}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
