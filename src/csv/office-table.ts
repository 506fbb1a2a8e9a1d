import { UnreadableOfficeFile, type OfficeFault, type Sheet } from '../office-files/office-file.js';
import { readWorkbook } from '../office-files/read-office-file.js';
import { UnreadableCsv, type ColumnNames, type CsvRow, type CsvTable } from './csv-file.js';

/** Above the headings there may be a title, the office, a period; hardly more. */
export const HEADINGS_WITHIN = 20;

/**
 * Reads the register out of a workbook: the first sheet that has all the `required` headings in one
 * of its first rows. A cell that is one over several rows counts in each of them.
 */
export async function readOfficeTable(
  bytes: Uint8Array,
  required: readonly string[],
  optional: readonly string[],
  columns: ColumnNames,
): Promise<CsvTable> {
  const sheets = await readWorkbook(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableOfficeFile)) throw error;
    throw new UnreadableCsv(1, officeFaultWords(error));
  });
  for (const sheet of sheets) {
    const at = sheet.rows
      .slice(0, HEADINGS_WITHIN)
      .findIndex((row) => required.every((heading) => headingsOf(row, columns).includes(heading)));
    if (at !== -1) return tableOf(sheet, at, columns, [...required, ...optional]);
  }
  const names = sheets.map(({ name }) => `“${name}”`).join('、');
  throw new UnreadableCsv(
    1,
    `没有一张工作表（${names}）的前 ${String(HEADINGS_WITHIN)} 行里有全部列名：${required.join('、')}`,
  );
}

function headingsOf(row: readonly string[], columns: ColumnNames): readonly string[] {
  return row.map((written) => {
    // A heading is often broken over two lines of its cell.
    const heading = written.replace(/\s+/g, '');
    return columns.get(heading) ?? heading;
  });
}

function tableOf(
  sheet: Sheet,
  at: number,
  columns: ColumnNames,
  known: readonly string[],
): CsvTable {
  const headings = headingsOf(sheet.rows[at] ?? [], columns);
  const twice = headings.find(
    (heading, column) => heading !== '' && headings.indexOf(heading) !== column,
  );
  if (twice !== undefined) throw new UnreadableCsv(at + 1, `列「${twice}」出现了两次`);
  const merged = mergedDown(sheet);
  const rows = sheet.rows.slice(at + 1).flatMap((row, below): readonly CsvRow[] => {
    const line = at + 1 + below;
    const cells = headings.map((heading, column): [string, string] => [
      heading,
      (merged.get(`${String(line)} ${String(column)}`) ?? row[column] ?? '').trim(),
    ]);
    const filled = cells.filter(([heading]) => heading !== '');
    if (filled.every(([, value]) => value === '')) return [];
    return [{ line: line + 1, cells: Object.fromEntries(filled) }];
  });
  const ignoredHeadings = headings.filter((heading) => heading !== '' && !known.includes(heading));
  return { rows, ignoredHeadings };
}

/** What cells show that are one with a cell above, by row and column. */
function mergedDown({ merges, rows }: Sheet): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const [top, left, bottom, right] of merges) {
    if (left !== right) continue;
    const text = rows[top]?.[left] ?? '';
    for (let row = top + 1; row <= bottom && row < rows.length; row += 1) {
      shown.set(`${String(row)} ${String(left)}`, text);
    }
  }
  return shown;
}

const SAVE_AS = '请用 Excel、Word 或 WPS 打开，另存为 .xlsx、.docx 或 CSV 再导入';

/** What is the matter with a file, what to do, and where in it. */
export function officeFaultWords({ fault, where }: UnreadableOfficeFile): string {
  return FAULTS[fault] + (where === '' ? '' : `（${where}）`);
}

/** What is the matter with a file, and what to do. */
const FAULTS: Readonly<Record<OfficeFault, string>> = {
  'not-office': `这不是 .xlsx 或 .docx 文件，${SAVE_AS}`,
  'old-format': `这是旧格式（.xls、.doc）或者加了密码的文件，${SAVE_AS}，不要加密码`,
  encrypted: `文件加了密码，${SAVE_AS}，不要加密码`,
  damaged: `文件不完整或者已经损坏，请重新取得；能打开的，${SAVE_AS}`,
  'too-large': '文件解开以后过大，请只留下要导入的工作表，或者分成几个文件',
  entities: `文件里有办公软件不会写的声明，没有读；${SAVE_AS}`,
  'too-many-cells': '行数或者单元格过多，请只留下要导入的行和列，或者分成几个文件',
  'number-too-long':
    '有超过 15 位的数字，Excel 已经丢失末几位；请把这一列设为文本格式，重新填写证件号码等',
  'took-too-long': '读这个文件用的时间太长，已经停止；请只留下要导入的工作表，或者分成几个文件',
};
