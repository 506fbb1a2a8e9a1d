import { FigureLink } from '../parts/figure-link';
import { cellNames, layoutOf, type Label, type Place, type TableName } from './layout';

type Given = Readonly<{
  form: string;
  figures: ReadonlyMap<string, number>;
  /** Where a figure leads. */
  to: (cell: string) => string;
  /** Cells that a check complains of. */
  marked?: ReadonlySet<string>;
}>;

const TABLES: readonly Readonly<{ table: TableName; name: string }>[] = [
  { table: 'table2', name: '二、主动公开政府信息情况' },
  { table: 'table3', name: '三、收到和处理政府信息公开申请情况' },
  { table: 'table4', name: '四、政府信息公开行政复议、行政诉讼情况' },
];

/** The three tables as they are printed, every figure a link to what it counts. */
export function ReportTables(given: Given) {
  return TABLES.map(({ table, name }) => (
    <OneTable key={table} {...given} table={table} name={name} />
  ));
}

function OneTable({ table, name, ...given }: Given & Readonly<{ table: TableName; name: string }>) {
  const names = cellNames(given.form);
  return (
    <section className="panel">
      <h2>{name}</h2>
      <div className="scroll" role="region" aria-label={name} tabIndex={0}>
        <table className="form-table">
          <caption className="hidden">{name}</caption>
          <tbody>
            {layoutOf(given.form, table).map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) =>
                  'cell' in cell ? (
                    <Figure key={column} cell={cell} names={names} {...given} />
                  ) : (
                    <Heading key={column} cell={cell} row={row} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Heading({ cell, row }: Readonly<{ cell: Label; row: readonly (Label | Place)[] }>) {
  const { text, colspan, rowspan } = cell;
  const scope = row.some((other) => 'cell' in other) ? 'row' : 'col';
  return (
    <th scope={scope} colSpan={colspan} rowSpan={rowspan}>
      {text}
    </th>
  );
}

function Figure({
  cell: { cell, colspan },
  names,
  figures,
  to,
  marked,
}: Omit<Given, 'form'> & Readonly<{ cell: Place; names: ReadonlyMap<string, string> }>) {
  const wrong = marked?.has(cell) ?? false;
  return (
    <td colSpan={colspan} className={wrong ? 'wrong' : undefined}>
      {wrong && <span aria-label="校验有问题">! </span>}
      <FigureLink value={figures.get(cell) ?? 0} to={to(cell)} of={names.get(cell) ?? cell} />
    </td>
  );
}
