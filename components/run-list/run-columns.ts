/**
 * One grid for headings, rows and skeleton, so nothing moves when data arrives. Narrower than md a row is a card of two
 * lines (flex, the ::before breaks the line); type, trigger and gateway need xl.
 */
export const ROW_GRID = [
  'flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4',
  'before:order-4 before:basis-full before:content-[""] md:before:hidden',
  'md:grid md:gap-x-4 md:grid-cols-[6.5rem_minmax(9rem,2fr)_6.5rem_5rem_minmax(10rem,1.5fr)_5rem_5rem]',
  'xl:grid-cols-[6.5rem_minmax(12rem,2fr)_8rem_8rem_5rem_minmax(12rem,1.5fr)_5rem_5rem_6rem_7rem]',
].join(' ');

export const WIDE_ONLY = 'max-xl:hidden';

/** Headings in the order of a row's cells. */
export const RUN_COLUMNS = [
  { label: 'Status', className: '' },
  { label: 'Job', className: '' },
  { label: 'Type', className: WIDE_ONLY },
  { label: 'Started', className: '' },
  { label: 'Duration', className: 'text-right' },
  { label: 'Devices', className: '' },
  { label: 'Errors', className: 'text-right' },
  { label: 'Warnings', className: 'text-right' },
  { label: 'Trigger', className: WIDE_ONLY },
  { label: 'Gateway', className: WIDE_ONLY },
] as const;
