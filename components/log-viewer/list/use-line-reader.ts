'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Line } from '@/lib/store/chunks/line';
import { readLine, type ShownLines } from './find-index';
import type { ReadLine } from './use-log-lines';

/** Lines for the steps, which must not depend on what is loaded: one that a jump led to is kept, others are read. */
export function useLineReader(lines: ShownLines, read: ReadLine) {
  const client = useQueryClient();
  const [kept, keepLine] = useState<{ index: number; line: Line } | null>(null);
  const lineAt: ReadLine = (index) => read(index) ?? (kept?.index === index ? kept.line : undefined);
  const readLines = (indexes: readonly number[]): Promise<(Line | undefined)[]> =>
    Promise.all(indexes.map((index) => lineAt(index) ?? readLine(client, lines, index)));
  return { lineAt, readLines, keepLine };
}
