/** Look of a row of devices or messages. */
export const COMPARED_ROW = 'border-b border-line align-top last:border-b-0 hover:bg-hover';
/** A column that a narrow window leaves out; what it says stands below the row's name there. */
export const WIDE_COLUMN = 'hidden md:table-cell';
