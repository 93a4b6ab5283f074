import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Table, type TableColumn } from './table';

type Row = { name: string; count: number };
const COLUMNS: TableColumn<Row>[] = [
  { label: 'Name', isRowHeading: true, cell: ({ name }) => name },
  {
    ...{ label: 'Count', className: 'text-right', headingClass: 'w-full', cellClass: 'py-0.5', sorted: 'descending' },
    title: ({ count }) => `${count} lines`,
    cell: ({ count }) => count,
  },
];
const html = renderToStaticMarkup(
  <Table label="Sample" columns={COLUMNS} rows={[{ name: 'a', count: 3 }]} keyOf={({ name }) => name} />,
);

describe('Table', () => {
  it('says what each part is, which a browser forgets where CSS makes a grid of a table', () => {
    expect([...html.matchAll(/role="(\w+)"/g)].map(([, role]) => role)).toEqual(
      'table rowgroup row columnheader columnheader rowgroup row rowheader cell'.split(' '),
    );
  });

  it('gives a column one look: heading and cells share a class, and what is theirs alone wins over the usual', () => {
    expect(html).toContain('aria-sort="descending" class="px-2 py-1 font-medium text-right w-full">Count');
    expect(html).toContain('class="px-2 text-right py-0.5" title="3 lines">3');
  });
});
