import { APPEAL_KIND_LABELS, APPEAL_OUTCOME_LABELS } from '../appeals/domain/appeal-labels.js';
import {
  FORM_2019_COUNT_LABELS,
  STATUTORY_COUNT_LABELS,
} from '../publications/domain/count.events.js';
import { DOCUMENT_KIND_LABELS } from '../publications/domain/document-labels.js';
import { APPLICANT_LABELS, OUTCOME_ROWS } from '../requests/domain/outcome-labels.js';

type Words = Readonly<Record<string, string>>;

/** The name of each table, its rows and its columns, by the words of the form. */
const TABLES: Readonly<Record<string, Readonly<{ name: string; rows: Words; columns: Words }>>> = {
  table2: {
    name: '表二',
    rows: {
      ...DOCUMENT_KIND_LABELS,
      ...STATUTORY_COUNT_LABELS,
      fees_wan_yuan: `${STATUTORY_COUNT_LABELS.fees_fen}（万元）`,
      fees: STATUTORY_COUNT_LABELS.fees_fen,
      other_services: FORM_2019_COUNT_LABELS.other_services,
      procurement: FORM_2019_COUNT_LABELS.procurement,
    },
    columns: {
      made: '本年制发件数',
      repealed: '本年废止件数',
      valid: '现行有效件数',
      made_new: '本年新制作数量',
      published_new: '本年新公开数量',
      public_total: '对外公开总数量',
      last_year_items: '上一年项目数量',
      change: '本年增/减',
      decisions: '处理决定数量',
      projects: '采购项目数量',
      amount: '采购总金额（元）',
    },
  },
  table3: {
    name: '表三',
    rows: {
      ...Object.fromEntries(
        Object.entries(OUTCOME_ROWS).map(([row, { group, label }]) => [row, group + label]),
      ),
      new_received: '一、本年新收',
      carried_in: '二、上年结转',
      total: '三、（七）总计',
      carried_out: '四、结转下年度继续办理',
      other_single: '（六）其他处理',
    },
    columns: { ...APPLICANT_LABELS, total: '总计' },
  },
  table4: {
    name: '表四',
    rows: APPEAL_KIND_LABELS,
    columns: { ...APPEAL_OUTCOME_LABELS, pending: '尚未审结', total: '总计' },
  },
};

/** A cell as a person finds it on paper: 表三 （一）予以公开 自然人. */
export function cellWords(cell: string): string {
  const [table = '', row = '', column] = cell.split('.');
  const known = TABLES[table];
  if (known === undefined) return cell;
  const words = [known.name, known.rows[row] ?? row];
  if (column !== undefined) words.push(known.columns[column] ?? column);
  return words.join(' ');
}

/** The same where the period is no year: 期初 stands for 上年, 本期 for 本年. */
export function periodCellWords(cell: string): string {
  return cellWords(cell)
    .replace('本年', '本期')
    .replace('上年结转', '期初结转')
    .replace('结转下年度', '结转下期');
}
