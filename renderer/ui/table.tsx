import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly width?: string | undefined;
  readonly isRight?: boolean | undefined;
  readonly cell: (row: Row) => ReactNode;
}
export interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Makes rows open something: by click, and by Enter on the row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
}

/** A ledger: rows of 30 px with hairlines, figures to the right. */
export function Table<Row>({ label, columns, rows, rowKey, onOpen }: TableProps<Row>): ReactNode {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-13">
      <thead>
        <tr className="border-b border-line-strong">
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              style={column.width === undefined ? {} : { width: column.width }}
              className={`h-7 px-2 text-11 font-medium text-ink-2 ${column.isRight === true ? 'text-right' : 'text-left'}`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            {...(onOpen === undefined
              ? {}
              : {
                  tabIndex: 0,
                  onClick: () => {
                    onOpen(row);
                  },
                  onKeyDown: (event) => {
                    if (event.key === 'Enter') onOpen(row);
                  },
                })}
            className="border-b border-line -outline-offset-2 hover:bg-hover"
          >
            {columns.map((column) => (
              <td
                key={column.id}
                className={`h-7.5 truncate px-2 ${column.isRight === true ? 'text-right' : 'text-left'}`}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
