import type { CSSProperties, MouseEvent, ReactNode, Ref } from 'react';
import { cn } from './cn';

/** All there is to a column, so that its heading and its cells cannot drift apart. */
export type TableColumn<Row> = {
  label: string;
  /** Drawn in the heading in place of the label. */
  heading?: ReactNode;
  /** The order of the rows, where they are sorted by this column. */
  sorted?: 'ascending' | 'descending';
  /** Of heading and cells: width, alignment, where the column is hidden. */
  className?: string;
  headingClass?: string;
  cellClass?: string;
  /** Its cells name their rows. */
  isRowHeading?: boolean;
  cell: (row: Row) => ReactNode;
  title?: (row: Row) => string;
};

type TableProps<Row> = {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  classes?: {
    table?: string;
    head?: string;
    headRow?: string;
    body?: string;
    row?: string | ((row: Row) => string | undefined);
  };
  style?: CSSProperties;
  bodyRef?: Ref<HTMLTableSectionElement>;
  onRowClick?: (event: MouseEvent<HTMLTableRowElement>) => void;
  isBusy?: boolean;
};

/** The roles are written out because browsers drop them where CSS changes `display` of a table. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf, classes = {}, style, bodyRef, onRowClick, isBusy } = props;
  const cells = columns.map((column) => ({
    ...column,
    look: cn('px-2 py-1', column.isRowHeading && 'text-left font-normal', column.className, column.cellClass),
  }));
  return (
    <table
      role="table"
      aria-label={label}
      aria-busy={isBusy}
      className={cn('w-full text-xs', classes.table)}
      style={style}
    >
      <thead role="rowgroup" className={classes.head}>
        <tr role="row" className={cn('border-b border-line text-left text-muted', classes.headRow)}>
          {columns.map((column) => (
            <Heading key={column.label} {...column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={bodyRef} className={classes.body}>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            role="row"
            className={typeof classes.row === 'function' ? classes.row(row) : classes.row}
            onClick={onRowClick}
          >
            {cells.map((column) => (
              <Cell key={column.label} isHeading={column.isRowHeading} look={column.look} title={column.title?.(row)}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type HeadingProps = Pick<TableColumn<never>, 'label' | 'heading' | 'sorted' | 'className' | 'headingClass'>;

const Heading = ({ label, heading, sorted, className, headingClass }: HeadingProps) => (
  <th
    role="columnheader"
    scope="col"
    aria-sort={sorted}
    className={cn('px-2 py-1 font-medium', className, headingClass)}
  >
    {heading ?? label}
  </th>
);

type CellProps = { isHeading?: boolean; look: string; title?: string; children: ReactNode };

const Cell = ({ isHeading, look, title, children }: CellProps) =>
  isHeading ? (
    <th role="rowheader" scope="row" className={look} title={title}>
      {children}
    </th>
  ) : (
    <td role="cell" className={look} title={title}>
      {children}
    </td>
  );
