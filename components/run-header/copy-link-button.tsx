'use client';

import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';

/** Copies the address of what is on screen: filters, range and open line are all in it. */
export function CopyLinkButton() {
  const [said, setSaid] = useState('');
  const Icon = said.endsWith('copied') ? Check : Link2;
  return (
    <>
      <Button
        size="sm"
        className="max-sm:w-7 max-sm:px-0"
        aria-label="Copy a link to this view"
        title={said || 'Copy a link to this view'}
        onClick={() => void copyText(window.location.href, 'Link').then(setSaid)}
        onBlur={() => setSaid('')}
      >
        <Icon aria-hidden className="size-4" />
        <span className="max-xl:hidden">Link</span>
      </Button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
