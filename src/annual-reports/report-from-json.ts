import { APPEAL_KINDS } from '../appeals/domain/appeal.events.js';
import { RESULTS } from '../../projections/table-four.js';
import { COLUMNS } from '../../projections/table-three.js';
import { isLocalDate } from '../kernel/local-date.js';
import type { ReceivedCell, ReceivedReport, ReceivedWords } from './domain/submission.events.js';
import { longTextIn, textIn } from './received-text.js';
import { unreadable } from './unreadable-report.js';

type Json = Readonly<Record<string, unknown>>;
type Cells = [cell: string, printed: ReceivedCell][];

/** More cells than any form has. */
const CELLS_MAX = 1_000;

/**
 * A report in the exchange format, as `report --format json` writes it: tables two to four, and the
 * words where they are there. A number, a blank and what was printed instead are kept as they are;
 * null says that the source does not show the cell.
 */
export function reportFromJson(text: string): Omit<ReceivedReport, 'source'> {
  const report = objectIn(parsed(text), '文件');
  const { agency, year, form, table2, table3, table4 } = report;
  const rows = isGiven(table3) ? objectIn(objectIn(table3, 'table3')['rows'], 'table3.rows') : {};
  const cells: Cells = [
    ...(isGiven(table2) ? tableTwo(objectIn(table2, 'table2')) : []),
    ...Object.entries(rows).flatMap(([row, printed]) =>
      rowOf(
        printed,
        COLUMNS.length,
        `table3.rows.${row}`,
        (at) => `table3.${row}.${COLUMNS[at] ?? ''}`,
      ),
    ),
    ...(isGiven(table4) ? rowOf(table4, FOURS.length, 'table4', (at) => FOURS[at] ?? '') : []),
  ];
  if (cells.length === 0) throw unreadable('没有一个数字');
  if (cells.length > CELLS_MAX) throw unreadable(`单元格超过 ${String(CELLS_MAX)} 个`);
  return {
    unit: isGiven(agency) ? textIn(agency, 'agency') : '',
    statedYear: isGiven(year) ? yearIn(year) : null,
    form: isGiven(form) ? textIn(form, 'form') : '2021',
    cells: Object.fromEntries(cells),
    words: isGiven(report['parts']) ? wordsIn(report) : null,
  };
}

const FOURS = APPEAL_KINDS.flatMap((kind) => RESULTS.map((result) => `table4.${kind}.${result}`));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw unreadable('不是 JSON');
  }
}

function tableTwo(table: Json): Cells {
  return Object.entries(table).flatMap(([row, printed]) => {
    if (typeof printed !== 'object' || printed === null) {
      return cellOf(`table2.${row}`, printed);
    }
    return Object.entries(objectIn(printed, `table2.${row}`)).flatMap(([column, cell]) =>
      cellOf(`table2.${row}.${column}`, cell),
    );
  });
}

function rowOf(row: unknown, width: number, where: string, nameOf: (at: number) => string): Cells {
  if (!Array.isArray(row) || row.length !== width) {
    throw unreadable(`${where} 应为 ${String(width)} 个单元格`);
  }
  return row.flatMap((printed: unknown, at) => cellOf(nameOf(at), printed));
}

function cellOf(cell: string, printed: unknown): Cells {
  if (!/^table[234](?:\.[a-z0-9_]{1,60}){1,2}$/.test(cell)) {
    throw unreadable(`“${cell.slice(0, 80)}”不是单元格`);
  }
  if (!isGiven(printed)) return [];
  if (typeof printed === 'number' && Number.isFinite(printed)) return [[cell, printed]];
  return [[cell, textIn(printed, cell)]];
}

function wordsIn(report: Json): ReceivedWords {
  const { title, preamble, parts, signature } = report;
  const signed = isGiven(signature) ? objectIn(signature, 'signature') : {};
  const date = signed['date'];
  return {
    title: listIn(title ?? [], 'title').map((line) => textIn(line, 'title')),
    preamble: longTextIn(preamble ?? '', 'preamble'),
    parts: listIn(parts, 'parts').map((part) => {
      const { heading, text } = objectIn(part, 'parts');
      return { heading: textIn(heading, 'heading'), text: longTextIn(text, 'text') };
    }),
    signature: {
      agency: isGiven(signed['agency']) ? textIn(signed['agency'], 'signature.agency') : '',
      date: typeof date === 'string' ? dateIn(date) : null,
    },
  };
}

/** 2022-01-20 or 2022年1月20日; null for anything else. */
function dateIn(text: string): ReturnType<typeof dateOf> {
  const [, year = '', month = '', day = ''] =
    /(\d{4})\s*[年.-]\s*(\d{1,2})\s*[月.-]\s*(\d{1,2})/.exec(text) ?? [];
  return dateOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function dateOf(text: string) {
  return isLocalDate(text) ? text : null;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function yearIn(value: unknown): number {
  if (Number.isInteger(value)) return Number(value);
  throw unreadable('year 应为年份');
}

function objectIn(value: unknown, where: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw unreadable(`${where} 应为对象`);
}

function listIn(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value) && value.length <= 100) return value;
  throw unreadable(`${where} 应为不超过 100 项的列表`);
}
