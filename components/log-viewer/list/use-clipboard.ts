'use client';

import { useMutation } from '@tanstack/react-query';

/** Puts texts on the clipboard in the order in which they were asked for, though some are read first; each is reported. */
export function useClipboard(say: (notice: string) => void): (copy: () => Promise<string>) => void {
  const { mutate } = useMutation({
    scope: { id: 'clipboard' },
    networkMode: 'always',
    mutationFn: (copy: () => Promise<string>) => copy(),
    onSuccess: say,
    onError: (error) => say(error.message),
  });
  return mutate;
}
