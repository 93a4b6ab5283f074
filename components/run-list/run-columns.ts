/**
 * One grid for headings, rows and skeleton, so nothing moves when data arrives; it follows the width of the list, not of
 * the window, since the facets take some of it. Narrower than 56rem a row has two lines (flex; ::before breaks them): what ran,
 * then how it went; trigger needs 72rem, type and gateway 90rem.
 */
export const RUN_ROW_GRID = [
  'flex flex-wrap items-center gap-x-2 gap-y-0.5 px-4',
  'before:order-4 before:basis-full before:content-[""]',
  '@4xl:grid @4xl:before:hidden @4xl:gap-x-2 @6xl:gap-x-4',
  '@4xl:grid-cols-[6.5rem_minmax(8rem,2fr)_7.75rem_6.5rem_minmax(7.5rem,1.5fr)_3.75rem_3.75rem_6.5rem]',
  '@6xl:grid-cols-[6.5rem_minmax(9rem,2fr)_7.75rem_7.5rem_minmax(9rem,1.5fr)_4rem_4rem_6.5rem_5.5rem]',
  '@min-[90rem]:grid-cols-[6.5rem_minmax(12rem,2fr)_8rem_7.75rem_9rem_minmax(11rem,1.5fr)_4rem_4rem_6.5rem_6rem_7rem]',
].join(' ');

export const RUN_ROW_HEIGHT = 'min-h-15 @4xl:min-h-9';
export const WIDE_ONLY = '@max-6xl:hidden';
export const WIDEST_ONLY = '@max-[90rem]:hidden';

/** Headings in the order of a row's cells. */
export const RUN_COLUMNS = [
  { label: 'Status', className: '' },
  { label: 'Job', className: '' },
  { label: 'Type', className: WIDEST_ONLY },
  { label: 'Started', className: '' },
  { label: 'Duration', className: 'text-right' },
  { label: 'Devices', className: '' },
  { label: 'Errors', className: 'text-right' },
  { label: 'Warnings', className: 'text-right' },
  { label: 'Last 20 runs', className: 'text-right' },
  { label: 'Trigger', className: WIDE_ONLY },
  { label: 'Gateway', className: WIDEST_ONLY },
] as const;
