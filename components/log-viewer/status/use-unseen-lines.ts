'use client';

import { useState } from 'react';
import type { LiveLines } from '../list/use-log-lines';

/** Lines and errors that arrived since the reader was last at the end. */
export function useUnseenLines({ total, window }: LiveLines, isAtEnd: boolean) {
  const [seen, setSeen] = useState({ total, errors: window.tailErrorCount });
  if (isAtEnd && (seen.total !== total || seen.errors !== window.tailErrorCount)) {
    setSeen({ total, errors: window.tailErrorCount });
  }
  return { lineCount: total - seen.total, errorCount: window.tailErrorCount - seen.errors };
}
