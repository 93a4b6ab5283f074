import 'server-only';
import type { LineColumns } from '../../message-tally';

/** The columns as PostgreSQL writes them: JSON lists of equal length. */
export type ColumnTexts = Record<keyof LineColumns, string>;

export const parseColumns = ({ seq, level, component, device, message }: ColumnTexts): LineColumns => ({
  seq: JSON.parse(seq) as number[],
  level: JSON.parse(level) as number[],
  component: JSON.parse(component) as string[],
  device: JSON.parse(device) as string[],
  message: JSON.parse(message) as string[],
});
