import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnnualReportForm,
  figureKeys,
  readForm,
} from '../../../src/annual-reports/form-layout.js';
import type {
  AnnualReportView,
  ReportTable,
} from '../../../src/annual-reports/annual-report-view.js';

export const GOLDEN = join(__dirname, '..', '..', 'golden', '2021-dinghai');
export const FORM: AnnualReportForm = readForm('2021');

/** The published report of 定海区机关事务管理中心 for 2021, line by line. */
export const REPORT_TEXT = readFileSync(join(GOLDEN, 'report.txt'), 'utf8');

const HEADING =
  /^[一二三四五六]、(?:总体情况|主动公开|收到和处理|政府信息公开行政|存在的|其他需要)/;
const TABLES: Readonly<Record<string, ReportTable>> = { 二: 'two', 三: 'three', 四: 'four' };

/** The view behind that report: its words, and a zero in every cell. */
export function dinghaiView(changes: Partial<AnnualReportView> = {}): AnnualReportView {
  const lines = REPORT_TEXT.split('\n').map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const starts = filled.flatMap((line, at) => (HEADING.test(line) ? [at] : []));
  const parts = starts.map((start, index) => {
    const heading = filled[start] ?? '';
    const table = TABLES[heading.charAt(0)] ?? null;
    const text = filled.slice(start + 1, starts[index + 1] ?? -2);
    // Under a table's heading the text file holds the cells of the table, which the form prints.
    return { heading, text: table === null ? text.join('\n') : '', table };
  });
  const [agency = '', date = ''] = filled.slice(-2);
  return {
    year: 2021,
    form: '2021',
    title: filled.slice(0, 2),
    preamble: filled.slice(2, starts[0]).join('\n'),
    parts,
    figures: Object.fromEntries(figureKeys(FORM).map((key) => [key, '0'])),
    signature: { agency, date },
    draft: false,
    edition: null,
    checkpoint: null,
    ...changes,
  };
}
