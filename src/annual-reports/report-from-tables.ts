import { resemblance } from '../../projections/checks/likeness.js';
import type { Grid, GridCell, OfficeBlock } from '../csv/office-blocks.js';
import { bareLabel } from './bare-label.js';
import type { ReceivedCell, ReceivedReport } from './domain/submission.events.js';
import type { FigureRow } from './figure-rows.js';
import { textIn } from './received-text.js';
import { unreadable } from './unreadable-report.js';
import { wordsFrom } from './words-from-paragraphs.js';

/** How like the label of the form another must be to be taken for it, in percent. */
const LIKE_FROM = 70;

/** A report has some forty rows; what is far longer is searched for likeness no further. */
const LIKE_WITHIN = 500;

/** A cell and its words without what editors change. */
type LabelledCell = GridCell & Readonly<{ bare: string }>;
type Line = readonly LabelledCell[];
type Table = readonly Line[];

/** A row of a table in a file that may be a row of the form. */
type Match = Readonly<{
  table: Table;
  label: Pick<LabelledCell, 'text' | 'bare'>;
  /** What it prints, in the order of the form's cells. */
  printed: readonly string[];
}>;

/** Each form by its version: which rows of figures it has. */
export type FormRows = ReadonlyMap<string, readonly FigureRow[]>;

/**
 * A report as its tables are laid out on paper: rows are told by their labels and columns by their
 * headings, wherever they stand. A row that the file does not have is left out, for the checks to
 * name; one that it has twice with other figures is refused.
 */
export function reportFromTables(
  blocks: readonly OfficeBlock[],
  forms: FormRows,
): Omit<ReceivedReport, 'source'> {
  const grids = blocks.flatMap((block) => ('grid' in block ? [labelled(block.grid)] : []));
  const tables = joined(grids, forms);
  const { form, rows } = formLike(tables, forms);
  const found = rows.map((row) => ({ row, matches: matchesOf(row, rows, tables) }));
  const cells = found.flatMap(({ row, matches }) => cellsOf(row, matches));
  if (cells.length === 0) throw unreadable('没有找到年度报告的统计表：行名和列名对不上');
  const read = new Set(found.flatMap(({ matches }) => matches.flatMap(({ table }) => table)));
  return {
    ...wordsFrom(linesOf(blocks, grids, read)),
    form,
    cells: Object.fromEntries(cells),
    labels: labelsOf(read),
  };
}

function labelled(grid: Grid): Table {
  const cells = new Map<GridCell, LabelledCell>();
  return grid.map((row) =>
    row.map((cell) => {
      const known = cells.get(cell) ?? { ...cell, bare: bareLabel(cell.text) };
      cells.set(cell, known);
      return known;
    }),
  );
}

/** A table that goes on overleaf as one of its own, without its head, is put behind its beginning. */
function joined(grids: readonly Table[], forms: FormRows): readonly Table[] {
  const rows = [...forms.values()].flat();
  const headed = (table: Table) =>
    table.some((line) => rows.some(({ headings }) => columnsIn(line, headings) !== null));
  const tables: Table[] = [];
  for (const grid of grids) {
    const before = tables.at(-1);
    const goesOn = before !== undefined && widthOf(before) === widthOf(grid) && !headed(grid);
    if (goesOn) tables.splice(-1, 1, [...before, ...grid]);
    else tables.push(grid);
  }
  return tables;
}

function widthOf(table: Table): number {
  return table.reduce((widest, line) => Math.max(widest, line.length), 0);
}

/** The form most of whose rows are there. */
function formLike(tables: readonly Table[], forms: FormRows) {
  const there = new Set(tables.flat(2).map(({ bare }) => bare));
  const counted = [...forms].map(([form, rows]) => {
    const known = rows.filter(({ label }) => there.has(bareLabel(label)));
    return { form, rows, share: known.length / rows.length };
  });
  const [best] = counted.sort((one, other) => other.share - one.share);
  if (best === undefined) throw new Error('there is no form to read a report by');
  return best;
}

/** By the very words of the form; where nothing has them, by words much like them. */
function matchesOf(
  row: FigureRow,
  rows: readonly FigureRow[],
  tables: readonly Table[],
): readonly Match[] {
  const all = tables.flatMap((table) => linesUnder(row, table));
  const wanted = bareLabel(row.label);
  const same = all.filter(({ label }) => label.bare === wanted);
  if (same.length > 0 || wanted === '') return same;
  const taken = new Set(rows.map(({ label }) => bareLabel(label)));
  const [best] = all
    .slice(0, LIKE_WITHIN)
    .filter(({ label }) => !taken.has(label.bare))
    .map((match) => ({ match, like: resemblance(match.label.bare, wanted) }))
    .filter(({ like }) => like >= LIKE_FROM)
    .sort((one, other) => other.like - one.like);
  return best === undefined ? [] : [best.match];
}

/**
 * Every line below the headings of a row of the form, with what it prints under them; a row without a
 * label is the first one below.
 */
function linesUnder({ label: wanted, headings }: FigureRow, table: Table): readonly Match[] {
  let columns: readonly number[] | null = null;
  const heads = new Set(headings.map(bareLabel));
  return table.flatMap((line): readonly Match[] => {
    const here = columnsIn(line, headings);
    if (here !== null) {
      columns = here;
      return [];
    }
    if (columns === null) return [];
    const figures = columns.flatMap((column) => line[column] ?? []);
    if (figures.length < columns.length || figures.some(({ bare }) => heads.has(bare))) return [];
    const beside = line.slice(0, Math.min(...columns));
    const label = beside.findLast(({ bare }) => bare !== '') ?? NO_LABEL;
    if (wanted === '') columns = null;
    return [{ table, label, printed: figures.map(({ text }) => text) }];
  });
}

const NO_LABEL = { text: '', bare: '' };

/** Each heading's column; where one heading stands over several, they are taken from left to right. */
function columnsIn(line: Line, headings: readonly string[]): readonly number[] | null {
  const free = line.flatMap((cell, column) =>
    cell === line[column - 1] || cell.bare === '' ? [] : [{ column, bare: cell.bare }],
  );
  if (free.length < headings.length) return null;
  const columns: number[] = [];
  for (const heading of headings) {
    const at = free.findIndex(({ bare }) => bare === bareLabel(heading));
    const [taken] = at === -1 ? [] : free.splice(at, 1);
    if (taken === undefined) return null;
    columns.push(taken.column);
  }
  return columns;
}

function cellsOf(row: FigureRow, matches: readonly Match[]): [string, ReceivedCell][] {
  const [match, ...others] = matches;
  if (match === undefined) return [];
  const other = others.find(({ printed }) => printed.join('|') !== match.printed.join('|'));
  if (other !== undefined) {
    const name = row.label === '' ? '表四' : `“${row.label}”`;
    throw unreadable(`${name}有两行，数字不同，不知道是哪一行`);
  }
  return row.cells.map((cell, at) => [cell, printedIn(match.printed[at] ?? '', match.label.text)]);
}

/** A number as a number; anything else as it is printed. */
function printedIn(text: string, label: string): ReceivedCell {
  const bare = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(bare) ? Number(bare) : textIn(text, label);
}

/** The lines of a document; of a workbook, the rows of one cell on sheets that are no table. */
function linesOf(
  blocks: readonly OfficeBlock[],
  grids: readonly Table[],
  read: ReadonlySet<Line>,
): readonly string[] {
  const others = grids.filter((grid) => !grid.some((line) => read.has(line)));
  let at = 0;
  const lines = blocks.flatMap((block) => {
    if ('paragraph' in block) return [block.paragraph];
    const grid = grids[at];
    at += 1;
    if (grid === undefined || !others.includes(grid)) return [];
    return grid.flatMap((line) => {
      const texts = [...new Set(line)].map(({ text }) => text).filter((text) => text !== '');
      return texts.length === 1 ? texts : [];
    });
  });
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What stands in the tables and is no number: how they were labelled. */
function labelsOf(lines: ReadonlySet<Line>): readonly string[] {
  const texts = [...lines].flat().map(({ text }) => text.replace(/\s/g, ''));
  return [...new Set(texts)].filter((text) => /\p{Script=Han}/u.test(text));
}
