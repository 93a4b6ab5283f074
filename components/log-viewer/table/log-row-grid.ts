import { cn } from '@/components/ui/cn';

/** Columns: number, time, level, component, device, message. A narrow table keeps time, level and message. */
export const LOG_ROW_GRID = cn(
  'grid grid-cols-[6.5rem_1.25rem_minmax(0,1fr)] gap-x-2 px-2',
  '@2xl:grid-cols-[4.5rem_var(--time-width)_1.25rem_9rem_minmax(0,1fr)]',
  '@4xl:grid-cols-[4.5rem_var(--time-width)_1.25rem_8rem_9rem_minmax(0,1fr)]',
);
