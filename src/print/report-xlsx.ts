import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import { printedCheckpoint } from './printed-checkpoint.js';
import type { PrintedCell, PrintedReport, PrintedTable } from './printed-report.js';
import { settledArchive } from './settled-archive.js';

/** Points. */
const SIZE = 10;
const TITLE_SIZE = 16;
/** From line to line, in heights of a character. */
const LINE = 1.45;
const ROW_MIN = 2 * SIZE;
/** Above and below the words together. */
const ROW_ROOM = 4;
/** What Excel gives a row at most; the words below it would be hidden. */
const ROW_MAX = 409;
/** Left and right of the words of a cell together. */
const CELL_SIDES = 4;
const POINTS_PER_MM = 72 / 25.4;
/** Excel counts the width of a column in digits of seven pixels, five pixels more for all of them. */
const PIXELS_PER_POINT = 96 / 72;
const [DIGIT, DIGIT_ROOM] = [7, 5];

/** The 版心, which fits on A4 within the margins that the library sets. */
const WORDS_WIDTH = 156 * POINTS_PER_MM;

const LEFT = { align: 'left' } as const;
const CENTER = { align: 'center' } as const;
const RIGHT = { align: 'right' } as const;
/** Of the name of a sheet. */
const NAME_MAX = 31;
const FIGURE = /^-?\d+(?:\.(\d+))?$/;

type OneSheet = Sheet<Buffer>;

/**
 * 年度报告 as a workbook: a sheet of the words, and one for each table in the shape that the form
 * prescribes, with figures that can be counted on. No cell is a formula: a text that begins like one
 * is text, and stays text when somebody edits it.
 */
export async function reportXlsx(report: PrintedReport): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const sheets = [wordsSheet(report), ...tableSheets(report)];
  const book = writeXlsxFile(
    sheets.map((sheet) => ({ ...sheet, orientation: 'landscape' as const, showGridLines: false })),
    {
      fontFamily: '宋体',
      fontSize: SIZE,
      features: [
        {
          files: {
            transform: { 'xl/worksheets/sheet{id}.xml': { transformElementAttributes: upright } },
          },
        },
      ],
    },
  );
  return settledArchive(await book.toBuffer());
}

/** The library lays A4 on its side, or says nothing of paper. */
function upright(tag: string, attributes: Attributes): Attributes {
  return tag === 'pageSetup' ? { ...attributes, orientation: 'portrait' } : attributes;
}

type Attributes = Record<string, string | number>;

function wordsSheet(report: PrintedReport): OneSheet {
  const { title, preamble, parts, signature, checkpoint, draft } = report;
  const rows = [
    ...title.map((line) => words(line, { ...CENTER, fontSize: TITLE_SIZE })),
    ...preamble.map(({ text }) => words(text, LEFT)),
    ...parts.flatMap(({ heading, blocks }) => [
      words(heading, { ...LEFT, fontFamily: '黑体' }),
      ...blocks.map(({ kind, text }) =>
        words(text, kind === 'second' ? { ...LEFT, fontFamily: '楷体' } : LEFT),
      ),
    ]),
    words(signature.agency, RIGHT),
    words(signature.date, RIGHT),
    ...(checkpoint === null
      ? []
      : printedCheckpoint(checkpoint).lines.map(({ text, root = '' }) => words(text + root, LEFT))),
  ];
  return {
    sheet: '文字',
    data: [...draftMark(draft, 1), ...rows.flat().map((cell) => [cell])],
    columns: [{ width: inDigits(WORDS_WIDTH) }],
  };
}

/** A paragraph, over as many rows as it takes to show all of it. */
function words(text: string, style: CellObject): CellObject[] {
  const size = style.fontSize ?? SIZE;
  const room = Math.floor((ROW_MAX - ROW_ROOM) / (LINE * size)) * perLine(WORDS_WIDTH, size);
  const pieces = text.match(new RegExp(`.{1,${String(room)}}`, 'gsu')) ?? [];
  return pieces.map((piece) => ({
    ...textCell(piece),
    ...style,
    height: heightOf(piece, WORDS_WIDTH, size),
  }));
}

function tableSheets({ parts, draft }: PrintedReport): OneSheet[] {
  return parts.flatMap(({ heading, table }) => {
    if (table === null) return [];
    const widths = widthsOf(table);
    return [
      {
        sheet: heading.slice(0, NAME_MAX),
        data: [...draftMark(draft, widths.length), ...gridOf(table, widths)],
        columns: widths.map((width) => ({ width: inDigits(width) })),
      },
    ];
  });
}

/** Those of the form, in points, and more where a figure needs it: Excel shows it as #### otherwise. */
function widthsOf({ columnWidths, rows }: PrintedTable): number[] {
  const longest = Math.max(
    ...rows.flat().map(({ text, colspan }) => (FIGURE.test(text) ? text.length / colspan : 0)),
  );
  const needed = longest * 0.6 * SIZE + 2 * CELL_SIDES;
  return columnWidths.map((width) => Math.max(width * POINTS_PER_MM, needed));
}

/** Each cell in its column; where it reaches to the right and below, nothing. */
function gridOf({ rows }: PrintedTable, widths: readonly number[]): Row[] {
  return rows.map((cells) => {
    const row: (CellObject | null)[] = widths.map(() => null);
    for (const cell of cells) {
      const { column, colspan, rowspan } = cell;
      const width = widths.slice(column, column + colspan).reduce((sum, it) => sum + it, 0);
      const height = rowspan === 1 ? { height: heightOf(cell.text, width, SIZE) } : {};
      row[column] = { ...tableCell(cell), ...height, columnSpan: colspan, rowSpan: rowspan };
    }
    return row;
  });
}

function tableCell({ text, head }: PrintedCell): CellObject {
  const border = { borderStyle: 'thin', borderColor: '#000000' } as const;
  const [figure, decimals = ''] = FIGURE.exec(text) ?? [];
  const content =
    head || figure === undefined
      ? textCell(text)
      : {
          type: Number,
          value: Number(figure),
          // Otherwise a narrow column rounds what it shows.
          format: decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}`,
        };
  return { ...content, ...border, align: 'center', alignVertical: 'center', wrap: true };
}

/** The format @ keeps it text when it is edited; an underscore that Excel would take for a code is one. */
function textCell(text: string): CellObject {
  const value = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return { type: String, value, format: '@', wrap: true };
}

function draftMark(draft: boolean, columns: number): Row[] {
  if (!draft) return [];
  const mark = {
    ...textCell('草稿'),
    fontFamily: '黑体',
    align: 'right',
    columnSpan: columns,
  } as const;
  return [[mark, ...Array.from({ length: columns - 1 }, () => null)]];
}

function perLine(width: number, size: number): number {
  return Math.max(1, Math.floor((width - CELL_SIDES) / size));
}

function heightOf(text: string, width: number, size: number): number {
  const characters = Array.from(text).reduce((sum, it) => sum + (it < '\u2000' ? 0.5 : 1), 0);
  const lines = Math.ceil(characters / perLine(width, size));
  return Math.max(ROW_MIN, lines * LINE * size + ROW_ROOM);
}

function inDigits(points: number): number {
  return (points * PIXELS_PER_POINT - DIGIT_ROOM) / DIGIT;
}
