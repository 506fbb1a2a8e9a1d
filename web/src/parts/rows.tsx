import type { ReactNode } from 'react';

export type Column<Row> = Readonly<{ name: string; cell: (row: Row) => ReactNode }>;

type Given<Row> = Readonly<{
  /** What the table shows, for who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  none: string;
}>;

/** A table; on a phone each row is a card with the names of the columns beside the cells. */
export function Rows<Row>({ caption, columns, rows, keyOf, none }: Given<Row>) {
  if (rows.length === 0) return <p className="waiting">{none}</p>;
  return (
    <table className="rows">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ name, cell }) => (
              <td key={name} data-name={name}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
